package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table as Grafana sends it (observed behaviour, 3.2). */
record DataFrame(Schema schema, Data data) {

  /** What its columns are. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Schema(@Nullable String name, String refId, Meta meta, List<Field> fields) {}

  /**
   * What there is to say of it.
   *
   * @param notices null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Meta(List<Integer> typeVersion, @Nullable List<Notice> notices) {
    static final Meta PLAIN = new Meta(List.of(0, 0), null);

    static Meta cut(int rows) {
      return new Meta(
          List.of(0, 0),
          List.of(new Notice("warning", "Results have been limited to " + rows + " rows")));
    }
  }

  /** Something a reader should know. */
  record Notice(String severity, String text) {}

  /**
   * One column.
   *
   * @param labels what tells it from others of its name; null for nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Field(String name, String type, TypeInfo typeInfo, @Nullable Map<String, String> labels) {}

  /**
   * @param frame Go's name of the type
   * @param nullable null for false
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TypeInfo(String frame, @Nullable Boolean nullable) {}

  /**
   * A list of values for each column.
   *
   * @param entities where numbers are that JSON has no form for; null if there are none
   * @param nanos what times have beyond milliseconds; null if none has anything
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      List<List<@Nullable Object>> values,
      @Nullable List<@Nullable Entities> entities,
      @Nullable List<@Nullable List<Long>> nanos) {}

  /** The places of a column's numbers that are not finite. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Entities(List<Integer> NaN, List<Integer> Inf, List<Integer> NegInf) {}
}
