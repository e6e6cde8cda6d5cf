package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import com.streamdata.dashboard.Annotation;
import com.streamdata.dashboard.AnnotationService;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.error.AppException;
import com.streamdata.query.time.Interval;
import com.streamdata.query.time.TimeRange;
import com.streamdata.share.CookieJar;
import com.streamdata.share.PublicVisits;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * The annotations that visitors of a public dashboard see (observed behaviour, 2.10): only those of
 * this very dashboard, only within the time that they may see, whatever is asked for.
 */
@Component
final class PublicAnnotations {
  private final PublicVisits visits;
  private final GrafanaDashboardService dashboards;
  private final DashboardService views;
  private final AnnotationService annotations;
  private final InstantSource clock;

  PublicAnnotations(
      PublicVisits visits,
      GrafanaDashboardService dashboards,
      DashboardService views,
      AnnotationService annotations,
      InstantSource clock) {
    this.visits = visits;
    this.dashboards = dashboards;
    this.views = views;
    this.annotations = annotations;
    this.clock = clock;
  }

  List<PublicAnnotation> list(
      String token, CookieJar cookies, MultiValueMap<String, String> parameters) {
    PublicVisits.Visit visit = visits.enter(token, cookies);
    Optional<Interval> during = visit.annotations() ? during(visit, parameters) : Optional.empty();
    return during.map(allowed -> within(visit.holder(), allowed)).orElseGet(List::of);
  }

  /** What the visitor asks for counts only where the share lets visitors choose the time. */
  private Optional<Interval> during(
      PublicVisits.Visit visit, MultiValueMap<String, String> parameters) {
    Optional<Interval> usual = usual(visit.holder());
    if (!visit.timeSelection()) {
      return usual;
    }
    Long from = AnnotationSearch.number(parameters, "from");
    Long to = AnnotationSearch.number(parameters, "to");
    return from != null && to != null && from > 0 && to > 0
        ? Optional.of(AnnotationSearch.between(from, to, Interval.ALL))
        : usual;
  }

  /** Empty when the dashboard's own time ends before it begins. */
  private Optional<Interval> usual(Caller.ShareHolder holder) {
    DashboardView view = views.get(holder, holder.dashboardId());
    TimeRange range = view.timeRange() == null ? TimeRange.ALL : view.timeRange();
    try {
      return Optional.of(range.resolve(clock.instant(), ZoneId.of(view.timeZone())));
    } catch (AppException _) {
      return Optional.empty();
    }
  }

  private List<PublicAnnotation> within(Caller.ShareHolder holder, Interval during) {
    List<Annotation> all = annotations.list(holder, holder.dashboardId(), during);
    Map<Long, PublicAnnotation> found = new LinkedHashMap<>();
    for (AnnotationEntry entry :
        AnnotationEntry.of(dashboards.json(holder, holder.dashboardId()))) {
      all.stream()
          .filter(entry::finds)
          .limit(entry.limit())
          .forEach(annotation -> {
            PublicAnnotation shown = PublicAnnotation.of(annotation, entry);
            if (entry.isByTags()) {
              found.put(annotation.id(), shown);
            } else {
              found.putIfAbsent(annotation.id(), shown);
            }
          });
    }
    return List.copyOf(found.values());
  }
}
