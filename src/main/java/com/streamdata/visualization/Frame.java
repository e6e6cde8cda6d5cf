package com.streamdata.visualization;

import com.streamdata.http.StoredJson;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard says about all its data.
 *
 * @param timeZone IANA name
 * @param timeFrom default beginning, as people write it; null for none
 * @param filters as a JSON list
 * @param variables as a JSON list
 */
public record Frame(
    String timeZone,
    @Nullable String timeFrom,
    @Nullable String timeTo,
    String filters,
    String variables) {

  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** What is shown to who asks for no time. */
  public TimeRange usual() {
    return new TimeRange(timeFrom, timeTo);
  }

  public List<Filter> shared() {
    return StoredJson.readList(filters, Filter.class);
  }

  /** What statements may name. */
  public List<Variable> variableList() {
    return StoredJson.readList(variables, Variable.class);
  }
}
