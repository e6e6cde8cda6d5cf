package com.streamdata.api.grafana;

import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.dashboard.AnnotationService;
import com.streamdata.dashboard.NewAnnotation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Annotations of dashboards (observed behaviour, 5.3). */
@RestController
final class AnnotationResource {
  private final AnnotationService annotations;

  AnnotationResource(AnnotationService annotations) {
    this.annotations = annotations;
  }

  /** What a client may send; null stays as it is in a patch. */
  record Wanted(
      @Nullable String dashboardUID,
      @Nullable Long dashboardId,
      @Nullable Long panelId,
      @Nullable Long time,
      @Nullable Long timeEnd,
      @Nullable String text,
      @Nullable List<String> tags) {
    NewAnnotation whole() {
      return new NewAnnotation(
          panelId == null ? 0 : panelId,
          time,
          timeEnd,
          text == null ? "" : text,
          tags == null ? List.of() : tags);
    }

    NewAnnotation over(NewAnnotation before) {
      return new NewAnnotation(
          before.panelId(),
          time == null ? before.time() : time,
          timeEnd == null ? before.timeEnd() : timeEnd,
          text == null ? before.text() : text,
          tags == null ? before.tags() : tags);
    }
  }

  /** What is said of one that was made. */
  record Made(String message, long id) {}

  /** What is said otherwise. */
  record Done(String message) {}

  @PostMapping("/api/annotations")
  Made create(Caller caller, HttpServletRequest request) {
    Wanted wanted = read(request);
    DashboardId dashboard =
        annotations.require(
            caller,
            Action.ANNOTATIONS_CREATE,
            uid(wanted.dashboardUID()),
            id(wanted.dashboardId()));
    return new Made("Annotation added", annotations.create(caller, dashboard, wanted.whole()));
  }

  @GetMapping("/api/annotations")
  List<ShownAnnotation> list(
      Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    AnnotationSearch search = AnnotationSearch.of(parameters);
    DashboardId dashboard =
        annotations.require(
            caller,
            Action.ANNOTATIONS_READ,
            uid(parameters.getFirst("dashboardUID")),
            id(search.number("dashboardId")));
    return annotations.list(caller, dashboard, search.during()).stream()
        .filter(search::finds)
        .limit(search.limit())
        .map(ShownAnnotation::of)
        .toList();
  }

  @GetMapping("/api/annotations/{id}")
  ShownAnnotation get(Caller caller, @PathVariable String id) {
    return ShownAnnotation.of(annotations.get(caller, AnnotationSearch.id(id)));
  }

  @PutMapping("/api/annotations/{id}")
  Done replace(Caller caller, HttpServletRequest request, @PathVariable String id) {
    Wanted wanted = read(request);
    annotations.change(
        caller,
        AnnotationSearch.id(id),
        before -> wanted.time() == null ? wanted.over(before) : wanted.whole());
    return new Done("Annotation updated");
  }

  @PatchMapping("/api/annotations/{id}")
  Done change(Caller caller, HttpServletRequest request, @PathVariable String id) {
    Wanted wanted = read(request);
    annotations.change(caller, AnnotationSearch.id(id), wanted::over);
    return new Done("Annotation patched");
  }

  @DeleteMapping("/api/annotations/{id}")
  Done delete(Caller caller, @PathVariable String id) {
    annotations.delete(caller, AnnotationSearch.id(id));
    return new Done("Annotation deleted");
  }

  private static Wanted read(HttpServletRequest request) {
    return GrafanaJson.read(request, Wanted.class, LegacyErrors.BAD_BODY);
  }

  private static @Nullable String uid(@Nullable String uid) {
    return uid == null ? null : Lenient.orNull(uid);
  }

  private static @Nullable DashboardId id(@Nullable Long id) {
    return id == null || id <= 0 ? null : new DashboardId(id);
  }
}
