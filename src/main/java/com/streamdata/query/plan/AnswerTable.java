package com.streamdata.query.plan;

import com.streamdata.query.bucket.Buckets;
import com.streamdata.query.table.Limits;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a table of what SQL gave for a plan: cut to what is allowed, in order, with gaps. */
final class AnswerTable {
  private AnswerTable() {}

  static Table of(Plan plan, List<@Nullable Object[]> found) {
    List<@Nullable Object[]> kept =
        plan.isSplit() ? keepSplit(plan, found) : keepFirst(plan, found);
    boolean cut = kept.size() < found.size();
    List<@Nullable Object[]> rows = new ArrayList<>(plan.keepsNewest() ? kept.reversed() : kept);
    if (plan.buckets() != null) {
      startBuckets(plan.buckets(), rows);
      if (plan.fillsGaps()) {
        List<@Nullable Object[]> filled = GapFill.fill(plan, plan.buckets(), rows);
        rows = keepPoints(plan, filled);
        cut |= rows.size() < filled.size();
      }
    }
    return table(Output.of(plan), rows, cut && plan.tellsWhenCut());
  }

  private static List<@Nullable Object[]> keepFirst(Plan plan, List<@Nullable Object[]> found) {
    return found.subList(0, Math.min(found.size(), plan.most()));
  }

  /** The last two columns are the ranks of x and of the series. */
  private static List<@Nullable Object[]> keepSplit(Plan plan, List<@Nullable Object[]> found) {
    return found.stream()
        .filter(row -> rank(row, 2) <= plan.most() && rank(row, 1) <= Limits.SERIES)
        .toList();
  }

  private static long rank(@Nullable Object[] row, int fromEnd) {
    return row[row.length - fromEnd] instanceof Long rank ? rank : 0;
  }

  private static void startBuckets(Buckets buckets, List<@Nullable Object[]> rows) {
    for (@Nullable Object[] row : rows) {
      if (row[0] instanceof Long key) {
        row[0] = buckets.start(key);
      }
    }
  }

  /**
   * Gaps count as points of their series too. Which end is cut depends on which one is of interest.
   */
  private static List<@Nullable Object[]> keepPoints(Plan plan, List<@Nullable Object[]> rows) {
    List<@Nullable Object[]> order = plan.keepsNewest() ? rows.reversed() : rows;
    Map<@Nullable Object, Integer> points = new HashMap<>();
    List<@Nullable Object[]> kept = new ArrayList<>();
    for (@Nullable Object[] row : order) {
      if (points.merge(plan.isSplit() ? row[1] : null, 1, Integer::sum) <= plan.most()) {
        kept.add(row);
      }
    }
    return plan.keepsNewest() ? kept.reversed() : kept;
  }

  private static Table table(List<Output> outputs, List<@Nullable Object[]> rows, boolean cut) {
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      List<@Nullable Object> values = new ArrayList<>(rows.size());
      for (@Nullable Object[] row : rows) {
        values.add(output.decode(row[i]));
      }
      columns.add(
          new TableColumn(output.name(), output.type(), Collections.unmodifiableList(values)));
    }
    return new Table(columns, rows.size(), cut);
  }
}
