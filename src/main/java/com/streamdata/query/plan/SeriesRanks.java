package com.streamdata.query.plan;

import static com.streamdata.engine.SqlNames.column;
import static com.streamdata.engine.SqlNames.number;
import static com.streamdata.engine.SqlNames.table;

import com.streamdata.query.ask.Direction;
import com.streamdata.query.ask.Order;
import com.streamdata.query.table.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Groups with a series: the most common series are kept, and the first values of x whatever their
 * series; one more of each tells that there are more.
 *
 * @param groups with how many rows each has
 */
record SeriesRanks(Plan plan, Select<Record> groups) {
  private static final Field<BigDecimal> ROWS =
      DSL.field(DSL.quotedName(GroupedSelect.ROWS), BigDecimal.class);

  /** How many rows all groups of a series have. */
  private static final String SERIES_ROWS = "sn";

  /** The best of what the answer is ordered by, among all series of a value of x. */
  private static final String BEST = "kb";

  Select<?> select() {
    return plan.dialect().joinsRanks() ? joined() : windowed();
  }

  private Select<?> joined() {
    return DSL.with("g")
        .as(groups)
        .with("series")
        .as(ranked("s", mostCommon(DSL.sum(ROWS)), "sr", Limits.SERIES))
        .with("points")
        .as(ranked("k", firstOfX(best()), "xr", plan.most()))
        .select(ranks())
        .from(table("g"))
        .join(table("series"))
        .on(column("s").isNotDistinctFrom(column("sv")))
        .join(table("points"))
        .on(column("k").isNotDistinctFrom(column("kv")))
        .orderBy(new AnswerOrder(plan).sort());
  }

  /** The first values of a dimension, numbered. */
  private static Select<Record> ranked(
      String dimension, List<SortField<?>> order, String rank, int most) {
    List<Field<?>> fields =
        List.of(
            column(dimension).as(dimension + "v"), DSL.rowNumber().over().orderBy(order).as(rank));
    return DSL.select(fields)
        .from(table("g"))
        .groupBy(column(dimension))
        .orderBy(column(rank))
        .limit(DSL.inline(most + 1));
  }

  private Select<?> windowed() {
    List<Field<?>> all = answer();
    all.add(DSL.denseRank().over().orderBy(mostCommon(column(SERIES_ROWS))).as("sr"));
    all.add(DSL.denseRank().over().orderBy(firstOfX(List.of(column(BEST)))).as("xr"));
    return DSL.select(ranks())
        .from(DSL.select(all).from(totals().asTable("t")).asTable("ranked"))
        .where(number("sr").le(DSL.inline(Limits.SERIES + 1L)))
        .and(number("xr").le(DSL.inline(plan.most() + 1L)))
        .orderBy(new AnswerOrder(plan).sort());
  }

  private Select<Record> totals() {
    List<Field<?>> fields = answer();
    fields.add(DSL.sum(ROWS).over().partitionBy(column("s")).as(SERIES_ROWS));
    best().forEach(best -> fields.add(best.over().partitionBy(column("k")).as(BEST)));
    return DSL.select(fields).from(groups.asTable("g"));
  }

  private List<Field<?>> answer() {
    return new ArrayList<>(GroupedSelect.answer(plan.query()));
  }

  private List<Field<?>> ranks() {
    List<Field<?>> fields = answer();
    fields.add(column("xr"));
    fields.add(column("sr"));
    return fields;
  }

  private static List<SortField<?>> mostCommon(Field<?> rows) {
    return List.of(rows.desc(), column("s").asc().nullsLast());
  }

  /** Of all series, by what comes first in the wanted order; none if there is no such order. */
  private List<AggregateFunction<?>> best() {
    if (plan.query().order().isEmpty()) {
      return List.of();
    }
    Order first = plan.query().order().getFirst();
    Field<?> wanted = new AnswerOrder(plan).sortable(first.column());
    return List.of(first.direction() == Direction.ASC ? DSL.min(wanted) : DSL.max(wanted));
  }

  /** In the wanted order, a value of x standing where the best of its series stands. */
  private List<SortField<?>> firstOfX(List<? extends Field<?>> best) {
    AnswerOrder order = new AnswerOrder(plan);
    List<SortField<?>> sort = new ArrayList<>();
    for (Order first : plan.query().order().stream().limit(1).toList()) {
      sort.add(order.sorted(best.getFirst(), first.direction()));
    }
    sort.add(order.sorted(column("k"), Direction.ASC));
    return sort;
  }
}
