package com.streamdata.mail;

import com.streamdata.access.ShareId;
import com.streamdata.config.ServerKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages are put here in the transaction of what they tell of and sent in the background: one
 * that exists will be sent, and none is sent of what was rolled back.
 */
@Component
public final class Outbox {
  static final String PURPOSE = "outbox";
  private static final int RANDOM_BYTES = 16;

  private final MailConfig config;
  private final ServerKey serverKey;
  private final InstantSource clock;
  private final JsonMapper json;
  private final Postman postman;
  private final SecureRandom random = new SecureRandom();

  Outbox(
      MailConfig config,
      ServerKey serverKey,
      InstantSource clock,
      JsonMapper json,
      Postman postman) {
    this.config = config;
    this.serverKey = serverKey;
    this.clock = clock;
    this.json = json;
    this.postman = postman;
  }

  /** Whether there is a mail server; without one nothing is written here. */
  public boolean isConfigured() {
    return config.smtpUrl() != null;
  }

  /**
   * Writes an invitation, inside the transaction that makes the share. Does nothing without a mail
   * server. Call {@link #wake} after the commit.
   */
  public void add(Handle handle, ShareId share, EmailAddress recipient, Invitation invitation) {
    add(handle, share, recipient, invitation.message());
  }

  /** Writes a code in the same way. */
  public void add(Handle handle, ShareId share, EmailAddress recipient, AccessCode code) {
    add(handle, share, recipient, code.message());
  }

  private void add(Handle handle, ShareId share, EmailAddress recipient, Message message) {
    if (!isConfigured()) {
      return;
    }
    String content = json.writeValueAsString(message);
    handle
        .attach(OutboxStore.class)
        .insert(
            share,
            recipient.text(),
            messageId(),
            serverKey.seal(PURPOSE, content),
            clock.instant());
  }

  /** Cancels what is unsent of a share that was revoked or disabled, inside that transaction. */
  public void cancel(Handle handle, ShareId share) {
    handle.attach(OutboxStore.class).cancel(share);
  }

  /** Has what is due sent now; returns at once. Without this it is found within a minute. */
  public void wake() {
    postman.wake();
  }

  private String messageId() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String from = config.from().text();
    return HexFormat.of().formatHex(bytes) + from.substring(from.indexOf('@'));
  }
}
