package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.DashboardRef;
import com.streamdata.access.Target;
import com.streamdata.db.Database;
import com.streamdata.query.time.Interval;
import com.streamdata.query.time.TimeRange;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Remarks on the time of a dashboard: each belongs to one, there are none of the whole server. */
@Service
public final class AnnotationService {
  private static final int MOST_PER_DASHBOARD = 10_000;

  private final Access access;
  private final Database database;
  private final InstantSource clock;
  private final JsonMapper json;

  AnnotationService(Access access, Database database, InstantSource clock, JsonMapper json) {
    this.access = access;
    this.database = database;
    this.clock = clock;
    this.json = json;
  }

  /** Those that touch a stretch of time, the newest first; visitors of a link may ask too. */
  public List<Annotation> list(Caller caller, DashboardId dashboard, Interval during) {
    boolean visits = caller instanceof Caller.ShareHolder;
    requireMay(caller, visits ? Action.DASHBOARDS_READ : Action.ANNOTATIONS_READ, dashboard);
    long from = during.from() == null ? Long.MIN_VALUE : during.from().toEpochMilli();
    long to = during.to() == null ? Long.MAX_VALUE : during.to().toEpochMilli() - 1;
    return database.from(AnnotationStore.class, store -> store.list(dashboard, from, to));
  }

  /**
   * Those of a dashboard within the time that it shows.
   *
   * @param range {@link TimeRange#ALL} for the dashboard's usual time
   */
  public List<AnnotationView> during(Caller caller, DashboardView dashboard, TimeRange range) {
    TimeRange usual = dashboard.timeRange() == null ? TimeRange.ALL : dashboard.timeRange();
    Interval during = range.orElse(usual).resolve(clock.instant(), ZoneId.of(dashboard.timeZone()));
    return list(caller, dashboard.id(), during).stream().map(AnnotationView::of).toList();
  }

  public Annotation get(Caller caller, long id) {
    return require(caller, Action.ANNOTATIONS_READ, id);
  }

  /**
   * The dashboard that somebody means by its uid or its id, if they may do this to it.
   *
   * @param uid null to go by the id
   * @throws com.streamdata.error.AppException invalid when neither is given
   */
  public DashboardId require(
      Caller caller, Action action, @Nullable String uid, @Nullable DashboardId id) {
    access.requireAccount(caller);
    Optional<String> named =
        uid != null || id == null
            ? Optional.ofNullable(uid)
            : database.from(ImportStore.class, store -> store.find(id)).map(ImportStore.Found::uid);
    if (named.isEmpty()) {
      throw AnnotationErrors.failure(
          id == null ? AnnotationErrors.NO_DASHBOARD : ImportErrors.NOT_FOUND);
    }
    return access
        .requireByUid(caller, action, named.orElseThrow())
        .map(DashboardRef::id)
        .orElseThrow(() -> AnnotationErrors.failure(ImportErrors.NOT_FOUND));
  }

  /** Makes one and returns its id. */
  public long create(Caller caller, DashboardId dashboard, NewAnnotation request) {
    Caller.Account author = access.requireAccount(caller);
    requireMay(caller, Action.ANNOTATIONS_CREATE, dashboard);
    long now = clock.millis();
    return database.write(handle -> {
      AnnotationStore store = handle.attach(AnnotationStore.class);
      if (store.count(dashboard) >= MOST_PER_DASHBOARD) {
        throw AnnotationErrors.failure(AnnotationErrors.TOO_MANY);
      }
      return store.insert(
          dashboard,
          request.panelId(),
          author.userId(),
          request.start(now),
          request.end(now),
          request.text(),
          json.writeValueAsString(request.tags()),
          clock.instant());
    });
  }

  /** Makes it another one, from how it was. Its dashboard, panel and author stay. */
  public void change(Caller caller, long id, UnaryOperator<NewAnnotation> to) {
    require(caller, Action.ANNOTATIONS_WRITE, id);
    database.write(handle -> {
      AnnotationStore store = handle.attach(AnnotationStore.class);
      Annotation before = store.find(id).orElseThrow(AnnotationErrors::notFound);
      NewAnnotation after = to.apply(asNew(before));
      store.update(
          id,
          after.start(before.time()),
          after.end(before.time()),
          after.text(),
          json.writeValueAsString(after.tags()),
          clock.instant());
      return true;
    });
  }

  public void delete(Caller caller, long id) {
    require(caller, Action.ANNOTATIONS_DELETE, id);
    database.write(handle -> {
      handle.attach(AnnotationStore.class).delete(id);
      return true;
    });
  }

  private static NewAnnotation asNew(Annotation annotation) {
    return new NewAnnotation(
        annotation.panelId(),
        annotation.time(),
        annotation.timeEnd(),
        annotation.text(),
        annotation.tagList());
  }

  /** What does not exist is refused in the words for what the caller may not see. */
  private Annotation require(Caller caller, Action action, long id) {
    access.requireAccount(caller);
    Annotation found =
        database
            .from(AnnotationStore.class, store -> store.find(id))
            .filter(each -> access.may(caller, Action.ANNOTATIONS_READ, target(each)))
            .orElseThrow(AnnotationErrors::notFound);
    requireMay(caller, action, found.dashboardId());
    return found;
  }

  private void requireMay(Caller caller, Action action, DashboardId dashboard) {
    if (!access.may(caller, action, new Target.OfDashboard(dashboard))) {
      throw AccessErrors.denied(action.wireName());
    }
  }

  private static Target target(Annotation annotation) {
    return new Target.OfDashboard(annotation.dashboardId());
  }
}
