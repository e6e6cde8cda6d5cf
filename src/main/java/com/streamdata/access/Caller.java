package com.streamdata.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asking. A share's visitor is a caller like any other. */
public sealed interface Caller {

  /** Somebody with an account: in person, or by a key of theirs. */
  sealed interface Account extends Caller {
    UserId userId();

    String email();

    /** What this caller may do at most; for a key the lesser of the key's and its user's. */
    Role role();
  }

  /** Signed in with a password. */
  record User(UserId userId, String email, Role role) implements Account {}

  /**
   * A program with a key.
   *
   * @param permissions all it may do, within what its user may; null for everything its role allows
   */
  record ApiKey(
      KeyId keyId, UserId userId, String email, Role role, @Nullable List<Permission> permissions)
      implements Account {
    public ApiKey {
      permissions = permissions == null ? null : List.copyOf(permissions);
    }
  }

  /**
   * Whoever holds the token of an open share, its password given where it has one.
   *
   * @param visualizationId the one visualization that is shared; null when the whole dashboard is
   */
  record ShareHolder(
      ShareId shareId,
      DashboardId dashboardId,
      @Nullable VisualizationId visualizationId,
      Right right)
      implements Caller {}

  /** Nobody we know. */
  record Anonymous() implements Caller {}
}
