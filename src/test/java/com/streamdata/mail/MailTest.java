package com.streamdata.mail;

import com.streamdata.access.ShareId;
import com.streamdata.config.Secret;
import com.streamdata.config.ServerKey;
import com.streamdata.testing.FakeClock;
import com.streamdata.testing.StoreContract;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An outbox with its sender and a share to write about, on both databases. */
abstract class MailTest extends StoreContract {
  static final EmailAddress FRIEND = new EmailAddress("friend@example.org");
  static final Invitation INVITATION =
      new Invitation("Sales", "owner@email.com", "https://stats.example.com/share/t0ken", true);

  final FakeClock clock = new FakeClock();
  final ServerKey serverKey = new ServerKey(new byte[32]);

  /** A sender as one process has it; on one database there may be several. */
  Postman postman(@Nullable String smtpUrl) {
    return new Postman(mail(smtpUrl), database(), opened().config(), serverKey, clock);
  }

  Outbox outbox(@Nullable String smtpUrl, Postman postman) {
    return new Outbox(mail(smtpUrl), serverKey, clock, JsonMapper.shared(), postman);
  }

  private static MailConfig mail(@Nullable String smtpUrl) {
    return new MailConfig(
        smtpUrl == null ? null : new Secret(smtpUrl), "streamdata@stats.example.com");
  }

  /** Makes a share and, in the same transaction, an invitation to it. */
  ShareId invite(Outbox outbox, EmailAddress recipient) {
    return database()
        .write(handle -> {
          ShareId share = insertShare(handle);
          outbox.add(handle, share, recipient, INVITATION);
          return share;
        });
  }

  static ShareId insertShare(Handle handle) {
    String unique =
        Objects.requireNonNull(
            handle.select("SELECT count(*) FROM share").mapTo(String.class).one());
    handle.execute(
        """
        INSERT INTO app_user (id, email, name, role, password_hash, disabled, created_at)
        VALUES (1, 'owner@email.com', 'Owner', 'admin', '-', false, 0)
        ON CONFLICT DO NOTHING
        """);
    handle.execute(
        """
        INSERT INTO dashboard (id, uid, name, owner_id, created_at, version, time_zone, tiles, filters)
        VALUES (1, 'uid', 'Sales', 1, 0, 1, 'UTC', '[]', '[]')
        ON CONFLICT DO NOTHING
        """);
    return handle
        .createUpdate(
            """
            INSERT INTO share (dashboard_id, access, token_hash, token_sealed, enabled, created_at,
                               created_by)
            VALUES (1, 'view', :hash, '-', true, 0, 1)
            """)
        .bind("hash", unique)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(ShareId.class)
        .one();
  }

  String state() {
    return column("state");
  }

  String column(String name) {
    return database()
        .read(handle ->
            handle
                .select("SELECT coalesce(" + name + ", '') FROM outbox ORDER BY id DESC LIMIT 1")
                .mapTo(String.class)
                .one());
  }
}
