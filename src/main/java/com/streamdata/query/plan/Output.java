package com.streamdata.query.plan;

import com.streamdata.dataset.ColumnType;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import com.streamdata.query.bucket.Micros;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of the answer. */
record Output(String name, ColumnType type) {

  /** The columns of the answer to a plan, in the order in which SQL gives them. */
  static List<Output> of(Plan plan) {
    Query query = plan.query();
    List<Output> outputs = new ArrayList<>();
    query.columns().forEach(name -> outputs.add(new Output(name, plan.relation().type(name))));
    if (query.x() != null) {
      String name = query.x().column();
      outputs.add(new Output(name, plan.relation().type(name)));
    }
    if (query.series() != null) {
      outputs.add(new Output(query.series(), plan.relation().type(query.series())));
    }
    for (Measure measure : query.measures()) {
      ColumnType type = measure.column() == null ? null : plan.relation().type(measure.column());
      outputs.add(new Output(measure.name(), measure.aggregation().resultType(type)));
    }
    return outputs;
  }

  /** What people see of a value that SQL handed over. */
  @Nullable Object decode(@Nullable Object value) {
    if (value instanceof Long number) {
      return switch (type) {
        case TIMESTAMP -> Micros.instant(number);
        case DATE -> LocalDate.ofEpochDay(number);
        case BOOLEAN -> number != 0;
        case NUMBER, INTEGER, TEXT -> number;
      };
    }
    return value;
  }
}
