package com.streamdata.share;

import com.streamdata.access.ShareId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code share_recipient} table: who is let in, and the code that was sent last. */
@RegisterConstructorMapper(PublicDashboard.Recipient.class)
@RegisterConstructorMapper(RecipientStore.Code.class)
interface RecipientStore {
  /** The newest code of somebody; null members while none was sent. */
  record Code(String uid, @Nullable String codeHash, @Nullable Instant codeExpiresAt) {}

  @SqlQuery("SELECT uid, email FROM share_recipient WHERE share_id = :share ORDER BY id")
  List<PublicDashboard.Recipient> list(ShareId share);

  @SqlQuery(
      """
      SELECT uid, email FROM share_recipient
      WHERE share_id = :share AND lower(email) = lower(:email)
      """)
  Optional<PublicDashboard.Recipient> findByEmail(ShareId share, String email);

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM share_recipient WHERE share_id = :share AND uid = :uid)")
  boolean exists(ShareId share, String uid);

  @SqlUpdate(
      """
      INSERT INTO share_recipient (uid, share_id, email) VALUES (:uid, :share, :email)
      ON CONFLICT DO NOTHING
      """)
  boolean insert(String uid, ShareId share, String email);

  @SqlUpdate("DELETE FROM share_recipient WHERE share_id = :share AND uid = :uid")
  boolean delete(ShareId share, String uid);

  /** Puts a new code in place of an older one; false if the last one was sent just now. */
  @SqlUpdate(
      """
      UPDATE share_recipient
      SET code_hash = :hash, code_sent_at = :now, code_expires_at = :expires, code_tries = 0
      WHERE share_id = :share AND uid = :uid
        AND (code_sent_at IS NULL OR code_sent_at <= :sentBefore)
      """)
  boolean putCode(
      ShareId share, String uid, String hash, Instant now, Instant expires, Instant sentBefore);

  /** Counts a try of whoever has this address, if anybody has; false when there were too many. */
  @SqlUpdate(
      """
      UPDATE share_recipient SET code_tries = code_tries + 1
      WHERE share_id = :share AND lower(email) = lower(:email) AND code_tries < 10
      """)
  boolean countTry(ShareId share, String email);

  @SqlQuery(
      """
      SELECT uid, code_hash, code_expires_at FROM share_recipient
      WHERE share_id = :share AND lower(email) = lower(:email)
      """)
  Optional<Code> findCode(ShareId share, String email);

  @SqlUpdate("UPDATE share_recipient SET code_hash = NULL WHERE share_id = :share AND uid = :uid")
  void spendCode(ShareId share, String uid);
}
