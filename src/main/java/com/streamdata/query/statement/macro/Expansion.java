package com.streamdata.query.statement.macro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its macros and variables replaced.
 *
 * @param sql without comments; what it names by numbers is bound
 * @param fill null when gaps stay gaps
 */
public record Expansion(String sql, List<Object> binds, @Nullable Fill fill) {
  public Expansion {
    binds = List.copyOf(binds);
  }
}
