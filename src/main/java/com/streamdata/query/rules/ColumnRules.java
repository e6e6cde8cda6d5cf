package com.streamdata.query.rules;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.X;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.filter.FilterRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the columns that a query names exist, and can do what it asks of them. */
final class ColumnRules {
  private final Map<String, ColumnType> types = new HashMap<>();
  private final List<ErrorDetail> wrong = new ArrayList<>();

  private ColumnRules(List<Column> columns) {
    columns.forEach(column -> types.put(column.name(), column.type()));
  }

  static List<ErrorDetail> check(Query query, List<Column> columns) {
    ColumnRules rules = new ColumnRules(columns);
    rules.x(query.x());
    rules.exists(query.series(), "series");
    rules.columns(query.columns());
    rules.measures(query.measures());
    rules.filters(query.filters());
    rules.names(query);
    rules.order(query);
    return rules.wrong;
  }

  private void x(@Nullable X x) {
    ColumnType type = exists(x == null ? null : x.column(), "x.column");
    if (x == null || x.bucket() == null || type == null) {
      return;
    }
    that(
        type == ColumnType.TIMESTAMP || type == ColumnType.DATE,
        "x.bucket",
        "needs a timestamp or date; " + x.column() + " is " + type.wireName());
    that(
        type != ColumnType.DATE || !x.bucket().isShorterThanDay(),
        "x.bucket",
        "must be day or longer: " + x.column() + " is a date");
  }

  private void columns(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      exists(columns.get(i), "columns[" + i + "]");
      that(seen.add(columns.get(i)), "columns[" + i + "]", "is listed twice");
    }
  }

  private void measures(List<Measure> measures) {
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      String place = "measures[" + i + "].column";
      ColumnType type = exists(measure.column(), place);
      that(
          type == null
              || !measure.aggregation().needsNumbers()
              || type == ColumnType.NUMBER
              || type == ColumnType.INTEGER,
          place,
          "must hold numbers for " + measure.aggregation().wireName() + name(type));
    }
  }

  private void filters(List<Filter> filters) {
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      ColumnType type = exists(filter.column(), "filters[" + i + "].column");
      if (type != null) {
        for (ErrorDetail detail : FilterRules.check(filter, type)) {
          wrong.add(detail.under("filters[" + i + "]"));
        }
      }
    }
  }

  private void names(Query query) {
    Set<String> seen = new HashSet<>();
    if (query.x() != null) {
      seen.add(query.x().column());
    }
    if (query.series() != null) {
      that(seen.add(query.series()), "series", "must be another column than x");
    }
    for (int i = 0; i < query.measures().size(); i++) {
      String label = query.measures().get(i).name();
      that(
          seen.add(label),
          "measures[" + i + "].name",
          "must differ from the other names in the answer: " + label + " is there already");
    }
  }

  private void order(Query query) {
    List<String> names = answerNames(query);
    for (int i = 0; i < query.order().size(); i++) {
      that(
          names.contains(query.order().get(i).column()),
          "order[" + i + "].column",
          "must be a name in the answer: " + String.join(", ", names));
    }
  }

  private static List<String> answerNames(Query query) {
    List<String> names = new ArrayList<>(query.columns());
    if (query.x() != null) {
      names.add(query.x().column());
    }
    if (query.series() != null) {
      names.add(query.series());
    }
    query.measures().forEach(measure -> names.add(measure.name()));
    return names;
  }

  private @Nullable ColumnType exists(@Nullable String column, String place) {
    if (column == null) {
      return null;
    }
    ColumnType type = types.get(column);
    that(type != null, place, "is not a column of the source");
    return type;
  }

  private static String name(@Nullable ColumnType type) {
    return type == null ? "" : "; it holds " + type.wireName();
  }

  private void that(boolean holds, String field, String message) {
    if (!holds) {
      wrong.add(ErrorDetail.field(field, message));
    }
  }
}
