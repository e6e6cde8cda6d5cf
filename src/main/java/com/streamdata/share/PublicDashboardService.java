package com.streamdata.share;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.DashboardRef;
import com.streamdata.access.Target;
import com.streamdata.access.Uid;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.ErrorCode;
import com.streamdata.mail.Outbox;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes, shows, changes, deletes and lists Grafana's public dashboards, each check in its order
 * (observed behaviour, 1.4). Bodies are read only when their turn has come.
 */
@Service
public final class PublicDashboardService {
  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final Outbox outbox;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  PublicDashboardService(
      Access access, Database database, ServerKey serverKey, Outbox outbox, InstantSource clock) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The public dashboard of a dashboard. */
  public PublicDashboard get(Caller caller, String dashboardUid) {
    DashboardRef dashboard =
        access.requireByUid(caller, Action.DASHBOARDS_READ, dashboardUid).orElse(null);
    require(Uid.isValid(dashboardUid), PublicDashboardErrors.IDENTIFIER_NOT_SET);
    require(dashboard != null, PublicDashboardErrors.NOT_FOUND);
    DashboardId id = Objects.requireNonNull(dashboard).id();
    PublicDashboardStore.Row row =
        database
            .from(PublicDashboardStore.class, store -> store.findByDashboard(id))
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.NOT_FOUND));
    return view(row, mayShare(caller, id));
  }

  /** Shares a dashboard that is not shared this way yet. */
  public PublicDashboard create(
      Caller caller, String dashboardUid, Supplier<PublicDashboard.Request> body) {
    DashboardRef dashboard =
        access.requireByUid(caller, Action.DASHBOARDS_SHARE, dashboardUid).orElse(null);
    require(Uid.isValid(dashboardUid), PublicDashboardErrors.INVALID_UID);
    PublicDashboard.Request request = body.get();
    String uid = textOrEmpty(request.uid());
    String token = textOrEmpty(request.accessToken());
    require(uid.isEmpty() || Uid.isValid(uid), PublicDashboardErrors.INVALID_UID);
    require(
        token.isEmpty() || ShareToken.parse(token).isPresent(),
        PublicDashboardErrors.INVALID_ACCESS_TOKEN);
    Audience audience = audience(request, Audience.PUBLIC);
    require(dashboard != null, PublicDashboardErrors.DASHBOARD_NOT_FOUND);
    DashboardId id = Objects.requireNonNull(dashboard).id();
    ShareToken shareToken = token.isEmpty() ? ShareToken.random(random) : new ShareToken(token);
    String shareUid = uid.isEmpty() ? Uid.random() : uid;
    Caller.Account by = access.requireAccount(caller);
    return view(
        database.write(handle -> insert(handle, by, id, shareUid, shareToken, audience, request)),
        true);
  }

  /** The unique index decides between two at once; whoever is late learns what was there first. */
  private PublicDashboardStore.Row insert(
      Handle handle,
      Caller.Account by,
      DashboardId dashboard,
      String uid,
      ShareToken token,
      Audience audience,
      PublicDashboard.Request request) {
    PublicDashboardStore store = handle.attach(PublicDashboardStore.class);
    String tokenHash = token.hash(serverKey);
    requireFree(store, dashboard, uid, tokenHash);
    boolean inserted =
        store.insert(
            uid,
            dashboard,
            tokenHash,
            token.seal(serverKey),
            or(request.enabled(), false),
            or(request.timeSelection(), false),
            or(request.annotations(), false),
            or(request.variableSelection(), false),
            audience,
            clock.instant(),
            by.userId());
    if (!inserted) {
      requireFree(store, dashboard, uid, tokenHash);
    }
    require(inserted, PublicDashboardErrors.DASHBOARD_IS_PUBLIC);
    return store.findByUid(uid).orElseThrow();
  }

  private static void requireFree(
      PublicDashboardStore store, DashboardId dashboard, String uid, String tokenHash) {
    require(store.findByDashboard(dashboard).isEmpty(), PublicDashboardErrors.DASHBOARD_IS_PUBLIC);
    require(!store.uidExists(uid), PublicDashboardErrors.UID_EXISTS);
    require(!store.tokenExists(tokenHash), PublicDashboardErrors.ACCESS_TOKEN_EXISTS);
  }

  /** Changes what the body names; uid and token in it are ignored. */
  public PublicDashboard change(
      Caller caller, String dashboardUid, String uid, Supplier<PublicDashboard.Request> body) {
    DashboardRef dashboard =
        access.requireByUid(caller, Action.DASHBOARDS_SHARE, dashboardUid).orElse(null);
    require(Uid.isValid(dashboardUid), PublicDashboardErrors.INVALID_UID);
    require(Uid.isValid(uid), PublicDashboardErrors.INVALID_UID);
    PublicDashboard.Request request = body.get();
    audience(request, Audience.PUBLIC);
    require(dashboard != null, PublicDashboardErrors.DASHBOARD_NOT_FOUND);
    DashboardId id = Objects.requireNonNull(dashboard).id();
    Caller.Account by = access.requireAccount(caller);
    return view(database.write(handle -> update(handle, by, id, uid, request)), true);
  }

  private PublicDashboardStore.Row update(
      Handle handle,
      Caller.Account by,
      DashboardId dashboard,
      String uid,
      PublicDashboard.Request request) {
    PublicDashboardStore store = handle.attach(PublicDashboardStore.class);
    PublicDashboardStore.Row before = requireOf(store, dashboard, uid);
    boolean enabled = or(request.enabled(), before.enabled());
    store.update(
        before.id(),
        enabled,
        or(request.timeSelection(), before.timeSelection()),
        or(request.annotations(), before.annotations()),
        or(request.variableSelection(), before.variableSelection()),
        audience(request, before.audience()),
        clock.instant(),
        by.userId());
    if (!enabled) {
      outbox.cancel(handle, before.id());
    }
    return store.findByUid(uid).orElseThrow();
  }

  /** Ends the sharing for good. */
  public void delete(Caller caller, String dashboardUid, String uid) {
    DashboardRef dashboard =
        access.requireByUid(caller, Action.DASHBOARDS_SHARE, dashboardUid).orElse(null);
    require(Uid.isValid(uid), PublicDashboardErrors.INVALID_UID);
    require(Uid.isValid(dashboardUid), PublicDashboardErrors.INVALID_UID);
    DashboardId id = dashboard == null ? null : dashboard.id();
    database.write(handle -> {
      PublicDashboardStore store = handle.attach(PublicDashboardStore.class);
      PublicDashboardStore.Row row = requireOf(store, id, uid);
      outbox.cancel(handle, row.id());
      return store.delete(row.id());
    });
  }

  /** All whose dashboards the caller may read, by title in the order of code points. */
  public List<PublicDashboard.Listed> list(Caller caller) {
    Set<DashboardId> readable = access.readable(caller);
    return database.from(PublicDashboardStore.class, PublicDashboardStore::list).stream()
        .filter(row -> readable.contains(row.dashboardId()))
        .sorted(Comparator.comparing(PublicDashboardStore.ListedRow::title))
        .map(row -> listed(caller, row))
        .toList();
  }

  private PublicDashboard.Listed listed(Caller caller, PublicDashboardStore.ListedRow row) {
    boolean mayShare = mayShare(caller, row.dashboardId());
    return new PublicDashboard.Listed(
        row.uid(),
        mayShare ? ShareToken.open(serverKey, row.tokenSealed()).text() : null,
        row.title(),
        row.dashboardUid(),
        row.enabled());
  }

  private boolean mayShare(Caller caller, DashboardId dashboard) {
    return access.may(caller, Action.DASHBOARDS_SHARE, new Target.OfDashboard(dashboard));
  }

  private PublicDashboardStore.Row requireOf(
      PublicDashboardStore store, @Nullable DashboardId dashboard, String uid) {
    PublicDashboardStore.Row row =
        store
            .findByUid(uid)
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.NOT_FOUND));
    require(row.dashboardId().equals(dashboard), PublicDashboardErrors.INVALID_UID);
    return row;
  }

  private PublicDashboard view(PublicDashboardStore.Row row, boolean mayShare) {
    return new PublicDashboard(
        row.id(),
        row.uid(),
        row.dashboardId(),
        row.dashboardUid(),
        mayShare ? ShareToken.open(serverKey, row.tokenSealed()).text() : null,
        row.createdBy(),
        row.updatedBy(),
        row.createdAt(),
        row.updatedAt(),
        row.enabled(),
        row.timeSelection(),
        row.annotations(),
        row.variableSelection(),
        row.audience(),
        mayShare ? database.from(RecipientStore.class, store -> store.list(row.id())) : List.of());
  }

  private static Audience audience(PublicDashboard.Request request, Audience otherwise) {
    String share = textOrEmpty(request.share());
    return share.isEmpty()
        ? otherwise
        : Audience.find(share)
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.INVALID_SHARE_TYPE));
  }

  private static String textOrEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean or(@Nullable Boolean given, boolean otherwise) {
    return given == null ? otherwise : given;
  }

  private static void require(boolean holds, ErrorCode otherwise) {
    if (!holds) {
      throw PublicDashboardErrors.of(otherwise);
    }
  }
}
