package com.streamdata.query.plan;

import static com.streamdata.engine.SqlNames.column;
import static com.streamdata.engine.SqlNames.number;

import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.Dialect;
import com.streamdata.engine.SqlText;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.X;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
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
  /** How many rows a group has. */
  static final String ROWS = "n";

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
    Select<?> select =
        plan.isSplit() ? new SeriesRanks(plan, grouped.groups()).select() : grouped.plain();
    return SqlText.of(select, plan.dialect().jooq());
  }

  private Select<?> plain() {
    return DSL.select(answer(plan.query()))
        .from(groups().asTable("g"))
        .orderBy(new AnswerOrder(plan).sort())
        .limit(DSL.inline(plan.most() + 1));
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

  /** The columns of x and series. */
  static List<Field<?>> dimensions(Query query) {
    List<Field<?>> fields = new ArrayList<>();
    if (query.x() != null) {
      fields.add(column("k"));
    }
    if (query.series() != null) {
      fields.add(column("s"));
    }
    return fields;
  }

  /** The columns of x, series and measures. */
  static List<Field<?>> answer(Query query) {
    List<Field<?>> fields = new ArrayList<>(dimensions(query));
    for (int i = 0; i < query.measures().size(); i++) {
      fields.add(column("m" + i));
    }
    return fields;
  }
}
