package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.db.Database;
import com.streamdata.http.CreatedDay;
import com.streamdata.http.Page;
import com.streamdata.http.Version;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes, shows, changes and deletes dashboards. */
@Service
public final class DashboardService {
  private static final String UID_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int UID_LENGTH = 14;

  private final Access access;
  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  DashboardService(Access access, Database database, InstantSource clock) {
    this.access = access;
    this.database = database;
    this.clock = clock;
  }

  /** One line of the published list. */
  public record ListedDashboard(DashboardId id, String name, String owner, CreatedDay created) {}

  /** What the caller may read, in ascending order of ids. */
  public List<ListedDashboard> list(Caller caller, Page page) {
    Set<DashboardId> readable = access.readable(caller);
    List<ListedDashboard> all =
        database.from(DashboardStore.class, DashboardStore::list).stream()
            .filter(dashboard -> readable.contains(dashboard.id()))
            .map(DashboardService::listed)
            .toList();
    return page.of(all);
  }

  private static ListedDashboard listed(Dashboard dashboard) {
    return new ListedDashboard(
        dashboard.id(), dashboard.name(), dashboard.owner(), CreatedDay.of(dashboard.createdAt()));
  }

  public DashboardView create(Caller caller, NewDashboard request) {
    Caller.Account owner = access.requireCreator(caller);
    String uid = randomUid();
    TimeZoneName zone = request.timeZone() == null ? TimeZoneName.UTC : request.timeZone();
    DashboardId id =
        database.with(
            DashboardStore.class,
            store ->
                store.insert(
                    uid,
                    request.name().text(),
                    owner.userId(),
                    clock.instant(),
                    zone.text(),
                    null,
                    null));
    return view(id);
  }

  /** A dashboard with all that belongs to it. */
  public DashboardView get(Caller caller, DashboardId id) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(id));
    return view(id);
  }

  public void delete(Caller caller, DashboardId id, @Nullable String ifMatch) {
    access.require(caller, Action.DASHBOARDS_DELETE, new Target.OfDashboard(id));
    database.write(handle -> delete(handle, id, ifMatch));
  }

  private static boolean delete(Handle handle, DashboardId id, @Nullable String ifMatch) {
    DashboardStore store = handle.attach(DashboardStore.class);
    Dashboard before = store.find(id).orElseThrow(DashboardErrors::notFound);
    Version.require(ifMatch, before.version());
    store.dropDatasets(id);
    store.delete(id);
    return true;
  }

  Dashboard stored(DashboardId id) {
    return database
        .from(DashboardStore.class, store -> store.find(id))
        .orElseThrow(DashboardErrors::notFound);
  }

  private DashboardView view(DashboardId id) {
    Dashboard dashboard = stored(id);
    return new DashboardView(
        dashboard.id(),
        dashboard.uid(),
        dashboard.name(),
        dashboard.owner(),
        CreatedDay.of(dashboard.createdAt()),
        dashboard.version(),
        dashboard.timeZone());
  }

  /** Like Grafana's: names a dashboard in scopes and addresses. */
  private String randomUid() {
    StringBuilder uid = new StringBuilder(UID_LENGTH);
    uid.append((char) ('a' + random.nextInt(6)));
    while (uid.length() < UID_LENGTH) {
      uid.append(UID_SIGNS.charAt(random.nextInt(UID_SIGNS.length())));
    }
    return uid.toString();
  }
}
