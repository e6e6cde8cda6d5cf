package com.streamdata.query;

import static com.streamdata.query.engine.SqlNames.column;
import static com.streamdata.query.engine.SqlNames.number;

import com.streamdata.query.engine.SqlNames;
import com.streamdata.query.engine.SqlText;
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

  private final Plan plan;

  private GroupedSelect(Plan plan) {
    this.plan = plan;
  }

  static SqlText of(Plan plan) {
    GroupedSelect grouped = new GroupedSelect(plan);
    Select<?> select = plan.isSplit() ? grouped.splitBySeries() : grouped.plain();
    return SqlText.of(select, plan.dialect().jooq());
  }

  private Select<?> plain() {
    List<Field<?>> answer = new ArrayList<>(dimensions());
    answer.addAll(measures());
    Select<Record> groups = groups();
    return DSL.select(answer)
        .from(groups.asTable("g"))
        .orderBy(sort())
        .limit(DSL.inline(plan.most() + 1));
  }

  /** The most common series are kept, and the first values of x whatever their series. */
  private Select<?> splitBySeries() {
    List<Field<?>> answer = new ArrayList<>(dimensions());
    answer.addAll(measures());
    answer.add(column("xr"));
    answer.add(column("sr"));
    return DSL.with("g")
        .as(groups())
        .with("series")
        .as(ranked("s", mostCommon(), "sr", Limits.SERIES))
        .with("points")
        .as(ranked("k", firstOfX(), "xr", plan.most()))
        .select(answer)
        .from(SqlNames.table("g"))
        .join(SqlNames.table("series"))
        .on(column("s").isNotDistinctFrom(column("sv")))
        .join(SqlNames.table("points"))
        .on(column("k").isNotDistinctFrom(column("kv")))
        .orderBy(sort());
  }

  /** The first values of a dimension, numbered, and one more to tell that there are more. */
  private static Select<Record> ranked(
      String dimension, List<SortField<?>> order, String rank, int most) {
    List<Field<?>> fields =
        List.of(
            column(dimension).as(dimension + "v"), DSL.rowNumber().over().orderBy(order).as(rank));
    return DSL.select(fields)
        .from(SqlNames.table("g"))
        .groupBy(column(dimension))
        .orderBy(column(rank))
        .limit(DSL.inline(most + 1));
  }

  private static List<SortField<?>> mostCommon() {
    return List.of(DSL.sum(number(ROWS)).desc(), column("s").asc().nullsLast());
  }

  /** In the wanted order, a value of x standing where the best of its series stands. */
  private List<SortField<?>> firstOfX() {
    SortField<?> byX = sorted(column("k"), Direction.ASC, plan.keepsNewest());
    if (plan.query().order().isEmpty()) {
      return List.of(byX);
    }
    Order first = plan.query().order().getFirst();
    Field<?> wanted = alias(first.column());
    Field<?> best = first.direction() == Direction.ASC ? DSL.min(wanted) : DSL.max(wanted);
    return List.of(sorted(best, first.direction(), plan.keepsNewest()), byX);
  }

  private Select<Record> groups() {
    List<Field<?>> fields = new ArrayList<>(dimensions());
    List<Measure> measures = plan.query().measures();
    for (int i = 0; i < measures.size(); i++) {
      fields.add(aggregate(measures.get(i), "a" + i).as("m" + i));
    }
    if (plan.isSplit()) {
      fields.add(DSL.count().as(ROWS));
    }
    var select = DSL.select(fields).from(inner().asTable("i"));
    return dimensions().isEmpty() ? select : select.groupBy(dimensions());
  }

  private Select<Record> inner() {
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
    fields.add(column(plan.relation().arrival()).as("r"));
    return DSL.select(fields).from(SqlNames.table(plan.relation().table())).where(plan.where());
  }

  private Field<?> x(X x) {
    return plan.buckets() == null
        ? plan.value(x.column())
        : plan.buckets().key(column(x.column()), plan.dialect());
  }

  private Field<?> aggregate(Measure measure, String alias) {
    Field<Long> value = number(alias);
    return switch (measure.aggregation()) {
      case COUNT -> measure.column() == null ? DSL.count() : DSL.count(value);
      case COUNT_DISTINCT -> DSL.countDistinct(value);
      case SUM -> DSL.sum(value);
      case AVG -> DSL.avg(value);
      case MIN -> DSL.min(value);
      case MAX -> DSL.max(value);
      case MEDIAN -> plan.dialect().median(value);
      case LAST ->
          plan.dialect().last(value, plan.time() == null ? null : number("t"), number("r"));
    };
  }

  private List<Field<?>> dimensions() {
    List<Field<?>> fields = new ArrayList<>();
    if (plan.query().x() != null) {
      fields.add(column("k"));
    }
    if (plan.query().series() != null) {
      fields.add(column("s"));
    }
    return fields;
  }

  private List<Field<?>> measures() {
    List<Field<?>> fields = new ArrayList<>();
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
        .forEach(order -> sort.add(sorted(alias(order.column()), order.direction(), backwards)));
    dimensions().forEach(field -> sort.add(sorted(field, Direction.ASC, backwards)));
    return sort;
  }

  private static SortField<?> sorted(Field<?> field, Direction direction, boolean backwards) {
    SortField<?> sort = (direction == Direction.ASC) != backwards ? field.asc() : field.desc();
    return backwards ? sort.nullsFirst() : sort.nullsLast();
  }

  private Field<?> alias(String name) {
    Query query = plan.query();
    if (query.x() != null && query.x().column().equals(name)) {
      return column("k");
    }
    if (name.equals(query.series())) {
      return column("s");
    }
    List<String> labels = query.measures().stream().map(Measure::name).toList();
    return column("m" + labels.indexOf(name));
  }
}
