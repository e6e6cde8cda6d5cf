package com.streamdata.query.plan;

import com.streamdata.query.ask.Direction;
import com.streamdata.query.ask.Order;
import com.streamdata.query.bucket.Buckets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds a row without measures for every bucket that a series lacks between its first and its last;
 * if that is too long a time for one row each, only one at the beginning of each gap, which is
 * enough for a line to break there.
 */
final class GapFill {
  private GapFill() {}

  /**
   * @param rows with the start of a bucket or null first, the series, if any, second
   * @return the rows and the gaps, in the order of x
   */
  static List<@Nullable Object[]> fill(Plan plan, Buckets buckets, List<@Nullable Object[]> rows) {
    Map<@Nullable Object, NavigableSet<Long>> present = new LinkedHashMap<>();
    NavigableSet<Long> any = new TreeSet<>();
    for (@Nullable Object[] row : rows) {
      if (row[0] instanceof Long start) {
        present.computeIfAbsent(series(plan, row), _ -> new TreeSet<>()).add(start);
        any.add(start);
      }
    }
    boolean few = any.isEmpty() || areFew(buckets, any, plan.most());
    List<@Nullable Object[]> all = new ArrayList<>(rows);
    present.forEach((series, starts) -> {
      for (Long start : few ? allGaps(buckets, starts) : breaks(buckets, starts)) {
        all.add(gap(plan, start, series));
      }
    });
    all.sort(byX(plan));
    return all;
  }

  private static boolean areFew(Buckets buckets, NavigableSet<Long> present, int most) {
    int count = 0;
    for (long at = present.first(); at <= present.last() && count <= most; at = buckets.next(at)) {
      count++;
    }
    return count <= most;
  }

  private static List<Long> allGaps(Buckets buckets, NavigableSet<Long> present) {
    List<Long> gaps = new ArrayList<>();
    for (long at = present.first(); at < present.last(); at = buckets.next(at)) {
      if (!present.contains(at)) {
        gaps.add(at);
      }
    }
    return gaps;
  }

  private static List<Long> breaks(Buckets buckets, NavigableSet<Long> present) {
    return present.headSet(present.last()).stream()
        .map(buckets::next)
        .filter(next -> !present.contains(next))
        .toList();
  }

  private static @Nullable Object series(Plan plan, @Nullable Object[] row) {
    return plan.isSplit() ? row[1] : null;
  }

  private static @Nullable Object[] gap(Plan plan, Long start, @Nullable Object series) {
    boolean split = plan.isSplit();
    @Nullable Object[] row = new Object[plan.query().measures().size() + (split ? 2 : 1)];
    row[0] = start;
    if (split) {
      row[1] = series;
    }
    return row;
  }

  private static Comparator<@Nullable Object[]> byX(Plan plan) {
    List<Order> order = plan.query().order();
    boolean down = !order.isEmpty() && order.getFirst().direction() == Direction.DESC;
    Comparator<Long> direction = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return Comparator.comparing(
        row -> row[0] instanceof Long start ? start : null, Comparator.nullsLast(direction));
  }
}
