package com.streamdata.source;

import com.streamdata.dataset.Keep;
import com.streamdata.error.Checks;
import com.streamdata.http.Change;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a source; what is absent stays.
 *
 * @param keep null inside: everything is kept from now on
 */
record SourceChange(@Nullable String name, @Nullable Change<Keep> keep) {
  SourceChange {
    Checks.require(name == null || NewSource.isName(name), "name", "must have 1 to 200 characters");
  }
}
