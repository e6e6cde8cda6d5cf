package com.streamdata.query.plan;

import com.streamdata.query.ask.Query;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.filter.FilterOp;
import com.streamdata.query.filter.Literal;
import com.streamdata.query.time.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What filters and time ranges keep, in plain Java. */
record ReferenceFilter(Sample sample, ZoneId zone) {

  Predicate<@Nullable Object[]> keeps(Question question) {
    Predicate<@Nullable Object[]> all = row -> inTime(question, row);
    for (Filter filter : question.query().filters()) {
      all = all.and(row -> keeps(filter, row[sample.index(filter.column())]));
    }
    for (Filter filter : question.shared()) {
      all = all.and(row -> keeps(filter, row[sample.index(filter.column())]));
    }
    return all;
  }

  static boolean keeps(Filter filter, @Nullable Object value) {
    if (value == null) {
      return filter.op() == FilterOp.IS_NULL || filter.op() == FilterOp.NE;
    }
    List<Literal> literals = filter.value() == null ? List.of() : filter.value().literals();
    return switch (filter.op()) {
      case EQ -> compare(value, literals.getFirst()) == 0;
      case NE -> compare(value, literals.getFirst()) != 0;
      case LT -> compare(value, literals.getFirst()) < 0;
      case LE -> compare(value, literals.getFirst()) <= 0;
      case GT -> compare(value, literals.getFirst()) > 0;
      case GE -> compare(value, literals.getFirst()) >= 0;
      case BETWEEN -> compare(value, literals.get(0)) >= 0 && compare(value, literals.get(1)) <= 0;
      case IN -> literals.stream().anyMatch(literal -> compare(value, literal) == 0);
      case CONTAINS -> lower(value.toString()).contains(lower(text(literals.getFirst())));
      case IS_NULL -> false;
      case NOT_NULL -> true;
    };
  }

  private static int compare(Object value, Literal literal) {
    return switch (value) {
      case Instant instant -> instant.compareTo(Instant.parse(text(literal)));
      case LocalDate day -> day.compareTo(LocalDate.parse(text(literal)));
      case Boolean truth -> truth.compareTo(((Literal.Truth) literal).truth());
      case Long number -> BigDecimal.valueOf(number).compareTo(((Literal.Number) literal).number());
      case Double number -> number.compareTo(((Literal.Number) literal).number().doubleValue());
      default -> Reference.compareText(value.toString(), text(literal));
    };
  }

  private boolean inTime(Question question, @Nullable Object[] row) {
    int time = timeColumn(question.query());
    Interval interval = question.interval();
    if (time < 0 || (interval.from() == null && interval.to() == null)) {
      return true;
    }
    return switch (row[time]) {
      case Instant instant ->
          (interval.from() == null || !instant.isBefore(interval.from()))
              && (interval.to() == null || instant.isBefore(interval.to()));
      case LocalDate day ->
          (interval.from() == null
                  || day.plusDays(1).atStartOfDay(zone).toInstant().isAfter(interval.from()))
              && (interval.to() == null
                  || day.atStartOfDay(zone).toInstant().isBefore(interval.to()));
      case null, default -> false;
    };
  }

  /** Where the time is that ranges apply to, -1 if nowhere. */
  int timeColumn(Query query) {
    if (query.x() != null && isTime(sample.index(query.x().column()))) {
      return sample.index(query.x().column());
    }
    for (int i = 0; i < sample.columns().size(); i++) {
      if (isTime(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isTime(int index) {
    return switch (sample.columns().get(index).type()) {
      case TIMESTAMP, DATE -> true;
      case NUMBER, INTEGER, BOOLEAN, TEXT -> false;
    };
  }

  private static String text(Literal literal) {
    return ((Literal.Text) literal).text();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
