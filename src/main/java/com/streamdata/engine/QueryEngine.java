package com.streamdata.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database that holds rows and runs SELECTs on them. */
public interface QueryEngine {
  Dialect dialect();

  /** Whether it costs next to nothing to ask for the first and last value of a column. */
  boolean knowsBounds();

  /**
   * Runs one SELECT.
   *
   * @return a row each, of Long, BigInteger beyond 64 bits, finite Double, Boolean, String or null
   * @throws com.streamdata.error.AppException if it takes too long or fails
   */
  List<@Nullable Object[]> run(SqlText select);
}
