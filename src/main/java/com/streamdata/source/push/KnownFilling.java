package com.streamdata.source.push;

import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A column whose type is declared or known from earlier rows. */
public final class KnownFilling implements Filling {
  private static final long FIRST_MILLIS = -62_135_596_800_000L;
  private static final long LAST_MILLIS = 253_402_300_799_999L;
  private static final String TIMESTAMP_RULE =
      "must be an ISO 8601 time such as 2026-01-02T03:04:05Z, or milliseconds since 1970";

  private final Cells cells;
  private final ColumnType type;

  public KnownFilling(Column column) {
    this(new Cells(column));
  }

  KnownFilling(Cells cells) {
    this.cells = cells;
    this.type = cells.column().type();
  }

  @Override
  public String name() {
    return cells.column().name();
  }

  public ColumnType type() {
    return type;
  }

  @Override
  public @Nullable String setWhole(int row, long value) {
    return switch (type) {
      case INTEGER -> {
        cells.setLong(row, value);
        yield null;
      }
      case NUMBER -> cells.setNumber(row, value) ? null : Written.LARGE_BESIDE_FRACTIONS;
      case TIMESTAMP -> {
        if (value < FIRST_MILLIS || value > LAST_MILLIS) {
          yield TIMESTAMP_RULE;
        }
        cells.setLong(row, value * 1000);
        yield null;
      }
      case DATE, BOOLEAN, TEXT -> mismatch("a number");
    };
  }

  @Override
  public @Nullable String setFraction(int row, double value) {
    long whole = (long) value;
    return switch (type) {
      case INTEGER -> {
        if (whole != value || whole == Long.MAX_VALUE) {
          yield "must be a whole number of 64 bits";
        }
        cells.setLong(row, whole);
        yield null;
      }
      case NUMBER -> cells.setNumber(row, value) ? null : Written.FRACTION_BESIDE_LARGE;
      case TIMESTAMP -> TIMESTAMP_RULE;
      case DATE, BOOLEAN, TEXT -> mismatch("a number");
    };
  }

  @Override
  public @Nullable String setBoolean(int row, boolean value) {
    if (type != ColumnType.BOOLEAN) {
      return mismatch("true or false");
    }
    cells.setBoolean(row, value);
    return null;
  }

  @Override
  public @Nullable String setText(int row, String value) {
    return switch (type) {
      case TEXT -> {
        cells.setText(row, value);
        yield null;
      }
      case TIMESTAMP -> set(row, IsoTime.timestamp(value), TIMESTAMP_RULE);
      case DATE -> setDate(row, IsoTime.date(value));
      case NUMBER, INTEGER, BOOLEAN -> mismatch("text");
    };
  }

  @Override
  public @Nullable String setWritten(int row, String value) {
    if (value.isEmpty() && type != ColumnType.TEXT) {
      return null;
    }
    return switch (type) {
      case TEXT, TIMESTAMP, DATE -> setText(row, value);
      case NUMBER, INTEGER -> Written.number(this, row, value);
      case BOOLEAN ->
          Written.isBoolean(value)
              ? setBoolean(row, value.toLowerCase(Locale.ROOT).equals("true"))
              : mismatch("text");
    };
  }

  @Override
  public void clear(int row) {
    cells.clear(row);
  }

  @Override
  public Optional<Cells> cells() {
    return Optional.of(cells);
  }

  public Cells filled() {
    return cells;
  }

  private @Nullable String setDate(int row, OptionalInt day) {
    OptionalLong value = day.isPresent() ? OptionalLong.of(day.getAsInt()) : OptionalLong.empty();
    return set(row, value, "must be a date such as 2026-01-02");
  }

  private @Nullable String set(int row, OptionalLong value, String rule) {
    if (value.isEmpty()) {
      return rule;
    }
    cells.setLong(row, value.getAsLong());
    return null;
  }

  private String mismatch(String given) {
    return "is " + given + ", but the column is " + type.wireName();
  }
}
