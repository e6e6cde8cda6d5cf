package com.streamdata.share;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardRef;
import com.streamdata.access.Uid;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.mail.EmailAddress;
import com.streamdata.mail.Invitation;
import com.streamdata.mail.Outbox;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Service;

/** Who is let in to a public dashboard for specific people. */
@Service
public final class RecipientService {
  private static final int MOST = 100;

  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final ShareLinks links;
  private final Outbox outbox;

  RecipientService(
      Access access, Database database, ServerKey serverKey, ShareLinks links, Outbox outbox) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.links = links;
    this.outbox = outbox;
  }

  /**
   * Lets somebody in and, if there is a mail server, tells them. Somebody who is let in already
   * stays so and is not told again.
   *
   * @param email read when its turn has come
   */
  public PublicDashboard.Recipient add(
      Caller caller, String dashboardUid, String uid, Supplier<String> email) {
    Caller.Account sharer = requireSharer(caller, dashboardUid);
    EmailAddress address = address(email.get());
    Function<ShareToken, String> toLink = links.publicLinks();
    PublicDashboard.Recipient recipient =
        database.write(handle -> {
          PublicDashboardStore.Row share = requireShare(handle, dashboardUid, uid);
          return add(handle, share, address, () -> invitation(handle, sharer, share, toLink));
        });
    outbox.wake();
    return recipient;
  }

  private PublicDashboard.Recipient add(
      Handle handle,
      PublicDashboardStore.Row share,
      EmailAddress address,
      Supplier<Invitation> invitation) {
    RecipientStore store = handle.attach(RecipientStore.class);
    Optional<PublicDashboard.Recipient> known = store.findByEmail(share.id(), address.text());
    if (known.isPresent()) {
      return known.get();
    }
    if (store.list(share.id()).size() >= MOST) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.TOO_MANY_RECIPIENTS);
    }
    PublicDashboard.Recipient recipient =
        new PublicDashboard.Recipient(Uid.random(), address.text());
    store.insert(recipient.uid(), share.id(), recipient.email());
    if (share.enabled()) {
      outbox.add(handle, share.id(), address, invitation.get());
    }
    return recipient;
  }

  private Invitation invitation(
      Handle handle,
      Caller.Account sharer,
      PublicDashboardStore.Row share,
      Function<ShareToken, String> toLink) {
    String title = handle.attach(ShareStore.class).dashboardName(share.dashboardId());
    String link = toLink.apply(ShareToken.open(serverKey, share.tokenSealed()));
    return Invitation.forOne(title, sharer.email(), link);
  }

  /** Lets somebody in no longer: their sessions end with this. */
  public void remove(Caller caller, String dashboardUid, String uid, String recipientUid) {
    requireSharer(caller, dashboardUid);
    database.write(handle -> {
      PublicDashboardStore.Row share = requireShare(handle, dashboardUid, uid);
      if (!handle.attach(RecipientStore.class).delete(share.id(), recipientUid)) {
        throw PublicDashboardErrors.of(PublicDashboardErrors.RECIPIENT_NOT_FOUND);
      }
      return true;
    });
  }

  private Caller.Account requireSharer(Caller caller, String dashboardUid) {
    Optional<DashboardRef> found =
        access.requireByUid(caller, Action.DASHBOARDS_SHARE, dashboardUid);
    if (found.isEmpty()) {
      throw PublicDashboardErrors.of(
          Uid.isValid(dashboardUid)
              ? PublicDashboardErrors.DASHBOARD_NOT_FOUND
              : PublicDashboardErrors.INVALID_UID);
    }
    return access.requireAccount(caller);
  }

  private static PublicDashboardStore.Row requireShare(
      Handle handle, String dashboardUid, String uid) {
    if (!Uid.isValid(uid)) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.INVALID_UID);
    }
    PublicDashboardStore.Row row =
        handle
            .attach(PublicDashboardStore.class)
            .findByUid(uid)
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.NOT_FOUND));
    if (!row.dashboardUid().equals(dashboardUid)) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.INVALID_UID);
    }
    return row;
  }

  private static EmailAddress address(String text) {
    try {
      return new EmailAddress(text);
    } catch (AppException _) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.INVALID_RECIPIENT);
    }
  }
}
