package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows by chance: times around a certain moment, nulls, negative numbers, numbers beyond 2^53, odd
 * texts.
 */
record RandomSample(Random random, Instant middle, long spanSeconds) {
  static final List<Column> COLUMNS =
      List.of(
          new Column("at", ColumnType.TIMESTAMP),
          new Column("day", ColumnType.DATE),
          new Column("weight", ColumnType.NUMBER),
          new Column("pieces", ColumnType.NUMBER),
          new Column("id", ColumnType.INTEGER),
          new Column("late", ColumnType.BOOLEAN),
          new Column("place", ColumnType.TEXT));

  static final List<String> PLACES =
      List.of(
          "Berlin",
          "berlin-Ost",
          "",
          "Zürich",
          "東京",
          "O'Hare",
          "\"; DROP TABLE x --",
          "100%",
          "_",
          "😀");

  Sample sample(int rows) {
    List<@Nullable Object[]> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(row());
    }
    return new Sample(COLUMNS, all);
  }

  private @Nullable Object[] row() {
    return new @Nullable Object[] {
      orNull(this::instant),
      orNull(this::day),
      orNull(() -> random.nextInt(-50_000, 50_000) / 8.0),
      orNull(() -> (long) random.nextInt(-3, 12)),
      orNull(() -> random.nextBoolean() ? random.nextLong() : random.nextLong(20)),
      orNull(random::nextBoolean),
      orNull(() -> PLACES.get(random.nextInt(PLACES.size())))
    };
  }

  Instant instant() {
    long seconds = random.nextLong(-spanSeconds, spanSeconds + 1);
    return middle.plusSeconds(seconds).plusNanos(random.nextInt(1_000_000) * 1_000L);
  }

  LocalDate day() {
    return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
  }

  private @Nullable Object orNull(Supplier<Object> value) {
    return random.nextInt(8) == 0 ? null : value.get();
  }
}
