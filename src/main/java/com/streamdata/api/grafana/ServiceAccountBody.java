package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Action;
import com.streamdata.access.Permission;
import com.streamdata.access.Role;
import com.streamdata.access.Scope;
import com.streamdata.identity.ServiceAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Service accounts as Grafana's clients send and read them (observed behaviour, 5.3). */
final class ServiceAccountBody {
  private ServiceAccountBody() {}

  /**
   * One to be made.
   *
   * @param role {@code Admin}, {@code Editor}, {@code Viewer}, or {@code None} for one that may do
   *     nothing; where permissions are listed and no role, they are all it may do
   * @param permissions ours; absent for all that the role allows
   */
  record Wanted(
      @Nullable String name,
      @Nullable String role,
      @Nullable Boolean isDisabled,
      @Nullable List<Granted> permissions) {
    ServiceAccount.Wanted account() {
      return new ServiceAccount.Wanted(
          name == null ? "" : name, given(), granted(), Boolean.TRUE.equals(isDisabled));
    }

    private Role given() {
      if (role != null) {
        return roleOf(role);
      }
      return permissions == null ? Role.VIEWER : Role.ADMIN;
    }

    private @Nullable List<Permission> granted() {
      if (permissions == null) {
        return "None".equals(role) ? List.of() : null;
      }
      return permissions.stream().map(Granted::permission).toList();
    }
  }

  /** A permission in Grafana's words. */
  record Granted(@Nullable String action, @Nullable String scope) {
    Permission permission() {
      return new Permission(
          Action.of(action == null ? "" : action), Scope.of(scope == null ? "" : scope));
    }
  }

  /** What to change. */
  record Patch(@Nullable String name, @Nullable String role, @Nullable Boolean isDisabled) {
    ServiceAccount.Patch patch() {
      return new ServiceAccount.Patch(name, role == null ? null : roleOf(role), isDisabled);
    }
  }

  /** A token to be made. */
  record WantedToken(@Nullable String name, @Nullable Long secondsToLive) {}

  /** A service account as Grafana shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Shown(
      long id,
      String uid,
      String name,
      String login,
      int orgId,
      boolean isDisabled,
      String role,
      int tokens,
      String avatarUrl,
      Instant createdAt,
      @Nullable List<Granted> permissions) {
    static Shown of(ServiceAccount account) {
      return new Shown(
          account.id().value(),
          "sa-" + account.id(),
          account.name(),
          account.login(),
          1,
          account.disabled(),
          roleName(account),
          account.tokens(),
          "",
          account.createdAt(),
          account.permissions() == null
              ? null
              : account.permissions().stream()
                  .map(p -> new Granted(p.action().wireName(), p.scope().text()))
                  .toList());
    }

    private static String roleName(ServiceAccount account) {
      if (account.permissions() != null && account.permissions().isEmpty()) {
        return "None";
      }
      String name = account.role().wireName();
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
  }

  /** A page of the search. */
  record Found(int totalCount, List<Shown> serviceAccounts, int page, int perPage) {}

  /** What a change answers. */
  record Changed(String message, long id, String name, Shown serviceaccount) {}

  /** A token without its secret. */
  record Token(
      long id,
      String name,
      Instant created,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiration,
      double secondsUntilExpiration,
      boolean hasExpired,
      boolean isRevoked) {
    static Token of(ServiceAccount.Token token, Instant now) {
      Instant expires = token.expiresAt();
      double left = expires == null ? 0 : Duration.between(now, expires).toMillis() / 1000.0;
      return new Token(
          token.id(),
          token.name(),
          token.createdAt(),
          token.lastUsedAt(),
          expires,
          Math.max(0, left),
          expires != null && left <= 0,
          false);
    }
  }

  /** A token with its secret, this once. */
  record NewToken(long id, String name, String key) {
    @Override
    public String toString() {
      return "NewToken[id=" + id + "]";
    }
  }

  private static Role roleOf(String name) {
    return switch (name) {
      case "Admin" -> Role.ADMIN;
      case "Editor" -> Role.EDITOR;
      case "Viewer", "None" -> Role.VIEWER;
      default -> throw LegacyErrors.wrong("role must be Admin, Editor, Viewer or None");
    };
  }
}
