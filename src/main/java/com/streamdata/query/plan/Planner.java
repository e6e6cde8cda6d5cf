package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.SqlNames;
import com.streamdata.engine.SqlText;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.X;
import com.streamdata.query.bucket.BucketChoice;
import com.streamdata.query.bucket.Buckets;
import com.streamdata.query.bucket.Micros;
import com.streamdata.query.rules.QueryRules;
import com.streamdata.query.table.Table;
import com.streamdata.query.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** AnswerTable questions about one relation. */
public record Planner(QueryEngine engine, Relation relation) {

  /**
   * @throws com.streamdata.error.AppException if the query does not fit its shape or the relation's
   *     columns
   */
  public Table answer(Question question) {
    List<ErrorDetail> wrong =
        QueryRules.check(question.shape(), question.query(), relation.columns());
    if (!wrong.isEmpty()) {
      throw Checks.invalid(wrong.stream().map(detail -> detail.under("query")).toList());
    }
    Plan plan = plan(question);
    return AnswerTable.of(
        plan, engine.run(plan.listsRows() ? RowsSelect.of(plan) : GroupedSelect.of(plan)));
  }

  private Plan plan(Question question) {
    Query query = question.query();
    Conditions conditions = new Conditions(relation, engine.dialect(), question.zone());
    return new Plan(
        question.shape(),
        query,
        relation,
        engine.dialect(),
        conditions.of(query, question.shared(), question.interval()),
        buckets(question),
        conditions.timeColumn(query));
  }

  private @Nullable Buckets buckets(Question question) {
    X x = question.query().x();
    if (x == null || x.bucket() == null) {
      return null;
    }
    ColumnType type = relation.type(x.column());
    Interval asked = question.interval();
    boolean isEnough = asked.from() != null && asked.to() != null && !engine.knowsBounds();
    Interval stored = isEnough ? asked : bounds(new Column(x.column(), type));
    return BucketChoice.of(x.bucket(), type, question.zone(), asked, stored);
  }

  /** The first and the last time that is stored: a lookup in statistics, not a scan. */
  private Interval bounds(Column column) {
    Field<Object> field = SqlNames.column(column.name());
    var select =
        DSL.select(time(column.type(), DSL.min(field)), time(column.type(), DSL.max(field)))
            .from(relation.from());
    @Nullable Object[] found = engine.run(SqlText.of(select, engine.dialect().jooq())).getFirst();
    return found[0] instanceof Long first && found[1] instanceof Long last
        ? new Interval(instant(column.type(), first), instant(column.type(), last))
        : Interval.ALL;
  }

  private Field<Long> time(ColumnType type, Field<?> value) {
    return type == ColumnType.DATE
        ? engine.dialect().epochDay(value)
        : engine.dialect().epochMicros(value);
  }

  private static Instant instant(ColumnType type, long number) {
    return type == ColumnType.DATE
        ? Instant.EPOCH.plus(Duration.ofDays(number))
        : Micros.instant(number);
  }
}
