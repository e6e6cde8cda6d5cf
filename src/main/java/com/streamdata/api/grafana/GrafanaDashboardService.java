package com.streamdata.api.grafana;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.DashboardRef;
import com.streamdata.access.Role;
import com.streamdata.dashboard.DashboardContent;
import com.streamdata.dashboard.DashboardDetails;
import com.streamdata.dashboard.DashboardImportService;
import com.streamdata.dashboard.DashboardSaving;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.FolderId;
import com.streamdata.dashboard.FolderService;
import com.streamdata.error.AppException;
import com.streamdata.share.PublicVisits;
import com.streamdata.source.SourceService;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Saves, shows and deletes dashboards in Grafana's JSON. */
@Service
final class GrafanaDashboardService {
  private static final int LONGEST_TITLE = 5_000;
  private static final int LONGEST_TAG = 100;
  private static final int MOST_TAGS = 100;

  private final Access access;
  private final DashboardService dashboards;
  private final DashboardImportService imports;
  private final FolderService folders;
  private final SourceService sources;
  private final JsonMapper json;

  GrafanaDashboardService(
      Access access,
      DashboardService dashboards,
      DashboardImportService imports,
      FolderService folders,
      SourceService sources,
      JsonMapper json) {
    this.access = access;
    this.dashboards = dashboards;
    this.imports = imports;
    this.folders = folders;
    this.sources = sources;
    this.json = json;
  }

  /** What a client sends to save a dashboard. */
  record Wanted(
      @Nullable JsonNode dashboard,
      @Nullable String folderUid,
      @Nullable Long folderId,
      @Nullable Boolean overwrite) {}

  /** What it is told when it was saved. */
  record Saved(
      String folderUid,
      long id,
      String slug,
      String status,
      String title,
      String uid,
      String url,
      long version) {}

  /** A dashboard and what is known of it. */
  record Whole(DashboardMeta meta, JsonNode dashboard) {}

  /** What is said of one that was deleted. */
  record Deleted(String title, String message, String uid, long id) {}

  /**
   * Saves a dashboard as a new one or over one that is there.
   *
   * @param body read only for who may save at all
   */
  Saved save(Caller caller, Supplier<Wanted> body) {
    requireSaver(caller);
    Wanted wanted = body.get();
    if (!(wanted.dashboard() instanceof ObjectNode sent)) {
      throw LegacyErrors.of(LegacyErrors.BAD_BODY);
    }
    String title = title(sent);
    DashboardSaving where = where(caller, wanted, sent);
    DashboardId replaced = imports.replaced(caller, where).orElse(null);
    DashboardContent content = DashboardTranslation.of(sent, sources(caller, replaced, sent));
    DashboardImportService.Saved saved = imports.save(caller, where, content);
    return new Saved(
        Objects.requireNonNullElse(where.folder(), ""),
        saved.id().value(),
        Slug.of(title),
        "success",
        title,
        saved.uid(),
        DashboardMeta.url(saved.uid(), title),
        saved.version());
  }

  private static void requireSaver(Caller caller) {
    if (caller instanceof Caller.Account account && account.role() == Role.VIEWER) {
      throw AccessErrors.denied(Action.DASHBOARDS_CREATE.wireName());
    }
  }

  private DataSources sources(Caller caller, @Nullable DashboardId own, JsonNode sent) {
    return new DataSources(sources.listReadable(caller), own, sent.path("templating"));
  }

  private static String title(JsonNode sent) {
    String title = sent.path("title").stringValue("").strip();
    if (title.isEmpty()) {
      throw LegacyErrors.of(LegacyErrors.EMPTY_TITLE);
    }
    if (title.length() > LONGEST_TITLE) {
      throw LegacyErrors.of(LegacyErrors.TITLE_TOO_LONG);
    }
    return title;
  }

  private DashboardSaving where(Caller caller, Wanted wanted, ObjectNode sent) {
    long id = Lenient.whole(sent, "id").orElse(0);
    long version = Lenient.whole(sent, "version").orElse(0);
    return new DashboardSaving(
        id > 0 ? new DashboardId(id) : null,
        Lenient.orNull(Lenient.text(sent, "uid").strip()),
        version,
        Boolean.TRUE.equals(wanted.overwrite()),
        folder(caller, wanted),
        tags(sent),
        sent.toString());
  }

  private @Nullable String folder(Caller caller, Wanted wanted) {
    String uid = wanted.folderUid();
    if (uid != null && !uid.isEmpty()) {
      return uid.equals(FolderResource.GENERAL) ? null : uid;
    }
    if (wanted.folderId() == null || wanted.folderId() <= 0) {
      return null;
    }
    try {
      return folders.get(caller, new FolderId(wanted.folderId())).uid();
    } catch (AppException _) {
      throw LegacyErrors.of(LegacyErrors.FOLDER_NOT_FOUND);
    }
  }

  private static List<String> tags(JsonNode sent) {
    return Lenient.list(sent, "tags").stream()
        .map(Lenient::text)
        .filter(tag -> !tag.isBlank() && tag.length() <= LONGEST_TAG)
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  Whole get(Caller caller, String uid) {
    DashboardId id = require(caller, Action.DASHBOARDS_READ, uid);
    DashboardDetails details = imports.details(caller, id);
    DashboardView view = dashboards.get(caller, id);
    return new Whole(DashboardMeta.of(access, caller, details, view), json(details, view));
  }

  /** What a visitor of a public dashboard gets. */
  Whole visit(PublicVisits.Visit visit) {
    Caller caller = visit.holder();
    DashboardId id = visit.holder().dashboardId();
    DashboardDetails details = imports.details(caller, id);
    DashboardView view = dashboards.get(caller, id);
    return new Whole(
        DashboardMeta.ofVisit(details, view.version()),
        ViewerDashboard.of(json(details, view), visit.timeSelection(), visit.variableSelection()));
  }

  /** A dashboard's JSON as somebody who may read it gets it; visitors are shown less of it. */
  ObjectNode json(Caller caller, DashboardId id) {
    return json(imports.details(caller, id), dashboards.get(caller, id));
  }

  private ObjectNode json(DashboardDetails details, DashboardView view) {
    if (details.grafanaJson() == null) {
      return DashboardJson.of(json, view);
    }
    ObjectNode sent = parse(details.grafanaJson());
    if (!Objects.equals(details.grafanaVersion(), view.version())) {
      DashboardOverlay.lay(json, sent, view, details.drawnPanels());
    }
    return sent.put("id", view.id().value()).put("uid", view.uid()).put("version", view.version());
  }

  private static ObjectNode parse(String stored) {
    try {
      return (ObjectNode) GrafanaJson.mapper().readTree(stored);
    } catch (JacksonException | ClassCastException e) {
      throw new IllegalStateException("A stored dashboard is no JSON object", e);
    }
  }

  Deleted delete(Caller caller, String uid) {
    DashboardId id = require(caller, Action.DASHBOARDS_DELETE, uid);
    String title = imports.details(caller, id).name();
    dashboards.delete(caller, id, null);
    return new Deleted(title, "Dashboard " + title + " deleted", uid, id.value());
  }

  /**
   * The page of a dashboard in our application; the list, for who may not read it or is not known.
   */
  String page(Caller caller, String uid) {
    try {
      return "app/dashboards/" + require(caller, Action.DASHBOARDS_READ, uid);
    } catch (AppException _) {
      return "app/";
    }
  }

  private DashboardId require(Caller caller, Action action, String uid) {
    return access
        .requireByUid(caller, action, uid)
        .map(DashboardRef::id)
        .orElseThrow(() -> LegacyErrors.of(LegacyErrors.DASHBOARD_NOT_FOUND));
  }
}
