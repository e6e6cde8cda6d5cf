package com.streamdata.share;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Right;
import com.streamdata.access.ShareId;
import com.streamdata.access.Target;
import com.streamdata.access.VisualizationId;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.Checks;
import com.streamdata.identity.Passwords;
import com.streamdata.mail.EmailAddress;
import com.streamdata.mail.Invitation;
import com.streamdata.mail.Outbox;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes, changes and revokes links. */
@Service
public final class ShareService {
  private static final String NO_MAIL =
      " No invitation was sent: this server has no mail server (STREAMDATA_SMTP_URL).";

  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final ShareLinks links;
  private final ShareListing listing;
  private final Passwords passwords;
  private final Outbox outbox;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ShareService(
      Access access,
      Database database,
      ServerKey serverKey,
      ShareLinks links,
      ShareListing listing,
      Passwords passwords,
      Outbox outbox,
      InstantSource clock) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.links = links;
    this.listing = listing;
    this.passwords = passwords;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The published answer to sharing. */
  public record CreatedShare(String shareLink, String message) {}

  /** One link to be made, whatever it shows. */
  private record Wanted(
      DashboardId dashboard,
      @Nullable VisualizationId visualization,
      String title,
      Right right,
      @Nullable SharePassword password,
      @Nullable Recipients recipients,
      @Nullable Expiry expires) {}

  CreatedShare shareDashboard(Caller caller, DashboardId id, NewShare request) {
    Caller.Account sharer = requireSharer(caller, new Target.OfDashboard(id));
    String name = database.from(ShareStore.class, store -> store.dashboardName(id));
    Wanted wanted =
        new Wanted(
            id,
            null,
            name,
            request.access(),
            request.password(),
            request.email(),
            request.expires());
    return new CreatedShare(create(sharer, wanted), message("Dashboard", request.email()));
  }

  CreatedShare shareVisualization(
      Caller caller, VisualizationId id, NewVisualizationShare request) {
    access.requireAccount(caller);
    ShareStore.VisualizationRef ref =
        database
            .from(ShareStore.class, store -> store.findVisualization(id))
            .orElseThrow(() -> AccessErrors.notFound("visualization"));
    Caller.Account sharer =
        requireSharer(caller, new Target.OfVisualization(id, ref.dashboardId()));
    Wanted wanted =
        new Wanted(
            ref.dashboardId(),
            id,
            ref.title(),
            Right.VIEW,
            request.password(),
            request.email(),
            request.expires());
    return new CreatedShare(create(sharer, wanted), message("Visualization", request.email()));
  }

  /** Makes a link that shows a dashboard to anybody; its path only, for nobody asked over HTTP. */
  public String openLink(Caller.User owner, DashboardId id) {
    requireSharer(owner, new Target.OfDashboard(id));
    ShareToken token = ShareToken.random(random);
    Wanted wanted = new Wanted(id, null, "", Right.VIEW, null, null, null);
    database.write(handle -> insert(handle, owner, wanted, token, null));
    return ShareLinks.relative(token);
  }

  /**
   * Makes the link and returns it. The password is hashed before the transaction, for that takes
   * long.
   */
  private String create(Caller.Account sharer, Wanted wanted) {
    Checks.require(
        wanted.expires() == null || wanted.expires().at().isAfter(clock.instant()),
        "expires",
        "must be in the future");
    ShareToken token = ShareToken.random(random);
    String link = links.to(token);
    String passwordHash =
        wanted.password() == null ? null : passwords.hash(wanted.password().text());
    List<EmailAddress> invited =
        wanted.recipients() == null || !outbox.isConfigured()
            ? List.of()
            : wanted.recipients().addresses();
    Invitation invitation =
        new Invitation(wanted.title(), sharer.email(), link, passwordHash != null);
    database.write(handle -> {
      ShareId id = insert(handle, sharer, wanted, token, passwordHash);
      invited.forEach(to -> outbox.add(handle, id, to, invitation));
      return id;
    });
    if (!invited.isEmpty()) {
      outbox.wake();
    }
    return link;
  }

  private ShareId insert(
      Handle handle,
      Caller.Account sharer,
      Wanted wanted,
      ShareToken token,
      @Nullable String passwordHash) {
    return handle
        .attach(ShareStore.class)
        .insert(
            wanted.dashboard(),
            wanted.visualization(),
            wanted.right(),
            token.hash(serverKey),
            token.seal(serverKey),
            passwordHash,
            wanted.expires() == null ? null : wanted.expires().at(),
            clock.instant(),
            sharer.userId());
  }

  private String message(String noun, @Nullable Recipients recipients) {
    boolean unsent =
        recipients != null && !recipients.addresses().isEmpty() && !outbox.isConfigured();
    return noun + " shared successfully." + (unsent ? NO_MAIL : "");
  }

  ListedShare change(Caller caller, ShareId id, ShareChange change) {
    get(caller, id);
    SharePassword password = change.password() == null ? null : change.password().value();
    String hash = password == null ? null : passwords.hash(password.text());
    database.write(handle -> change(handle, id, change, hash));
    return listing.get(id);
  }

  /**
   * Changes the link as it is by now: what somebody else did while the password was hashed stays.
   *
   * @param hash of the new password; null for none
   */
  private ShareId change(Handle handle, ShareId id, ShareChange change, @Nullable String hash) {
    ShareStore store = handle.attach(ShareStore.class);
    Share share = store.find(id).orElseThrow(() -> AccessErrors.notFound("share"));
    Checks.require(
        change.access() != Right.EDIT
            || (share.visualizationId() == null && share.kind() == ShareKind.LINK),
        "access",
        "must be view: a public dashboard, or a link to one visualization, only shows");
    String newHash = change.password() == null ? share.passwordHash() : hash;
    boolean enabled = or(change.enabled(), share.enabled());
    Right right = change.access() == null ? share.access() : change.access();
    requireOpen(change, right, newHash, share.audience());
    store.update(id, right, newHash, enabled, change.expiresAt(share.expiresAt()));
    store.updatePolicy(
        id,
        or(change.timeSelection(), share.timeSelection()),
        or(change.annotations(), share.annotations()),
        or(change.variableSelection(), share.variableSelection()),
        or(change.embed(), share.embed()));
    if (!enabled) {
      outbox.cancel(handle, id);
    }
    return id;
  }

  private static void requireOpen(
      ShareChange change, Right right, @Nullable String passwordHash, Audience audience) {
    Checks.require(
        !or(change.embed(), false)
            || (right == Right.VIEW && passwordHash == null && audience == Audience.PUBLIC),
        "embed",
        "is only for links that show, to anybody: a frame of another site gives no cookies");
  }

  private static boolean or(@Nullable Boolean given, boolean otherwise) {
    return given == null ? otherwise : given;
  }

  /** Gives the link another address; the old one stops at once, and invitations to it. */
  ListedShare rotate(Caller caller, ShareId id) {
    Share share = get(caller, id);
    ShareToken token = ShareToken.random(random);
    database.write(handle -> {
      outbox.cancel(handle, share.id());
      handle
          .attach(ShareStore.class)
          .rotate(share.id(), token.hash(serverKey), token.seal(serverKey));
      return id;
    });
    return listing.get(id);
  }

  void revoke(Caller caller, ShareId id) {
    Share share = get(caller, id);
    database.write(handle -> {
      outbox.cancel(handle, share.id());
      handle.attach(ShareStore.class).delete(share.id());
      return true;
    });
  }

  private Share get(Caller caller, ShareId id) {
    access.requireAccount(caller);
    Share share =
        database
            .from(ShareStore.class, store -> store.find(id))
            .orElseThrow(() -> AccessErrors.notFound("share"));
    requireSharer(caller, new Target.OfShare(id, share.dashboardId()));
    return share;
  }

  private Caller.Account requireSharer(Caller caller, Target target) {
    Caller.Account account = access.requireAccount(caller);
    access.require(caller, Action.DASHBOARDS_SHARE, target);
    return account;
  }
}
