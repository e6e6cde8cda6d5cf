package com.streamdata.source.push;

import com.streamdata.dataset.Cells;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column while rows are read. Each setter returns what is wrong with the value, or null when it
 * was taken.
 */
public sealed interface Filling permits KnownFilling, GuessedFilling {
  String name();

  @Nullable String setWhole(int row, long value);

  @Nullable String setFraction(int row, double value);

  @Nullable String setBoolean(int row, boolean value);

  @Nullable String setText(int row, String value);

  /** A value of a form in which everything is text, such as CSV. */
  @Nullable String setWritten(int row, String value);

  void clear(int row);

  /** The column's values; empty if there was none and nobody knows the type. */
  Optional<Cells> cells();
}
