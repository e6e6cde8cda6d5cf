package com.streamdata.dataset;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column of a batch, in the form in which they are stored. Filled by one thread,
 * row by row; a row that is not set is null.
 */
public final class Cells {
  private static final int FIRST_CAPACITY = 16;

  private final Column column;
  private final boolean text;
  private final BitSet present = new BitSet();
  // INTEGER: the value. NUMBER: the value, or the bits of the double once there are FRACTIONS.
  // TIMESTAMP: microseconds since 1970. DATE: days since 1970. BOOLEAN: 0 or 1.
  private long[] numbers = {};
  private @Nullable String[] texts = {};
  private @Nullable String[] originals = {};
  private Numbers met = Numbers.WHOLE;

  public Cells(Column column) {
    this.column = column;
    this.text = column.type() == ColumnType.TEXT;
  }

  /**
   * Cells whose type was guessed from texts; the texts are kept in case the column turns out to be
   * TEXT by the time the batch is written.
   */
  public Cells(Column column, @Nullable String[] originals) {
    this(column);
    this.originals = originals;
  }

  public Column column() {
    return column;
  }

  /** Sets a timestamp (microseconds), a date (days) or an INTEGER. */
  public void setLong(int row, long value) {
    makeRoom(row);
    numbers[row] = value;
    present.set(row);
  }

  public void setBoolean(int row, boolean value) {
    setLong(row, value ? 1 : 0);
  }

  public void setText(int row, String value) {
    if (row >= texts.length) {
      texts = Arrays.copyOf(texts, capacity(row, texts.length));
    }
    texts[row] = value;
    present.set(row);
  }

  /** Sets a whole NUMBER; false if it cannot be kept exactly beside the fractions already there. */
  public boolean setNumber(int row, long value) {
    var both = met.and(Numbers.of(value));
    if (both.isEmpty()) {
      return false;
    }
    met = both.get();
    setLong(row, met == Numbers.FRACTIONS ? Double.doubleToRawLongBits(value) : value);
    return true;
  }

  /**
   * Sets a finite NUMBER; false if it has a fraction and cannot be kept beside the large numbers
   * already there.
   */
  public boolean setNumber(int row, double value) {
    long whole = (long) value;
    if (whole == value && Numbers.isExact(whole)) {
      return setNumber(row, whole);
    }
    if (met == Numbers.LARGE) {
      return false;
    }
    if (met == Numbers.WHOLE) {
      present.stream().forEach(at -> numbers[at] = Double.doubleToRawLongBits(numbers[at]));
      met = Numbers.FRACTIONS;
    }
    setLong(row, Double.doubleToRawLongBits(value));
    return true;
  }

  /** Forgets what the row holds. */
  public void clear(int row) {
    present.clear(row);
  }

  boolean isNull(int row) {
    return !present.get(row);
  }

  boolean isEmpty() {
    return present.isEmpty();
  }

  long number(int row) {
    return numbers[row];
  }

  double fraction(int row) {
    return met == Numbers.FRACTIONS ? Double.longBitsToDouble(numbers[row]) : numbers[row];
  }

  String text(int row) {
    return requireNonNull(text ? texts[row] : originals[row]);
  }

  /** Whether a TEXT column can take these although they are of another type. */
  boolean canBeText() {
    return text || originals.length > 0;
  }

  Numbers numbers() {
    return met;
  }

  /** The first row whose number does not fit beside {@code others}. */
  int firstMisfit(Numbers others) {
    return present.stream()
        .filter(row -> others == Numbers.LARGE ? hasFraction(row) : !Numbers.isExact(numbers[row]))
        .findFirst()
        .orElse(0);
  }

  private boolean hasFraction(int row) {
    return fraction(row) != Math.rint(fraction(row));
  }

  private void makeRoom(int row) {
    if (row >= numbers.length) {
      numbers = Arrays.copyOf(numbers, capacity(row, numbers.length));
    }
  }

  private static int capacity(int row, int now) {
    return Math.max(row + 1, Math.max(FIRST_CAPACITY, now * 2));
  }
}
