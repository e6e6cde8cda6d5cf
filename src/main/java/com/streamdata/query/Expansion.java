package com.streamdata.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its macros and variables replaced.
 *
 * @param sql without comments; what it names by numbers is bound
 * @param fill null when gaps stay gaps
 */
record Expansion(String sql, List<Object> binds, @Nullable Fill fill) {
  Expansion {
    binds = List.copyOf(binds);
  }
}
