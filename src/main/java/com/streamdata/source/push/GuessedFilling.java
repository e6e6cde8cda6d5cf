package com.streamdata.source.push;

import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column that nobody has heard of. Its first value says whether it is numbers, truths or texts;
 * texts that are all dates, or all dates and times, make it that.
 */
final class GuessedFilling implements Filling {
  private final String name;
  private @Nullable KnownFilling known;
  private @Nullable String[] texts = {};
  private boolean written;

  GuessedFilling(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable String setWhole(int row, long value) {
    return texts.length > 0 ? mismatch("a number") : as(ColumnType.NUMBER).setWhole(row, value);
  }

  @Override
  public @Nullable String setFraction(int row, double value) {
    return texts.length > 0 ? mismatch("a number") : as(ColumnType.NUMBER).setFraction(row, value);
  }

  @Override
  public @Nullable String setBoolean(int row, boolean value) {
    return texts.length > 0
        ? mismatch("true or false")
        : as(ColumnType.BOOLEAN).setBoolean(row, value);
  }

  @Override
  public @Nullable String setText(int row, String value) {
    if (known != null) {
      return known.setText(row, value);
    }
    if (row >= texts.length) {
      texts = Arrays.copyOf(texts, Math.max(row + 1, texts.length * 2));
    }
    texts[row] = value;
    return null;
  }

  @Override
  public @Nullable String setWritten(int row, String value) {
    written = true;
    return setText(row, value);
  }

  @Override
  public void clear(int row) {
    if (known != null) {
      known.clear(row);
    } else if (row < texts.length) {
      texts[row] = null;
    }
  }

  @Override
  public Optional<Cells> cells() {
    if (known != null) {
      return known.cells();
    }
    return present().findAny().isEmpty() ? Optional.empty() : Optional.of(fromTexts());
  }

  private Cells fromTexts() {
    Column column = new Column(name, guess());
    KnownFilling filling = new KnownFilling(new Cells(column, texts));
    for (int row = 0; row < texts.length; row++) {
      String text = texts[row];
      if (text != null && filling.setWritten(row, text) != null) {
        return textCells();
      }
    }
    return filling.filled();
  }

  /** Numbers that no one column holds exactly stay as they were written. */
  private Cells textCells() {
    Cells cells = new Cells(new Column(name, ColumnType.TEXT));
    for (int row = 0; row < texts.length; row++) {
      String text = texts[row];
      if (text != null) {
        cells.setText(row, text);
      }
    }
    return cells;
  }

  private ColumnType guess() {
    if (present().allMatch(String::isEmpty)) {
      return ColumnType.TEXT;
    }
    if (all(text -> IsoTime.date(text).isPresent())) {
      return ColumnType.DATE;
    }
    if (all(text -> IsoTime.timestamp(text).isPresent())) {
      return ColumnType.TIMESTAMP;
    }
    if (written && all(Written::isNumber)) {
      return ColumnType.NUMBER;
    }
    return written && all(Written::isBoolean) ? ColumnType.BOOLEAN : ColumnType.TEXT;
  }

  private boolean all(Predicate<String> test) {
    return present().allMatch(text -> text.isEmpty() && written || test.test(text));
  }

  private Stream<String> present() {
    return Arrays.stream(texts).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private KnownFilling as(ColumnType type) {
    if (known == null) {
      known = new KnownFilling(new Column(name, type));
    }
    return known;
  }

  private static String mismatch(String given) {
    return "is " + given + ", but the values before it are text";
  }
}
