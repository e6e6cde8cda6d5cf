package com.streamdata.query.plan;

import static com.streamdata.engine.SqlNames.column;

import com.streamdata.query.ask.Direction;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.SortField;

/** The order of a grouped answer; all backwards when it is the newest points that are kept. */
record AnswerOrder(Plan plan) {

  /** The wanted order, then that of x and series, which leaves nothing open. */
  List<SortField<?>> sort() {
    List<SortField<?>> sort = new ArrayList<>();
    plan.query()
        .order()
        .forEach(order -> sort.add(sorted(sortable(order.column()), order.direction())));
    GroupedSelect.dimensions(plan.query()).forEach(field -> sort.add(sorted(field, Direction.ASC)));
    return sort;
  }

  SortField<?> sorted(Field<?> field, Direction direction) {
    boolean backwards = plan.keepsNewest();
    SortField<?> sort = (direction == Direction.ASC) != backwards ? field.asc() : field.desc();
    return backwards ? sort.nullsFirst() : sort.nullsLast();
  }

  /** What a name in the answer is ordered by. */
  Field<?> sortable(String name) {
    Query query = plan.query();
    if (query.x() != null && query.x().column().equals(name)) {
      return column("k");
    }
    if (name.equals(query.series())) {
      return column("s");
    }
    List<String> labels = query.measures().stream().map(Measure::name).toList();
    return plan.dialect().sortable(column("m" + labels.indexOf(name)));
  }
}
