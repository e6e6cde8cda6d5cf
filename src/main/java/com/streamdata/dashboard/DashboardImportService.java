package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.ChangeLog;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.access.Uid;
import com.streamdata.db.Database;
import com.streamdata.visualization.VisualizationService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Saves whole dashboards that were made elsewhere, and tells what else is known of them. */
@Service
public final class DashboardImportService {
  private final Access access;
  private final Database database;
  private final ChangeLog changes;
  private final ImportedQueries queries;
  private final VisualizationService visualizations;
  private final InstantSource clock;
  private final JsonMapper json;

  DashboardImportService(
      Access access,
      Database database,
      ChangeLog changes,
      ImportedQueries queries,
      VisualizationService visualizations,
      InstantSource clock,
      JsonMapper json) {
    this.access = access;
    this.database = database;
    this.changes = changes;
    this.queries = queries;
    this.visualizations = visualizations;
    this.clock = clock;
    this.json = json;
  }

  /** What was saved. */
  public record Saved(DashboardId id, String uid, long version) {}

  /**
   * The dashboard that saving there would replace; empty if it would make one.
   *
   * @throws com.streamdata.error.AppException when its id is of none, or its uid of another one
   */
  public Optional<DashboardId> replaced(Caller caller, DashboardSaving where) {
    Optional<ImportStore.Found> found =
        database.from(ImportStore.class, store -> find(store, where));
    if (found.isEmpty()) {
      access.requireCreator(caller, Action.DASHBOARDS_CREATE.wireName());
      return Optional.empty();
    }
    access.requireByUid(caller, Action.DASHBOARDS_WRITE, found.orElseThrow().uid());
    return found.map(ImportStore.Found::id);
  }

  /**
   * Saves it, all or nothing. Queries that do not pass become notes that say why.
   *
   * @throws com.streamdata.error.AppException stale when somebody else has changed it meanwhile;
   *     not-found when there is no such folder
   */
  public Saved save(Caller caller, DashboardSaving where, DashboardContent content) {
    Caller.Account account = access.requireAccount(caller);
    DashboardId before = replaced(caller, where).orElse(null);
    DashboardContent passed = queries.passing(caller, before, content);
    try {
      return database.write(handle -> save(handle, account, where, before, passed));
    } catch (JdbiException e) {
      boolean taken = before == null && replaced(caller, where).isPresent();
      throw taken ? ImportErrors.failure(ImportErrors.SAME_UID) : e;
    }
  }

  private Saved save(
      Handle handle,
      Caller.Account account,
      DashboardSaving where,
      @Nullable DashboardId before,
      DashboardContent content) {
    ImportStore store = handle.attach(ImportStore.class);
    Optional<ImportStore.Found> found = find(store, where);
    boolean same = found.map(ImportStore.Found::id).equals(Optional.ofNullable(before));
    ImportErrors.require(same && isSeen(where, found), ImportErrors.STALE);
    FolderId folder = folder(handle, where.folder());
    String kept = found.map(ImportStore.Found::uid).orElseGet(Uid::random);
    String uid = where.uid() == null ? kept : where.uid();
    DashboardId id = before == null ? store.insert(uid, account.userId(), clock.instant()) : before;
    update(store, id, uid, folder, where, content);
    visualizations.replaceAll(handle, id, content.visualizations());
    long version = changes.note(handle, account, id, "dashboard.imported", content.name());
    return new Saved(id, uid, version);
  }

  private void update(
      ImportStore store,
      DashboardId id,
      String uid,
      @Nullable FolderId folder,
      DashboardSaving where,
      DashboardContent content) {
    store.update(
        id,
        uid,
        content.name(),
        folder,
        content.timeZone(),
        content.range().from(),
        content.range().to(),
        json.writeValueAsString(content.tiles()),
        json.writeValueAsString(content.filters()),
        json.writeValueAsString(content.notes()),
        json.writeValueAsString(content.variables()),
        where.original(),
        json.writeValueAsString(where.tags()),
        json.writeValueAsString(content.drawn()));
  }

  private static Optional<ImportStore.Found> find(ImportStore store, DashboardSaving where) {
    Optional<ImportStore.Found> byId =
        where.id() == null ? Optional.empty() : store.find(where.id());
    ImportErrors.require(where.id() == null || byId.isPresent(), ImportErrors.NOT_FOUND);
    Optional<ImportStore.Found> byUid =
        where.uid() == null ? Optional.empty() : store.find(where.uid());
    ImportErrors.require(
        byId.isEmpty() || byUid.isEmpty() || byId.equals(byUid), ImportErrors.SAME_UID);
    return byId.or(() -> byUid);
  }

  /** Without a version the sender has seen none. */
  private static boolean isSeen(DashboardSaving where, Optional<ImportStore.Found> found) {
    long seen = where.version() == null ? 0 : where.version();
    return where.overwrite() || found.isEmpty() || found.orElseThrow().version() == seen;
  }

  private static @Nullable FolderId folder(Handle handle, @Nullable String uid) {
    if (uid == null) {
      return null;
    }
    return handle
        .attach(FolderStore.class)
        .find(uid)
        .map(Folder::id)
        .orElseThrow(() -> ImportErrors.failure(ImportErrors.NO_FOLDER));
  }

  /** What else is known of a dashboard. */
  public DashboardDetails details(Caller caller, DashboardId id) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(id));
    return database
        .from(ImportStore.class, store -> store.findDetails(id))
        .orElseThrow(DashboardErrors::notFound);
  }

  /** The dashboards the caller may read, in the order of their names. */
  public List<FoundDashboard> list(Caller caller) {
    Set<DashboardId> readable = access.readable(caller);
    return database.from(ImportStore.class, ImportStore::list).stream()
        .filter(dashboard -> readable.contains(dashboard.id()))
        .toList();
  }
}
