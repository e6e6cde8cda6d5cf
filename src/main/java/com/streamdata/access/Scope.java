package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.regex.Pattern;

/**
 * Which dashboards a permission is about, in Grafana's words: all of them ({@code dashboards:*},
 * {@code folders:*}), one ({@code dashboards:uid:<uid>}) or those in a folder ({@code
 * folders:uid:<uid>}).
 */
public record Scope(@JsonValue String text) {
  private static final String DASHBOARD = "dashboards:uid:";
  private static final String FOLDER = "folders:uid:";
  private static final Pattern ALL = Pattern.compile("(dashboards|folders):(uid:)?\\*");
  private static final Pattern ONE =
      Pattern.compile("(" + DASHBOARD + "|" + FOLDER + ")[A-Za-z0-9_-]{1,40}");

  public Scope {
    Checks.require(
        ALL.matcher(text).matches() || ONE.matcher(text).matches(),
        "",
        "must be dashboards:*, dashboards:uid:<uid of a dashboard> or folders:uid:<uid of a"
            + " folder>");
  }

  @JsonCreator
  public static Scope of(String text) {
    return new Scope(text);
  }

  boolean covers(DashboardRef dashboard) {
    return coversAll()
        || text.equals(DASHBOARD + dashboard.uid())
        || (dashboard.folderUid() != null && text.equals(FOLDER + dashboard.folderUid()));
  }

  boolean coversAll() {
    return ALL.matcher(text).matches();
  }
}
