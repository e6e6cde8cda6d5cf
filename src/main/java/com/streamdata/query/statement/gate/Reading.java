package com.streamdata.query.statement.gate;

import java.util.Set;

/**
 * What a statement reads.
 *
 * @param tables names that are not its own, as written
 * @param readsClock whether the same rows may give another answer later
 */
public record Reading(Set<String> tables, boolean readsClock) {
  public Reading {
    tables = Set.copyOf(tables);
  }
}
