package com.streamdata.share;

import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.http.Client;
import com.streamdata.identity.Tries;
import com.streamdata.mail.AccessCode;
import com.streamdata.mail.EmailAddress;
import com.streamdata.mail.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Lets invited people in by a code sent to them. Nobody learns here who is invited: every address
 * gets the same answer in the same time.
 */
@Service
public final class CodeService {
  private static final Logger LOG = LoggerFactory.getLogger(CodeService.class);
  private static final String PURPOSE = "share-code";
  private static final Duration WORKS = Duration.ofHours(1);
  private static final int CODES = 100_000_000;
  private static final Duration RESENT_AFTER = Duration.ofMinutes(1);

  private final Visits visits;
  private final Guests guests;
  private final ShareLinks links;
  private final Database database;
  private final ServerKey serverKey;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Tries tries;
  private final Tries requests;
  private final SecureRandom random = new SecureRandom();

  CodeService(
      Visits visits,
      Guests guests,
      ShareLinks links,
      Database database,
      ServerKey serverKey,
      Outbox outbox,
      InstantSource clock) {
    this.visits = visits;
    this.guests = guests;
    this.links = links;
    this.database = database;
    this.serverKey = serverKey;
    this.outbox = outbox;
    this.clock = clock;
    this.tries = new Tries(clock, PublicDashboardErrors.TOO_MANY_TRIES);
    this.requests = new Tries(clock, PublicDashboardErrors.TOO_MANY_TRIES);
  }

  /**
   * Sends a code, at most one a minute, to an address that is invited; does nothing for any other.
   * Returns before anything of that is done. A client that asks more than ten times in a quarter of
   * an hour is answered the same and sent nothing.
   */
  public void request(String token, Client client, String email) {
    Optional<Share> share = open(token);
    if (!requests.allows(new Tries.Key("code", client))) {
      return;
    }
    String title = share.map(this::title).orElse("");
    String link = links.toPublic(new ShareToken(token));
    share.ifPresent(
        found -> Thread.startVirtualThread(() -> send(found, email.strip(), title, link)));
  }

  private void send(Share share, String email, String title, String link) {
    try {
      boolean sent = database.record(handle -> send(handle, share, email, title, link));
      if (sent) {
        outbox.wake();
      }
    } catch (RuntimeException e) {
      LOG.error("A code could not be sent", e);
    }
  }

  private boolean send(Handle handle, Share share, String email, String title, String link) {
    RecipientStore store = handle.attach(RecipientStore.class);
    Optional<PublicDashboard.Recipient> invited = store.findByEmail(share.id(), email);
    if (invited.isEmpty()) {
      return false;
    }
    String code = "%08d".formatted(random.nextInt(CODES));
    Instant now = clock.instant();
    String uid = invited.get().uid();
    boolean put =
        store.putCode(
            share.id(), uid, hash(uid, code), now, now.plus(WORKS), now.minus(RESENT_AFTER));
    if (put) {
      EmailAddress to = new EmailAddress(invited.get().email());
      outbox.add(handle, share.id(), to, new AccessCode(title, code, link));
    }
    return put;
  }

  /**
   * What the browser of somebody invited keeps from now on.
   *
   * @throws com.streamdata.error.AppException unauthenticated in the same words for unknown
   *     addresses and for codes that are wrong, spent or too old; too-many after ten wrong ones
   */
  public GuestSession enter(String token, Client client, String email, String code) {
    Optional<Share> share = open(token);
    Tries.Key key = new Tries.Key(token + "\n" + email.toLowerCase(Locale.ROOT), client);
    tries.begin(key);
    String uid =
        share
            .flatMap(found -> database.record(handle -> spend(handle, found, email.strip(), code)))
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.WRONG_CODE));
    tries.forgive(key);
    Share found = share.get();
    return new GuestSession(
        Guests.cookieName(found),
        guests.cookie(found, uid),
        Guests.LASTS,
        links.paths(new ShareToken(token)));
  }

  /** The recipient whose code this is; it is spent with that. Each try counts, right or wrong. */
  private Optional<String> spend(Handle handle, Share share, String email, String code) {
    RecipientStore store = handle.attach(RecipientStore.class);
    boolean counted = store.countTry(share.id(), email);
    Optional<RecipientStore.Code> stored = store.findCode(share.id(), email);
    String given = hash(stored.map(RecipientStore.Code::uid).orElse(""), code.strip());
    boolean right =
        counted
            && stored.isPresent()
            && stored.get().codeHash() != null
            && stored.get().codeExpiresAt() != null
            && clock.instant().isBefore(stored.get().codeExpiresAt())
            && MessageDigest.isEqual(
                stored.get().codeHash().getBytes(StandardCharsets.US_ASCII),
                given.getBytes(StandardCharsets.US_ASCII));
    if (!right) {
      return Optional.empty();
    }
    store.spendCode(share.id(), stored.get().uid());
    return Optional.of(stored.get().uid());
  }

  /** Empty also for a share that asks for no code, or is paused. */
  private Optional<Share> open(String token) {
    if (ShareToken.parse(token).isEmpty()) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.INVALID_ACCESS_TOKEN);
    }
    Share share =
        visits
            .find(token)
            .filter(found -> found.kind() == ShareKind.PUBLIC)
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.NOT_FOUND));
    return share.enabled() && share.audience() == Audience.EMAIL
        ? Optional.of(share)
        : Optional.empty();
  }

  private String title(Share share) {
    return database.from(ShareStore.class, store -> store.dashboardName(share.dashboardId()));
  }

  private String hash(String recipientUid, String code) {
    return serverKey.hash(PURPOSE, recipientUid + "\n" + code);
  }
}
