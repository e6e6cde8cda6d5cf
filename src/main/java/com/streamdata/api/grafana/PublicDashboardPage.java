package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.share.PublicDashboard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of public dashboards (observed behaviour, 2.11).
 *
 * @param totalCount of all that the caller may read
 */
record PublicDashboardPage(List<Line> publicDashboards, int totalCount, int page, int perPage) {
  private static final int MOST = 1000;

  /** One public dashboard. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String uid,
      @Nullable String accessToken,
      String title,
      String dashboardUid,
      boolean isEnabled,
      String slug) {
    static Line of(PublicDashboard.Listed listed) {
      return new Line(
          listed.uid(),
          listed.accessToken(),
          listed.title(),
          listed.dashboardUid(),
          listed.enabled(),
          Slug.of(listed.title()));
    }
  }

  /** The page that is asked for. */
  static PublicDashboardPage of(
      List<PublicDashboard.Listed> all, @Nullable String perPageText, @Nullable String pageText) {
    int perPage = Math.min(PageNumber.of(perPageText, MOST), MOST);
    int page = PageNumber.of(pageText, 1);
    long start = (page - 1L) * perPage;
    List<Line> lines = all.stream().skip(start).limit(perPage).map(Line::of).toList();
    return new PublicDashboardPage(lines, all.size(), page, perPage);
  }
}
