package com.streamdata.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How much of a source is kept; older rows are removed.
 *
 * @param rows the newest so many; null for no such limit
 * @param days what arrived in the last so many days; null for no such limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Keep(@Nullable Long rows, @Nullable Integer days) {
  public static final Keep ALL = new Keep(null, null);

  public Keep {
    new Checks()
        .that(rows == null || rows > 0, "rows", "must be positive")
        .that(days == null || days > 0, "days", "must be positive")
        .done();
  }
}
