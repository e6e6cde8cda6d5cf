package com.streamdata.query.ask;

/** The forms an answer can have; each needs something else of its query. */
public enum Shape {
  /** Rows as they are, or grouped. */
  TABLE("a table"),
  /** Lines, areas or bars side by side. */
  CHART("a chart"),
  /** Bars whose series stand on each other. */
  STACK("a stacked bar chart"),
  PIE("a pie chart"),
  /** A single number. */
  METRIC("a key metric");

  private final String noun;

  Shape(String noun) {
    this.noun = noun;
  }

  /** What people call it, with its article. */
  public String noun() {
    return noun;
  }

  /** Whether time runs along it, so that a bucket without rows is a gap. */
  public boolean showsGaps() {
    return this == CHART || this == STACK;
  }
}
