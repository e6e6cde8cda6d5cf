package com.streamdata.share;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.ShareId;
import com.streamdata.access.Target;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.http.Page;
import com.streamdata.mail.Outbox;
import java.util.List;
import org.springframework.stereotype.Service;

/** Links as those who may share see them. */
@Service
final class ShareListing {
  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final ShareLinks links;
  private final Outbox outbox;

  ShareListing(
      Access access, Database database, ServerKey serverKey, ShareLinks links, Outbox outbox) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.links = links;
    this.outbox = outbox;
  }

  boolean sendsMail() {
    return outbox.isConfigured();
  }

  /** Those of one dashboard and its visualizations. */
  List<ListedShare> list(Caller caller, DashboardId id) {
    access.requireAccount(caller);
    access.require(caller, Action.DASHBOARDS_SHARE, new Target.OfDashboard(id));
    return database.from(ShareStore.class, store -> store.listNamed(id)).stream()
        .map(this::listed)
        .toList();
  }

  /** Those of every dashboard that the caller may share: an admin's are all. */
  List<ListedShare> listAll(Caller caller, Page page) {
    access.requireAccount(caller);
    List<ShareStore.Named> own =
        database.from(ShareStore.class, ShareStore::listNamed).stream()
            .filter(named -> mayShare(caller, named.share().dashboardId()))
            .toList();
    return page.of(own).stream().map(this::listed).toList();
  }

  /** As a picture that a phone's camera reads. */
  String qrCode(Caller caller, ShareId id) {
    access.requireAccount(caller);
    Share share =
        database
            .from(ShareStore.class, store -> store.find(id))
            .orElseThrow(() -> AccessErrors.notFound("share"));
    access.require(
        caller, Action.DASHBOARDS_SHARE, new Target.OfShare(share.id(), share.dashboardId()));
    return QrSvg.of(link(share));
  }

  /** One that the caller has just been let change. */
  ListedShare get(ShareId id) {
    return listed(
        database
            .from(ShareStore.class, store -> store.findNamed(id))
            .orElseThrow(() -> AccessErrors.notFound("share")));
  }

  private boolean mayShare(Caller caller, DashboardId dashboard) {
    return access.may(caller, Action.DASHBOARDS_SHARE, new Target.OfDashboard(dashboard));
  }

  private ListedShare listed(ShareStore.Named named) {
    return ListedShare.of(named, link(named.share()));
  }

  private String link(Share share) {
    ShareToken token = ShareToken.open(serverKey, share.tokenSealed());
    return share.kind() == ShareKind.PUBLIC ? links.toPublic(token) : links.to(token);
  }
}
