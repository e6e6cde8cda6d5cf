package com.streamdata.query.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.query.ask.Aggregation;
import com.streamdata.query.ask.Bucket;
import com.streamdata.query.ask.Direction;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Order;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.X;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.filter.FilterOp;
import com.streamdata.query.filter.FilterValue;
import com.streamdata.query.table.Table;
import com.streamdata.query.time.Interval;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must do at the limits: of an answer's size, of numbers, of names. */
abstract class QueryEngineLimits extends QueryEngineContract {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Measure COUNT = new Measure(null, Aggregation.COUNT, "n");
  private static final List<Column> COLUMNS =
      List.of(new Column("at", ColumnType.TIMESTAMP), new Column("place", ColumnType.TEXT));

  private static Question ask(
      Shape shape,
      @Nullable X x,
      @Nullable String series,
      List<Order> order,
      @Nullable Integer limit) {
    Query query = new Query(new SourceId(1), x, List.of(COUNT), series, null, null, order, limit);
    return new Question(shape, query, Interval.ALL, UTC, List.of());
  }

  private static X at(Bucket bucket) {
    return new X("at", bucket);
  }

  /** A row each minute; the place is the minute's number in so many places. */
  private static Sample minutes(int count, int places) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new @Nullable Object[] {START.plusSeconds(60L * i), "p" + 1000 + i % places});
    }
    return new Sample(COLUMNS, rows);
  }

  private Table answer(Sample sample, Question question) throws Exception {
    return new Planner(engine(), store(sample)).answer(question);
  }

  @Test
  void keepsTheNewestOfTooManyPointsAndSaysSo() throws Exception {
    Table table =
        answer(minutes(2_100, 1), ask(Shape.CHART, at(Bucket.MINUTE), null, List.of(), null));

    assertThat(table.truncated()).isTrue();
    assertThat(table.rowCount()).isEqualTo(2_000);
    assertThat(table.columns().getFirst().values().getFirst())
        .isEqualTo(START.plusSeconds(60 * 100));
    assertThat(table.columns().getFirst().values().getLast())
        .isEqualTo(START.plusSeconds(60 * 2_099));
  }

  @Test
  void keepsWhatTheQueryItselfLimitsWithoutAWord() throws Exception {
    Sample sample = minutes(100, 1);
    Order ascending = new Order("at", Direction.ASC);

    Table newest = answer(sample, ask(Shape.CHART, at(Bucket.MINUTE), null, List.of(), 3));
    Table first = answer(sample, ask(Shape.CHART, at(Bucket.MINUTE), null, List.of(ascending), 3));

    assertThat(newest.truncated()).isFalse();
    assertThat(newest.columns().getFirst().values()).last().isEqualTo(START.plusSeconds(60 * 99));
    assertThat(first.columns().getFirst().values()).first().isEqualTo(START);
    assertThat(first.rowCount()).isEqualTo(3);
  }

  @Test
  void keepsAHundredSeriesAndThePointsOfEach() throws Exception {
    Table table =
        answer(minutes(505, 101), ask(Shape.CHART, at(Bucket.YEAR), "place", List.of(), null));

    assertThat(table.truncated()).isTrue();
    assertThat(table.rowCount()).isEqualTo(100);
    assertThat(table.columns().get(2).values()).containsOnly(5L);
  }

  @Test
  void limitOfStacksCountsBarsNotTheirLayers() throws Exception {
    Order most = new Order("n", Direction.DESC);

    Table table =
        answer(minutes(60, 7), ask(Shape.STACK, new X("place", null), "at", List.of(most), 2));

    assertThat(table.columns().getFirst().values().stream().distinct()).hasSize(2);
    assertThat(table.rowCount()).isEqualTo(18);
  }

  @Test
  void largestSlicesComeFirstWhenAskedFor() throws Exception {
    List<Order> order = List.of(new Order("n", Direction.DESC), new Order("place", Direction.DESC));

    Table table = answer(minutes(10, 4), ask(Shape.PIE, new X("place", null), null, order, 3));

    assertThat(table.columns().get(0).values()).containsExactly("p10001", "p10000", "p10003");
    assertThat(table.columns().get(1).values()).containsExactly(3L, 3L, 2L);
    assertThat(table.truncated()).isFalse();
  }

  @Test
  void tablesEndAtTenThousandRowsInTheOrderOfArrival() throws Exception {
    Query query = new Query(new SourceId(1), null, null, null, List.of("at"), null, null, null);

    Table table =
        answer(minutes(10_001, 1), new Question(Shape.TABLE, query, Interval.ALL, UTC, List.of()));

    assertThat(table.truncated()).isTrue();
    assertThat(table.rowCount()).isEqualTo(10_000);
    assertThat(table.columns().getFirst().values().getFirst()).isEqualTo(START);
  }

  @ParameterizedTest
  @CsvSource({
    "600, second",
    "40000, minute",
    "86400, hour",
    "2000000, hour",
    "40000000, day",
    "900000000, month"
  })
  void automaticBucketsKeepChartsReadable(long seconds, String bucket) throws Exception {
    List<@Nullable Object[]> rows = new ArrayList<>();
    rows.add(new @Nullable Object[] {START, "a"});
    rows.add(new @Nullable Object[] {START.plusSeconds(seconds), "a"});
    Sample sample = new Sample(COLUMNS, rows);

    Table automatic = answer(sample, ask(Shape.CHART, at(Bucket.AUTO), null, List.of(), null));
    Table named = answer(sample, ask(Shape.CHART, at(Bucket.of(bucket)), null, List.of(), null));

    assertThat(automatic).isEqualTo(named);
  }

  @Test
  void sumsBeyond64BitsAreExactAndWhatIsNoNumberIsNull() throws Exception {
    List<@Nullable Object[]> rows = new ArrayList<>();
    IntStream.range(0, 3)
        .forEach(_ -> rows.add(new @Nullable Object[] {Long.MAX_VALUE, Double.NaN}));
    Sample sample =
        new Sample(
            List.of(new Column("id", ColumnType.INTEGER), new Column("ratio", ColumnType.NUMBER)),
            rows);
    Query query =
        new Query(
            new SourceId(1),
            null,
            List.of(
                new Measure("id", Aggregation.SUM, null),
                new Measure("ratio", Aggregation.MAX, null)),
            null,
            null,
            null,
            null,
            null);

    Table table = answer(sample, new Question(Shape.TABLE, query, Interval.ALL, UTC, List.of()));

    assertThat(table.columns().get(0).values())
        .containsExactly(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3)));
    assertThat(table.columns().get(1).values()).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"; DROP TABLE x --",
        "select",
        "k",
        "m0",
        "n",
        "'",
        "{0}",
        "?",
        "/* x */",
        "$1",
        ":a",
        "//",
        "Größe €",
        "東京 😀",
        "\\"
      })
  void columnsMayBeCalledAnything(String name) throws Exception {
    if (mayBeColumn(name)) {
      namedColumn(name);
      namedColumn(name.repeat(longestName() / name.getBytes(UTF_8).length));
    }
  }

  /** Whether the engine itself lets a column be called so. */
  boolean mayBeColumn(String name) {
    return true;
  }

  /** The most bytes that a column's name may have there. */
  int longestName() {
    return 200;
  }

  private void namedColumn(String name) throws Exception {
    List<@Nullable Object[]> rows = new ArrayList<>();
    rows.add(new @Nullable Object[] {name, 1L});
    Sample sample =
        new Sample(
            List.of(new Column(name, ColumnType.TEXT), new Column("other", ColumnType.INTEGER)),
            rows);
    Filter filter = new Filter(name, FilterOp.CONTAINS, FilterValue.text(name));
    Query grouped =
        new Query(
            new SourceId(1),
            new X("other", null),
            List.of(new Measure(name, Aggregation.COUNT_DISTINCT, name + "!")),
            name,
            null,
            List.of(filter),
            List.of(new Order(name + "!", Direction.DESC), new Order(name, Direction.ASC)),
            5);
    Query listed =
        new Query(
            new SourceId(1),
            null,
            null,
            null,
            List.of(name),
            List.of(filter),
            List.of(new Order(name, Direction.DESC)),
            null);

    Table chart = answer(sample, new Question(Shape.CHART, grouped, Interval.ALL, UTC, List.of()));
    Table table =
        answer(sample, new Question(Shape.TABLE, listed, Interval.ALL, UTC, List.of(filter)));

    assertThat(rowsOf(chart)).containsExactly(List.of(1L, name, 1L));
    assertThat(rowsOf(table)).containsExactly(List.of(name));
  }
}
