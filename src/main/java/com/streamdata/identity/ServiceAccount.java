package com.streamdata.identity;

import com.streamdata.access.Permission;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account for programs: it has tokens and no password.
 *
 * @param login made of its name, unique on the server
 * @param permissions all that its tokens may do, within the role; null for all that the role allows
 * @param tokens how many it has
 */
public record ServiceAccount(
    UserId id,
    String name,
    String login,
    Role role,
    @Nullable List<Permission> permissions,
    boolean disabled,
    int tokens,
    Instant createdAt) {

  /**
   * One to be made.
   *
   * @param permissions null for all that the role allows
   */
  public record Wanted(
      String name, Role role, @Nullable List<Permission> permissions, boolean disabled) {}

  /** What to change; null for what stays. */
  public record Patch(@Nullable String name, @Nullable Role role, @Nullable Boolean disabled) {}

  /**
   * A token without its secret.
   *
   * @param expiresAt null if it never does
   */
  public record Token(
      long id,
      String name,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  /** A token that was just made: the only time that its secret is shown. */
  public record NewToken(long id, String name, String secret) {
    @Override
    public String toString() {
      return "NewToken[id=" + id + "]";
    }
  }
}
