package com.streamdata.query.rules;

import com.streamdata.dataset.Column;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import java.util.ArrayList;
import java.util.List;

/** What a query must have to be drawn in a certain shape, and from certain columns. */
public final class QueryRules {
  private QueryRules() {}

  /**
   * Everything that is wrong with a query, none if it is right.
   *
   * @param columns those of its source
   * @return paths are relative to the query: put it {@link ErrorDetail#under} its own place
   */
  public static List<ErrorDetail> check(Shape shape, Query query, List<Column> columns) {
    List<ErrorDetail> wrong = new ArrayList<>(shapeOf(shape, query));
    wrong.addAll(ColumnRules.check(query, columns));
    return wrong;
  }

  private static List<ErrorDetail> shapeOf(Shape shape, Query query) {
    List<ErrorDetail> wrong = new ArrayList<>();
    switch (shape) {
      case TABLE -> table(query, wrong);
      case CHART -> chart(query, wrong);
      case STACK -> stack(query, wrong);
      case PIE -> pie(query, wrong);
      case METRIC -> metric(query, wrong);
    }
    if (shape != Shape.TABLE) {
      that(
          query.columns().isEmpty(),
          "columns",
          "must be left out: only a table lists columns",
          wrong);
    }
    return wrong;
  }

  private static void table(Query query, List<ErrorDetail> wrong) {
    if (query.measures().isEmpty()) {
      that(
          !query.columns().isEmpty(),
          "columns",
          "is missing: a table lists columns, or has measures",
          wrong);
      that(query.x() == null, "x", "needs a measure: add one to measures, or list columns", wrong);
      that(query.series() == null, "series", "needs a measure: add one to measures", wrong);
      return;
    }
    that(
        query.columns().isEmpty(),
        "columns",
        "must be left out: a table with measures groups by x and series",
        wrong);
  }

  private static void chart(Query query, List<ErrorDetail> wrong) {
    needsX(Shape.CHART, query, wrong);
    boolean one = query.series() == null || query.measures().size() == 1;
    that(!query.measures().isEmpty(), "measures", "is missing: a chart needs at least one", wrong);
    that(
        one || query.measures().isEmpty(),
        "measures",
        "must be exactly one when there is a series: leave out the series or the other measures",
        wrong);
  }

  private static void stack(Query query, List<ErrorDetail> wrong) {
    needsX(Shape.STACK, query, wrong);
    needsOneMeasure(Shape.STACK, query, wrong);
    that(
        query.series() != null,
        "series",
        "is missing: a stacked bar chart needs a column whose values stand on each other",
        wrong);
  }

  private static void pie(Query query, List<ErrorDetail> wrong) {
    needsX(Shape.PIE, query, wrong);
    needsOneMeasure(Shape.PIE, query, wrong);
    that(
        query.series() == null,
        "series",
        "must be left out: the slices of a pie chart are x",
        wrong);
  }

  private static void metric(Query query, List<ErrorDetail> wrong) {
    needsOneMeasure(Shape.METRIC, query, wrong);
    that(query.x() == null, "x", "must be left out: a key metric is a single number", wrong);
    that(
        query.series() == null,
        "series",
        "must be left out: a key metric is a single number",
        wrong);
  }

  private static void needsX(Shape shape, Query query, List<ErrorDetail> wrong) {
    that(
        query.x() != null,
        "x",
        "is missing: " + shape.noun() + " needs a column that runs along it",
        wrong);
  }

  private static void needsOneMeasure(Shape shape, Query query, List<ErrorDetail> wrong) {
    that(
        query.measures().size() == 1,
        "measures",
        query.measures().isEmpty()
            ? "is missing: " + shape.noun() + " needs exactly one"
            : "must be exactly one for " + shape.noun(),
        wrong);
  }

  private static void that(boolean holds, String field, String message, List<ErrorDetail> wrong) {
    if (!holds) {
      wrong.add(ErrorDetail.field(field, message));
    }
  }
}
