package com.streamdata.query.plan;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.query.ask.Aggregation;
import com.streamdata.query.ask.Bucket;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.X;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.filter.FilterOp;
import com.streamdata.query.filter.FilterValue;
import com.streamdata.query.filter.Literal;
import com.streamdata.query.time.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Questions by chance, all of them right for their shape and the columns of {@link RandomSample}.
 */
record RandomQuestion(Random random, RandomSample sample) {

  Question question(Shape shape, @Nullable Bucket bucket, ZoneId zone) {
    return new Question(shape, query(shape, bucket), interval(), zone, filters(1));
  }

  private Query query(Shape shape, @Nullable Bucket bucket) {
    boolean rows = shape == Shape.TABLE && bucket == null && random.nextBoolean();
    X x = rows || shape == Shape.METRIC || noneOfTable(shape) ? null : x(bucket);
    String series = rows ? null : series(shape, x);
    return new Query(
        new SourceId(1),
        x,
        rows ? null : measures(series == null && shape != Shape.PIE && shape != Shape.METRIC),
        series,
        rows ? List.of("place", "at", "day", "id", "weight", "late") : null,
        filters(2),
        null,
        null);
  }

  private boolean noneOfTable(Shape shape) {
    return shape == Shape.TABLE && random.nextInt(4) == 0;
  }

  private X x(@Nullable Bucket bucket) {
    if (bucket == null) {
      return new X(pick(List.of("place", "day", "pieces", "late", "id", "at", "weight")), null);
    }
    return new X(bucket.isShorterThanDay() || random.nextInt(3) > 0 ? "at" : "day", bucket);
  }

  private @Nullable String series(Shape shape, @Nullable X x) {
    boolean wanted =
        shape == Shape.STACK
            || ((shape == Shape.CHART || shape == Shape.TABLE) && random.nextBoolean());
    String series = pick(List.of("place", "late", "pieces"));
    return !wanted ? null : x != null && x.column().equals(series) ? "day" : series;
  }

  private List<Measure> measures(boolean many) {
    List<Measure> measures = new ArrayList<>();
    List<Aggregation> aggregations = new ArrayList<>(Arrays.asList(Aggregation.values()));
    java.util.Collections.shuffle(aggregations, random);
    for (Aggregation aggregation : many ? aggregations : aggregations.subList(0, 1)) {
      boolean ofRows = aggregation == Aggregation.COUNT && random.nextBoolean();
      measures.add(
          new Measure(ofRows ? null : measured(aggregation), aggregation, "m" + measures.size()));
    }
    return measures;
  }

  private String measured(Aggregation aggregation) {
    return aggregation.needsNumbers()
        ? pick(List.of("weight", "pieces", "id"))
        : pick(RandomSample.COLUMNS).name();
  }

  private Interval interval() {
    Instant one = sample.instant();
    Instant other = sample.instant();
    Instant first = one.isBefore(other) ? one : other;
    return switch (random.nextInt(4)) {
      case 0 -> new Interval(first, null);
      case 1 -> new Interval(first, first.equals(one) ? other : one);
      default -> Interval.ALL;
    };
  }

  private List<Filter> filters(int most) {
    List<Filter> filters = new ArrayList<>();
    while (filters.size() < most && random.nextInt(3) == 0) {
      filters.add(filter());
    }
    return filters;
  }

  private Filter filter() {
    Column column = pick(RandomSample.COLUMNS);
    FilterOp op = pick(Arrays.asList(FilterOp.values()));
    boolean wrong =
        (op == FilterOp.CONTAINS && column.type() != ColumnType.TEXT)
            || (op.comparesOrder() && column.type() == ColumnType.BOOLEAN);
    return wrong
        ? filter()
        : new Filter(column.name(), op, op.needsValue() ? value(column, op) : null);
  }

  private FilterValue value(Column column, FilterOp op) {
    int count = op == FilterOp.BETWEEN ? 2 : op == FilterOp.IN ? random.nextInt(4) : 1;
    List<Literal> literals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      literals.add(literal(column));
    }
    return new FilterValue(op.needsList(), literals);
  }

  private Literal literal(Column column) {
    return switch (column.type()) {
      case TIMESTAMP -> new Literal.Text(sample.instant().toString());
      case DATE -> new Literal.Text(sample.day().toString());
      case NUMBER, INTEGER ->
          new Literal.Number(BigDecimal.valueOf(random.nextInt(-8, 40)).divide(BigDecimal.TWO));
      case BOOLEAN -> new Literal.Truth(random.nextBoolean());
      case TEXT ->
          new Literal.Text(
              pick(List.of("Berlin", "BERLIN", "ü", "", "%", "'", "東", "\"; DROP TABLE x --")));
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
