package com.streamdata.api.grafana;

import com.streamdata.dashboard.Annotation;
import com.streamdata.error.AppException;
import com.streamdata.query.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which annotations of a dashboard somebody asks for; what is no number counts as not given. */
record AnnotationSearch(MultiValueMap<String, String> parameters) {
  private static final int USUAL = 100;
  private static final int MOST = 10_000;

  static AnnotationSearch of(MultiValueMap<String, String> parameters) {
    return new AnnotationSearch(parameters);
  }

  /** Both ends, the last included, or none, as Grafana has it. */
  Interval during() {
    return between(number("from"), number("to"), Interval.ALL);
  }

  /** The stretch from one epoch millisecond to another; the other one if either is not there. */
  static Interval between(@Nullable Long from, @Nullable Long to, Interval otherwise) {
    return from != null && to != null && from > 0 && to > 0
        ? new Interval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to).plusMillis(1))
        : otherwise;
  }

  int limit() {
    Long limit = number("limit");
    return limit == null || limit <= 0 ? USUAL : (int) Math.min(limit, MOST);
  }

  boolean finds(Annotation annotation) {
    Long panel = number("panelId");
    Long user = number("userId");
    List<String> tags = Objects.requireNonNullElse(parameters.get("tags"), List.of());
    boolean any = "true".equals(parameters.getFirst("matchAny"));
    return !"alert".equals(parameters.getFirst("type"))
        && (panel == null || panel == 0 || panel == annotation.panelId())
        && (user == null || user == 0 || user == annotation.userId().value())
        && isTagged(annotation.tagList(), tags, any);
  }

  static boolean isTagged(List<String> tags, List<String> asked, boolean any) {
    return asked.isEmpty()
        || (any ? asked.stream().anyMatch(tags::contains) : tags.containsAll(asked));
  }

  @Nullable Long number(String name) {
    return number(parameters, name);
  }

  static @Nullable Long number(MultiValueMap<String, String> parameters, String name) {
    String text = parameters.getFirst(name);
    return text != null && text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /**
   * The id in an address.
   *
   * @throws AppException invalid, if it is no number
   */
  static long id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw LegacyErrors.wrong("annotationId is invalid");
    }
    return Long.parseLong(text);
  }
}
