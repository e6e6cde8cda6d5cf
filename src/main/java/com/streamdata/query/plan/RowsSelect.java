package com.streamdata.query.plan;

import com.streamdata.engine.SqlNames;
import com.streamdata.engine.SqlText;
import com.streamdata.query.ask.Direction;
import com.streamdata.query.ask.Order;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** A table of rows as they are: in the wanted order, and by arrival where that leaves it open. */
final class RowsSelect {
  private RowsSelect() {}

  /** Asks for one row more than allowed, which tells whether there are more. */
  static SqlText of(Plan plan) {
    List<Field<?>> fields = new ArrayList<>();
    plan.query()
        .columns()
        .forEach(column -> fields.add(plan.value(column).as("c" + fields.size())));
    List<SortField<?>> sort = new ArrayList<>();
    for (Order order : plan.query().order()) {
      Field<?> column = plan.ordered(order.column());
      sort.add((order.direction() == Direction.ASC ? column.asc() : column.desc()).nullsLast());
    }
    if (plan.relation().arrival() != null) {
      sort.add(SqlNames.column(plan.relation().arrival()).asc());
    }
    Select<?> select =
        DSL.select(fields)
            .from(plan.relation().from())
            .where(plan.where())
            .orderBy(sort)
            .limit(DSL.inline(plan.most() + 1));
    return SqlText.of(select, plan.dialect().jooq());
  }
}
