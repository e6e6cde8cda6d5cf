package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.Target;
import com.streamdata.dashboard.DashboardDetails;
import com.streamdata.dashboard.DashboardView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Grafana says of a dashboard beside its JSON: to somebody with an account (observed
 * behaviour, 5.3), or to a visitor of its link (3.1).
 *
 * @param annotationsPermissions null for a visitor of a link
 * @param publicDashboardEnabled absent unless an enabled public link shows it
 */
record DashboardMeta(
    String type,
    boolean canSave,
    boolean canEdit,
    boolean canAdmin,
    boolean canStar,
    boolean canDelete,
    String slug,
    String url,
    String expires,
    Instant created,
    Instant updated,
    String updatedBy,
    String createdBy,
    long version,
    boolean hasAcl,
    boolean isFolder,
    long folderId,
    String folderUid,
    String folderTitle,
    String folderUrl,
    boolean provisioned,
    String provisionedExternalId,
    @Nullable AnnotationsPermissions annotationsPermissions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean publicDashboardEnabled) {

  /** Grafana's zero time. */
  private static final String NEVER = "0001-01-01T00:00:00Z";

  /** What the caller may do to annotations: those of the whole organization do not exist here. */
  record AnnotationsPermissions(Rights dashboard, Rights organization) {}

  /** To annotations of one kind. */
  record Rights(boolean canAdd, boolean canEdit, boolean canDelete) {}

  static DashboardMeta of(
      Access access, Caller caller, DashboardDetails details, DashboardView view) {
    Target target = new Target.OfDashboard(details.id());
    boolean edits = access.may(caller, Action.DASHBOARDS_WRITE, target);
    String folder = Objects.requireNonNullElse(details.folderUid(), "");
    String folderTitle = Objects.requireNonNullElse(details.folderTitle(), "General");
    Instant updated = Objects.requireNonNullElse(details.updatedAt(), details.createdAt());
    return new DashboardMeta(
        "db",
        edits,
        edits,
        access.may(caller, Action.DASHBOARDS_SHARE, target),
        false,
        access.may(caller, Action.DASHBOARDS_DELETE, target),
        Slug.of(details.name()),
        url(details.uid(), details.name()),
        NEVER,
        details.createdAt().truncatedTo(ChronoUnit.SECONDS),
        updated.truncatedTo(ChronoUnit.SECONDS),
        Objects.requireNonNullElse(details.updatedBy(), details.createdBy()),
        details.createdBy(),
        view.version(),
        false,
        false,
        details.folderId() == null ? 0 : details.folderId().value(),
        folder,
        folderTitle,
        folder.isEmpty() ? "" : FolderResource.url(folder, folderTitle),
        false,
        "",
        new AnnotationsPermissions(rights(access, caller, target), new Rights(false, false, false)),
        details.isPublic() ? true : null);
  }

  /** To a visitor: nobody's name, no number of ours, and nothing that may be done. */
  static DashboardMeta ofVisit(DashboardDetails details, long version) {
    Instant updated = Objects.requireNonNullElse(details.updatedAt(), details.createdAt());
    return new DashboardMeta(
        "db",
        false,
        false,
        false,
        false,
        false,
        Slug.of(details.name()),
        "",
        NEVER,
        details.createdAt().truncatedTo(ChronoUnit.SECONDS),
        updated.truncatedTo(ChronoUnit.SECONDS),
        "",
        "",
        version,
        false,
        false,
        0,
        Objects.requireNonNullElse(details.folderUid(), ""),
        "",
        "",
        false,
        "",
        null,
        true);
  }

  private static Rights rights(Access access, Caller caller, Target target) {
    return new Rights(
        access.may(caller, Action.ANNOTATIONS_CREATE, target),
        access.may(caller, Action.ANNOTATIONS_WRITE, target),
        access.may(caller, Action.ANNOTATIONS_DELETE, target));
  }

  /** Where people open it. */
  static String url(String uid, String title) {
    return "/d/" + uid + "/" + Slug.of(title);
  }
}
