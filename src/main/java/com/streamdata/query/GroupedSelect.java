package com.streamdata.query;

import static com.streamdata.engine.SqlNames.column;
import static com.streamdata.engine.SqlNames.number;

import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.Dialect;
import com.streamdata.engine.SqlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Rows grouped by x and series. The answer's columns are {@code k} (x), {@code s} (series), both
 * only if there are such, and {@code m0}, {@code m1} … (measures); with a series also {@code xr}
 * and {@code sr}: how many-th value of x and of the series it is, in the order in which they are
 * kept.
 *
 * <p>The innermost SELECT gives every column a name of ours, so that nothing depends on what people
 * call theirs.
 */
final class GroupedSelect {
  private static final String ROWS = "n";

  /** How many rows all groups of a series have. */
  private static final String SERIES_ROWS = "sn";

  /** The best of what the answer is ordered by, among all series of a value of x. */
  private static final String BEST = "kb";

  private final Plan plan;
  private final Dialect dialect;
  private final RowNumbers rowNumbers;

  private GroupedSelect(Plan plan) {
    this.plan = plan;
    this.dialect = plan.dialect();
    this.rowNumbers =
        new RowNumbers(
            dialect,
            dimensions(plan.query()),
            plan.time() == null ? null : number("t"),
            plan.relation().arrival() == null ? null : number("r"));
  }

  static SqlText of(Plan plan) {
    GroupedSelect grouped = new GroupedSelect(plan);
    Select<?> select = plan.isSplit() ? grouped.splitBySeries() : grouped.plain();
    return SqlText.of(select, plan.dialect().jooq());
  }

  private Select<?> plain() {
    return DSL.select(answer())
        .from(groups().asTable("g"))
        .orderBy(sort())
        .limit(DSL.inline(plan.most() + 1));
  }

  /**
   * The most common series are kept, and the first values of x whatever their series; one more of
   * each tells that there are more.
   */
  private Select<?> splitBySeries() {
    List<Field<?>> all = new ArrayList<>(answer());
    all.add(DSL.denseRank().over().orderBy(mostCommon()).as("sr"));
    all.add(DSL.denseRank().over().orderBy(firstOfX()).as("xr"));
    List<Field<?>> answer = new ArrayList<>(answer());
    answer.add(column("xr"));
    answer.add(column("sr"));
    return DSL.select(answer)
        .from(DSL.select(all).from(totals().asTable("t")).asTable("ranked"))
        .where(number("sr").le(DSL.inline(Limits.SERIES + 1L)))
        .and(number("xr").le(DSL.inline(plan.most() + 1L)))
        .orderBy(sort());
  }

  private static List<SortField<?>> mostCommon() {
    return List.of(column(SERIES_ROWS).desc(), column("s").asc().nullsLast());
  }

  /** In the wanted order, a value of x standing where the best of its series stands. */
  private List<SortField<?>> firstOfX() {
    SortField<?> byX = sorted(column("k"), Direction.ASC, plan.keepsNewest());
    return plan.query().order().isEmpty()
        ? List.of(byX)
        : List.of(
            sorted(column(BEST), plan.query().order().getFirst().direction(), plan.keepsNewest()),
            byX);
  }

  private Select<Record> totals() {
    List<Field<?>> fields = new ArrayList<>(answer());
    fields.add(
        DSL.sum(DSL.field(DSL.quotedName(ROWS), BigDecimal.class))
            .over()
            .partitionBy(column("s"))
            .as(SERIES_ROWS));
    if (!plan.query().order().isEmpty()) {
      Order first = plan.query().order().getFirst();
      Field<?> wanted = sortable(first.column());
      var best = first.direction() == Direction.ASC ? DSL.min(wanted) : DSL.max(wanted);
      fields.add(best.over().partitionBy(column("k")).as(BEST));
    }
    return DSL.select(fields).from(groups().asTable("g"));
  }

  private Select<Record> groups() {
    List<Field<?>> fields = new ArrayList<>(dimensions());
    List<Measure> measures = plan.query().measures();
    for (int i = 0; i < measures.size(); i++) {
      fields.add(aggregate(measures.get(i), i).as("m" + i));
    }
    if (plan.isSplit()) {
      fields.add(DSL.count().as(ROWS));
    }
    var select = DSL.select(fields).from(numbered().asTable("i"));
    return dimensions().isEmpty() ? select : select.groupBy(dimensions());
  }

  /** The rows that count, numbered within their group where a measure needs it. */
  private Select<Record> numbered() {
    List<Field<?>> numbers = new ArrayList<>();
    List<Measure> measures = plan.query().measures();
    for (int i = 0; i < measures.size(); i++) {
      numbers.addAll(rowNumbers.columns(measures.get(i).aggregation(), number("a" + i), i));
    }
    Select<Record> rows = DSL.select(inner()).from(plan.relation().from()).where(plan.where());
    if (numbers.isEmpty()) {
      return rows;
    }
    List<Field<?>> all = new ArrayList<>();
    inner().forEach(field -> all.add(column(field.getName())));
    all.addAll(numbers);
    return DSL.select(all).from(rows.asTable("o"));
  }

  private List<Field<?>> inner() {
    Query query = plan.query();
    List<Field<?>> fields = new ArrayList<>();
    if (query.x() != null) {
      fields.add(x(query.x()).as("k"));
    }
    if (query.series() != null) {
      fields.add(plan.value(query.series()).as("s"));
    }
    for (int i = 0; i < query.measures().size(); i++) {
      String column = query.measures().get(i).column();
      if (column != null) {
        fields.add(plan.value(column).as("a" + i));
      }
    }
    if (plan.time() != null) {
      fields.add(plan.value(plan.time().name()).as("t"));
    }
    if (plan.relation().arrival() != null) {
      fields.add(column(plan.relation().arrival()).as("r"));
    }
    return fields.isEmpty() ? List.of(DSL.inline(1).as("one")) : fields;
  }

  private Field<?> x(X x) {
    return plan.buckets() == null
        ? plan.value(x.column())
        : plan.buckets().key(column(x.column()), dialect);
  }

  private Field<?> aggregate(Measure measure, int index) {
    Field<Long> value = number("a" + index);
    return switch (measure.aggregation()) {
      case COUNT -> measure.column() == null ? DSL.count() : DSL.count(value);
      case COUNT_DISTINCT -> DSL.countDistinct(value);
      case SUM -> dialect.sum(value, type(measure));
      case AVG -> dialect.average(value);
      case MIN -> DSL.min(value);
      case MAX -> DSL.max(value);
      case MEDIAN -> rowNumbers.median(value, index);
      case LAST -> rowNumbers.last(value, index);
    };
  }

  private ColumnType type(Measure measure) {
    return measure.column() == null ? ColumnType.INTEGER : plan.relation().type(measure.column());
  }

  private List<Field<?>> dimensions() {
    return dimensions(plan.query());
  }

  private static List<Field<?>> dimensions(Query query) {
    List<Field<?>> fields = new ArrayList<>();
    if (query.x() != null) {
      fields.add(column("k"));
    }
    if (query.series() != null) {
      fields.add(column("s"));
    }
    return fields;
  }

  private List<Field<?>> answer() {
    List<Field<?>> fields = new ArrayList<>(dimensions());
    for (int i = 0; i < plan.query().measures().size(); i++) {
      fields.add(column("m" + i));
    }
    return fields;
  }

  /**
   * The wanted order, then that of x and series, which leaves nothing open; all backwards to keep
   * the newest.
   */
  private List<SortField<?>> sort() {
    List<SortField<?>> sort = new ArrayList<>();
    boolean backwards = plan.keepsNewest();
    plan.query()
        .order()
        .forEach(order -> sort.add(sorted(sortable(order.column()), order.direction(), backwards)));
    dimensions().forEach(field -> sort.add(sorted(field, Direction.ASC, backwards)));
    return sort;
  }

  private static SortField<?> sorted(Field<?> field, Direction direction, boolean backwards) {
    SortField<?> sort = (direction == Direction.ASC) != backwards ? field.asc() : field.desc();
    return backwards ? sort.nullsFirst() : sort.nullsLast();
  }

  private Field<?> sortable(String name) {
    Query query = plan.query();
    if (query.x() != null && query.x().column().equals(name)) {
      return column("k");
    }
    if (name.equals(query.series())) {
      return column("s");
    }
    List<String> labels = query.measures().stream().map(Measure::name).toList();
    return dialect.sortable(column("m" + labels.indexOf(name)));
  }
}
