package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.KeyId;
import com.streamdata.access.Permission;
import com.streamdata.access.Role;
import com.streamdata.access.Scope;
import com.streamdata.access.UserId;
import com.streamdata.identity.ServiceAccount;
import com.streamdata.identity.ServiceAccountService;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Service accounts and their tokens (observed behaviour, 5.3). */
@RestController
@RequestMapping("/api/serviceaccounts")
final class ServiceAccountResource {
  private static final int USUAL_PAGE = 1000;

  private final ServiceAccountService accounts;
  private final InstantSource clock;

  ServiceAccountResource(ServiceAccountService accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

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
      @Nullable List<Granted> permissions) {}

  /** A permission in Grafana's words. */
  record Granted(@Nullable String action, @Nullable String scope) {}

  /** What to change. */
  record Patch(@Nullable String name, @Nullable String role, @Nullable Boolean isDisabled) {}

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
          roleOf(account),
          account.tokens(),
          "",
          account.createdAt(),
          account.permissions() == null
              ? null
              : account.permissions().stream()
                  .map(p -> new Granted(p.action().wireName(), p.scope().text()))
                  .toList());
    }

    private static String roleOf(ServiceAccount account) {
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
      boolean isRevoked) {}

  /** A token with its secret, this once. */
  record NewToken(long id, String name, String key) {
    @Override
    public String toString() {
      return "NewToken[id=" + id + "]";
    }
  }

  @PostMapping
  ResponseEntity<Shown> create(Caller caller, HttpServletRequest request) {
    Wanted wanted = GrafanaJson.read(request, Wanted.class, LegacyErrors.BAD_BODY);
    ServiceAccount made =
        accounts.create(
            caller,
            new ServiceAccount.Wanted(
                wanted.name() == null ? "" : wanted.name(),
                role(wanted),
                permissions(wanted),
                Boolean.TRUE.equals(wanted.isDisabled())));
    return ResponseEntity.status(HttpStatus.CREATED).body(Shown.of(made));
  }

  @GetMapping("/search")
  Found search(
      Caller caller,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(name = "page", required = false) @Nullable String pageText,
      @RequestParam(name = "perpage", required = false) @Nullable String perPageText) {
    int page = PageNumber.of(pageText, 1);
    int perPage = Math.min(PageNumber.of(perPageText, USUAL_PAGE), USUAL_PAGE);
    List<Shown> all =
        accounts.list(caller).stream()
            .filter(account ->
                account.name().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)))
            .map(Shown::of)
            .toList();
    List<Shown> shown = all.stream().skip((page - 1L) * perPage).limit(perPage).toList();
    return new Found(all.size(), shown, page, perPage);
  }

  @GetMapping("/{id}")
  Shown get(Caller caller, @PathVariable UserId id) {
    return Shown.of(accounts.get(caller, id));
  }

  @PatchMapping("/{id}")
  Changed change(Caller caller, HttpServletRequest request, @PathVariable UserId id) {
    Patch patch = GrafanaJson.read(request, Patch.class, LegacyErrors.BAD_BODY);
    ServiceAccount changed =
        accounts.change(
            caller,
            id,
            new ServiceAccount.Patch(
                patch.name(),
                patch.role() == null ? null : role(patch.role()),
                patch.isDisabled()));
    return new Changed(
        "Service account updated", changed.id().value(), changed.name(), Shown.of(changed));
  }

  @DeleteMapping("/{id}")
  Map<String, String> delete(Caller caller, @PathVariable UserId id) {
    accounts.delete(caller, id);
    return Map.of("message", "Service account deleted");
  }

  @GetMapping("/{id}/tokens")
  List<Token> tokens(Caller caller, @PathVariable UserId id) {
    Instant now = clock.instant();
    return accounts.tokens(caller, id).stream().map(token -> token(token, now)).toList();
  }

  private static Token token(ServiceAccount.Token token, Instant now) {
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

  @PostMapping("/{id}/tokens")
  NewToken createToken(Caller caller, HttpServletRequest request, @PathVariable UserId id) {
    WantedToken wanted = GrafanaJson.read(request, WantedToken.class, LegacyErrors.BAD_BODY);
    ServiceAccount.NewToken made =
        accounts.createToken(
            caller,
            id,
            wanted.name() == null ? "" : wanted.name(),
            wanted.secondsToLive() == null ? null : Duration.ofSeconds(wanted.secondsToLive()));
    return new NewToken(made.id(), made.name(), made.secret());
  }

  @DeleteMapping("/{id}/tokens/{tokenId}")
  Map<String, String> deleteToken(
      Caller caller, @PathVariable UserId id, @PathVariable KeyId tokenId) {
    accounts.deleteToken(caller, id, tokenId);
    return Map.of("message", "Service account token deleted");
  }

  private static Role role(Wanted wanted) {
    if (wanted.role() != null) {
      return role(wanted.role());
    }
    return wanted.permissions() == null ? Role.VIEWER : Role.ADMIN;
  }

  private static Role role(String name) {
    return switch (name) {
      case "Admin" -> Role.ADMIN;
      case "Editor" -> Role.EDITOR;
      case "Viewer", "None" -> Role.VIEWER;
      default -> throw LegacyErrors.wrong("role must be Admin, Editor, Viewer or None");
    };
  }

  private static @Nullable List<Permission> permissions(Wanted wanted) {
    if (wanted.permissions() == null) {
      return "None".equals(wanted.role()) ? List.of() : null;
    }
    return wanted.permissions().stream()
        .map(granted ->
            new Permission(
                Action.of(granted.action() == null ? "" : granted.action()),
                Scope.of(granted.scope() == null ? "" : granted.scope())))
        .toList();
  }
}
