package com.streamdata.query.plan;

import com.streamdata.query.ask.Bucket;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import com.streamdata.query.table.Limits;
import com.streamdata.query.table.TableColumn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the right answer to a question is, by loops over the rows. Knows nothing of SQL or of the
 * product's buckets.
 */
record Reference(Sample sample, Question question) {

  /** The rows of the answer, as lists of values as in {@link TableColumn}. */
  List<List<@Nullable Object>> answer() {
    List<@Nullable Object[]> kept =
        sample.rows().stream()
            .filter(new ReferenceFilter(sample, question.zone()).keeps(question))
            .toList();
    if (query().measures().isEmpty()) {
      return rows(kept);
    }
    Map<List<@Nullable Object>, List<@Nullable Object[]>> groups =
        new LinkedHashMap<List<@Nullable Object>, List<@Nullable Object[]>>();
    if (query().x() == null && query().series() == null) {
      group(groups, new ArrayList<>());
    }
    kept.forEach(row -> group(groups, key(row)).add(row));
    List<List<@Nullable Object>> answer = new ArrayList<>();
    for (List<@Nullable Object> key : groups.keySet()) {
      answer.add(joined(key, measures(group(groups, key))));
    }
    if (question.shape().showsGaps() && bucket() != null) {
      answer.addAll(gaps(answer));
    }
    answer.sort(order());
    return answer;
  }

  private List<List<@Nullable Object>> rows(List<@Nullable Object[]> kept) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    kept.forEach(row -> rows.add(columns(row)));
    return rows;
  }

  private static List<@Nullable Object[]> group(
      Map<List<@Nullable Object>, List<@Nullable Object[]>> groups, List<@Nullable Object> key) {
    List<@Nullable Object[]> group = groups.get(key);
    if (group == null) {
      group = new ArrayList<>();
      groups.put(key, group);
    }
    return group;
  }

  private Query query() {
    return question.query();
  }

  private @Nullable Bucket bucket() {
    return query().x() == null ? null : query().x().bucket();
  }

  private List<@Nullable Object> columns(@Nullable Object[] row) {
    List<@Nullable Object> values = new ArrayList<>();
    query().columns().forEach(column -> values.add(row[sample.index(column)]));
    return values;
  }

  private List<@Nullable Object> key(@Nullable Object[] row) {
    List<@Nullable Object> key = new ArrayList<>();
    if (query().x() != null) {
      key.add(start(row[sample.index(query().x().column())]));
    }
    if (query().series() != null) {
      key.add(row[sample.index(query().series())]);
    }
    return key;
  }

  private @Nullable Object start(@Nullable Object value) {
    Bucket bucket = bucket();
    if (bucket == null) {
      return value;
    }
    var buckets = new ReferenceBuckets(bucket, question.zone());
    return switch (value) {
      case Instant instant -> buckets.start(instant);
      case LocalDate day -> buckets.start(day);
      case null, default -> value;
    };
  }

  private List<@Nullable Object> measures(List<@Nullable Object[]> rows) {
    List<@Nullable Object> values = new ArrayList<>();
    query().measures().forEach(measure -> values.add(measure(measure, rows)));
    return values;
  }

  private @Nullable Object measure(Measure measure, List<@Nullable Object[]> rows) {
    if (measure.column() == null) {
      return (long) rows.size();
    }
    int index = sample.index(measure.column());
    List<Object> values = rows.stream().flatMap(row -> Stream.ofNullable(row[index])).toList();
    return switch (measure.aggregation()) {
      case COUNT -> (long) values.size();
      case COUNT_DISTINCT -> values.stream().distinct().count();
      case SUM -> values.isEmpty() ? null : sum(values);
      case AVG -> values.isEmpty() ? null : sum(values).doubleValue() / values.size();
      case MIN -> values.stream().min(Reference::compare).orElse(null);
      case MAX -> values.stream().max(Reference::compare).orElse(null);
      case MEDIAN -> values.isEmpty() ? null : median(values);
      case LAST -> last(rows, index);
    };
  }

  private static Number sum(List<Object> values) {
    if (values.getFirst() instanceof Double) {
      return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sum();
    }
    BigInteger sum =
        values.stream()
            .map(value -> BigInteger.valueOf(((Number) value).longValue()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return sum.bitLength() < Long.SIZE ? (Number) sum.longValue() : sum;
  }

  private static double median(List<Object> values) {
    double[] sorted =
        values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private @Nullable Object last(List<@Nullable Object[]> rows, int index) {
    int time = new ReferenceFilter(sample, question.zone()).timeColumn(query());
    @Nullable Object[] newest = null;
    for (@Nullable Object[] row : rows) {
      if (row[index] != null
          && (newest == null || compareNullsFirst(row[time], newest[time]) >= 0)) {
        newest = row;
      }
    }
    return newest == null ? null : newest[index];
  }

  private List<List<@Nullable Object>> gaps(List<List<@Nullable Object>> answer) {
    Map<List<@Nullable Object>, TreeSet<Object>> present = new LinkedHashMap<>();
    for (List<@Nullable Object> row : answer) {
      if (row.getFirst() != null) {
        present
            .computeIfAbsent(row.subList(1, dimensions()), _ -> new TreeSet<>(Reference::compare))
            .add(row.getFirst());
      }
    }
    TreeSet<Object> any = new TreeSet<>(Reference::compare);
    present.values().forEach(any::addAll);
    boolean few =
        any.isEmpty()
            || between(any.first(), any.last(), Limits.POINTS_PER_SERIES + 1).size()
                <= Limits.POINTS_PER_SERIES;
    List<List<@Nullable Object>> gaps = new ArrayList<>();
    present.forEach((series, starts) -> {
      for (Object start : missing(starts, few)) {
        List<@Nullable Object> gap = new ArrayList<>();
        gap.add(start);
        gap.addAll(series);
        query().measures().forEach(_ -> gap.add(null));
        gaps.add(gap);
      }
    });
    return gaps;
  }

  private List<Object> missing(TreeSet<Object> present, boolean few) {
    List<Object> gaps = new ArrayList<>();
    if (few) {
      gaps.addAll(between(present.first(), present.last(), Integer.MAX_VALUE));
    } else {
      present
          .headSet(present.last())
          .forEach(start -> gaps.add(between(start, present.last(), 2).get(1)));
    }
    gaps.removeIf(present::contains);
    return gaps;
  }

  private List<Object> between(Object first, Object last, int most) {
    var buckets = new ReferenceBuckets(java.util.Objects.requireNonNull(bucket()), question.zone());
    return first instanceof Instant
        ? List.copyOf(buckets.between((Instant) first, (Instant) last, most))
        : List.copyOf(buckets.between((LocalDate) first, (LocalDate) last, most));
  }

  private int dimensions() {
    return (query().x() == null ? 0 : 1) + (query().series() == null ? 0 : 1);
  }

  private Comparator<List<@Nullable Object>> order() {
    return (left, right) -> {
      for (int i = 0; i < dimensions(); i++) {
        int order = compareNullsLast(left.get(i), right.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compareNullsLast(@Nullable Object left, @Nullable Object right) {
    return left == null || right == null
        ? Boolean.compare(left == null, right == null)
        : compare(left, right);
  }

  private static int compareNullsFirst(@Nullable Object left, @Nullable Object right) {
    return left == null || right == null
        ? Boolean.compare(left != null, right != null)
        : compare(left, right);
  }

  private static int compare(Object left, Object right) {
    return switch (left) {
      case Instant instant -> instant.compareTo((Instant) right);
      case LocalDate day -> day.compareTo((LocalDate) right);
      case Boolean truth -> truth.compareTo((Boolean) right);
      case Long number -> number.compareTo((Long) right);
      case Double number -> number.compareTo((Double) right);
      default -> compareText(left.toString(), right.toString());
    };
  }

  /** By code points, as databases do, not by UTF-16 as Java does. */
  static int compareText(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static List<@Nullable Object> joined(
      List<@Nullable Object> first, List<@Nullable Object> second) {
    List<@Nullable Object> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
