package com.streamdata.mail;

import com.streamdata.access.ShareId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code outbox} table: waiting → sending → sent, failed or cancelled. */
@RegisterConstructorMapper(Letter.class)
interface OutboxStore {
  @SqlUpdate(
      """
      INSERT INTO outbox (share_id, recipient, message_id, sealed_content, state, attempts,
                          next_attempt_at, created_at)
      VALUES (:share, :recipient, :messageId, :sealedContent, 'waiting', 0, :now, :now)
      """)
  void insert(ShareId share, String recipient, String messageId, String sealedContent, Instant now);

  /** A message whose sender died comes due again when its claim has run out. */
  @SqlQuery(
      """
      SELECT id FROM outbox
      WHERE state IN ('waiting', 'sending') AND next_attempt_at <= :now
      ORDER BY next_attempt_at, id
      LIMIT :most
      """)
  List<Long> listDue(Instant now, int most);

  @SqlQuery("SELECT min(next_attempt_at) FROM outbox WHERE state IN ('waiting', 'sending')")
  @Nullable Instant nextDue();

  /** Takes a message for one sender; of several that try, one succeeds. */
  @SqlUpdate(
      """
      UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_attempt_at = :until
      WHERE id = :id AND state IN ('waiting', 'sending') AND next_attempt_at <= :now
      """)
  boolean claim(long id, Instant now, Instant until);

  @SqlQuery(
      """
      SELECT id, recipient, message_id, sealed_content, attempts, created_at
      FROM outbox WHERE id = :id
      """)
  Optional<Letter> find(long id);

  /** Also when it was cancelled while it went out: the row says what happened. */
  @SqlUpdate(
      "UPDATE outbox SET state = 'sent', sealed_content = '', last_error = NULL WHERE id = :id")
  void sent(long id);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'waiting', next_attempt_at = :next, last_error = :error
      WHERE id = :id AND state = 'sending'
      """)
  void postpone(long id, Instant next, String error);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'failed', sealed_content = '', last_error = :error
      WHERE id = :id AND state = 'sending'
      """)
  void fail(long id, String error);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'cancelled', sealed_content = ''
      WHERE share_id = :share AND state IN ('waiting', 'sending')
      """)
  void cancel(ShareId share);

  @SqlUpdate("UPDATE outbox SET state = 'waiting', next_attempt_at = :now WHERE state = 'sending'")
  void releaseAll(Instant now);
}
