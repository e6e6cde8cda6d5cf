package com.streamdata.query;

/** How much of an answer reaches a browser; what is cut is told as {@code truncated}. */
final class Limits {
  static final int POINTS_PER_SERIES = 2_000;
  static final int SERIES = 100;
  static final int TABLE_ROWS = 10_000;
  static final int STATEMENT_ROWS = 50_000;

  private Limits() {}
}
