package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Role;
import com.streamdata.access.Target;
import com.streamdata.access.Uid;
import com.streamdata.db.Database;
import com.streamdata.error.ErrorCode;
import com.streamdata.source.SourceService;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes, shows, changes and deletes folders. Who may create dashboards may create folders; a folder
 * is changed by who made it and by admins.
 */
@Service
public final class FolderService {
  private static final int LONGEST_TITLE = 200;

  private final Access access;
  private final Database database;
  private final SourceService sources;
  private final InstantSource clock;

  FolderService(Access access, Database database, SourceService sources, InstantSource clock) {
    this.access = access;
    this.database = database;
    this.sources = sources;
    this.clock = clock;
  }

  /** All that the caller may know of, in the order of their titles. */
  public List<Folder> list(Caller caller) {
    access.requireAccount(caller);
    return database.from(FolderStore.class, FolderStore::list).stream()
        .filter(folder -> mayRead(caller, folder))
        .toList();
  }

  public Folder get(Caller caller, String uid) {
    access.requireAccount(caller);
    return find(uid, caller);
  }

  public Folder get(Caller caller, FolderId id) {
    access.requireAccount(caller);
    return database
        .from(FolderStore.class, store -> store.find(id))
        .filter(folder -> mayRead(caller, folder))
        .orElseThrow(FolderErrors::notFound);
  }

  /** Lets only somebody who may make folders have their request read. */
  public <T> T requireCreator(Caller caller, Supplier<T> request) {
    access.requireCreator(caller, "folders:create");
    return request.get();
  }

  /** Whether the caller may change and delete it. */
  public boolean mayChange(Caller caller, Folder folder) {
    return owns(caller, folder);
  }

  /**
   * Makes one.
   *
   * @param uid null for one that nobody has
   * @param parent must be empty
   */
  public Folder create(Caller caller, @Nullable String uid, String title, String parent) {
    Caller.Account creator = access.requireCreator(caller, "folders:create");
    check(title);
    require(parent.isEmpty(), FolderErrors.NESTED);
    require(uid == null || Uid.isValid(uid), FolderErrors.BAD_UID);
    String wanted = uid == null ? Uid.random() : uid;
    return database.write(handle -> {
      FolderStore store = handle.attach(FolderStore.class);
      require(
          store.insert(wanted, title, creator.userId(), clock.instant()), FolderErrors.UID_EXISTS);
      return store.find(wanted).orElseThrow(FolderErrors::notFound);
    });
  }

  /**
   * Gives it another title.
   *
   * @param version the one the caller has seen; null if it does not care
   */
  public Folder change(Caller caller, String uid, String title, @Nullable Long version) {
    access.requireCreator(caller, "folders:write");
    Folder before = find(uid, caller);
    require(owns(caller, before), FolderErrors.FORBIDDEN);
    check(title);
    return database.write(handle -> {
      FolderStore store = handle.attach(FolderStore.class);
      Folder now = store.find(before.id()).orElseThrow(FolderErrors::notFound);
      require(version == null || version == now.version(), FolderErrors.STALE);
      store.update(before.id(), title, clock.instant());
      return store.find(before.id()).orElseThrow(FolderErrors::notFound);
    });
  }

  /** Deletes it with all dashboards inside; the caller must be allowed to delete each of them. */
  public Folder delete(Caller caller, String uid) {
    access.requireCreator(caller, "folders:write");
    Folder folder = find(uid, caller);
    require(owns(caller, folder), FolderErrors.FORBIDDEN);
    for (DashboardId id : inside(folder)) {
      if (!access.may(caller, Action.DASHBOARDS_DELETE, new Target.OfDashboard(id))) {
        throw AccessErrors.denied(Action.DASHBOARDS_DELETE.wireName());
      }
    }
    Set<DashboardId> allowed = Set.copyOf(inside(folder));
    database.write(handle -> deleteAll(handle, folder, allowed));
    sources.dropDeleted();
    return folder;
  }

  /** A dashboard that was put into it meanwhile is not deleted without having been asked for. */
  private static boolean deleteAll(Handle handle, Folder folder, Set<DashboardId> allowed) {
    FolderStore store = handle.attach(FolderStore.class);
    DashboardStore dashboards = handle.attach(DashboardStore.class);
    List<DashboardId> inside = store.dashboardsIn(folder.id());
    require(allowed.containsAll(inside), FolderErrors.STALE);
    inside.forEach(id -> {
      dashboards.dropDatasets(id);
      dashboards.delete(id);
    });
    store.delete(folder.id());
    return true;
  }

  private Folder find(String uid, Caller caller) {
    return database
        .from(FolderStore.class, store -> store.find(uid))
        .filter(folder -> mayRead(caller, folder))
        .orElseThrow(FolderErrors::notFound);
  }

  private List<DashboardId> inside(Folder folder) {
    return database.from(FolderStore.class, store -> store.dashboardsIn(folder.id()));
  }

  /** A limited key knows of folders with something for it, and of all if it may create. */
  private boolean mayRead(Caller caller, Folder folder) {
    if (!(caller instanceof Caller.ApiKey key) || key.permissions() == null) {
      return true;
    }
    Set<DashboardId> readable = access.readable(caller);
    return inside(folder).stream().anyMatch(readable::contains)
        || key.permissions().stream()
            .anyMatch(permission -> permission.action() == Action.DASHBOARDS_CREATE);
  }

  private static boolean owns(Caller caller, Folder folder) {
    return caller instanceof Caller.Account account
        && (account.role() == Role.ADMIN || account.email().equals(folder.createdBy()));
  }

  private static void check(String title) {
    require(!title.isBlank(), FolderErrors.NO_TITLE);
    require(title.length() <= LONGEST_TITLE, FolderErrors.LONG_TITLE);
  }

  private static void require(boolean holds, ErrorCode otherwise) {
    if (!holds) {
      throw FolderErrors.failure(otherwise);
    }
  }
}
