package com.streamdata.query.table;

/** How much of an answer reaches a browser; what is cut is told as {@code truncated}. */
public final class Limits {
  public static final int POINTS_PER_SERIES = 2_000;
  public static final int SERIES = 100;
  public static final int TABLE_ROWS = 10_000;
  public static final int STATEMENT_ROWS = 50_000;

  private Limits() {}
}
