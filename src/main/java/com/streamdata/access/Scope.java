package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.regex.Pattern;

/**
 * Which dashboards a permission is about: {@code dashboards:*} or {@code dashboards:uid:<uid>}, as
 * in Grafana.
 */
public record Scope(@JsonValue String text) {
  private static final String ALL = "dashboards:*";
  private static final String ONE = "dashboards:uid:";
  private static final Pattern FORM = Pattern.compile("dashboards:(\\*|uid:[A-Za-z0-9_-]{1,40})");

  public Scope {
    Checks.require(
        FORM.matcher(text).matches(),
        "",
        "must be dashboards:* or dashboards:uid:<uid of a dashboard>");
  }

  @JsonCreator
  public static Scope of(String text) {
    return new Scope(text);
  }

  boolean covers(DashboardRef dashboard) {
    return coversAll() || text.substring(ONE.length()).equals(dashboard.uid());
  }

  boolean coversAll() {
    return text.equals(ALL);
  }
}
