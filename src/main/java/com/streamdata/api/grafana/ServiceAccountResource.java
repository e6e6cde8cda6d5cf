package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import com.streamdata.access.KeyId;
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

  @PostMapping
  ResponseEntity<ServiceAccountBody.Shown> create(Caller caller, HttpServletRequest request) {
    ServiceAccountBody.Wanted wanted =
        GrafanaJson.read(request, ServiceAccountBody.Wanted.class, LegacyErrors.BAD_BODY);
    ServiceAccount made = accounts.create(caller, wanted.account());
    return ResponseEntity.status(HttpStatus.CREATED).body(ServiceAccountBody.Shown.of(made));
  }

  @GetMapping("/search")
  ServiceAccountBody.Found search(
      Caller caller,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(name = "page", required = false) @Nullable String pageText,
      @RequestParam(name = "perpage", required = false) @Nullable String perPageText) {
    int page = PageNumber.of(pageText, 1);
    int perPage = Math.min(PageNumber.of(perPageText, USUAL_PAGE), USUAL_PAGE);
    List<ServiceAccountBody.Shown> all =
        accounts.list(caller).stream()
            .filter(account ->
                account.name().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)))
            .map(ServiceAccountBody.Shown::of)
            .toList();
    List<ServiceAccountBody.Shown> shown =
        all.stream().skip((page - 1L) * perPage).limit(perPage).toList();
    return new ServiceAccountBody.Found(all.size(), shown, page, perPage);
  }

  @GetMapping("/{id}")
  ServiceAccountBody.Shown get(Caller caller, @PathVariable UserId id) {
    return ServiceAccountBody.Shown.of(accounts.get(caller, id));
  }

  @PatchMapping("/{id}")
  ServiceAccountBody.Changed change(
      Caller caller, HttpServletRequest request, @PathVariable UserId id) {
    ServiceAccountBody.Patch patch =
        GrafanaJson.read(request, ServiceAccountBody.Patch.class, LegacyErrors.BAD_BODY);
    ServiceAccount changed = accounts.change(caller, id, patch.patch());
    return new ServiceAccountBody.Changed(
        "Service account updated",
        changed.id().value(),
        changed.name(),
        ServiceAccountBody.Shown.of(changed));
  }

  @DeleteMapping("/{id}")
  Map<String, String> delete(Caller caller, @PathVariable UserId id) {
    accounts.delete(caller, id);
    return Map.of("message", "Service account deleted");
  }

  @GetMapping("/{id}/tokens")
  List<ServiceAccountBody.Token> tokens(Caller caller, @PathVariable UserId id) {
    Instant now = clock.instant();
    return accounts.tokens(caller, id).stream()
        .map(token -> ServiceAccountBody.Token.of(token, now))
        .toList();
  }

  @PostMapping("/{id}/tokens")
  ServiceAccountBody.NewToken createToken(
      Caller caller, HttpServletRequest request, @PathVariable UserId id) {
    ServiceAccountBody.WantedToken wanted =
        GrafanaJson.read(request, ServiceAccountBody.WantedToken.class, LegacyErrors.BAD_BODY);
    ServiceAccount.NewToken made =
        accounts.createToken(
            caller,
            id,
            wanted.name() == null ? "" : wanted.name(),
            wanted.secondsToLive() == null ? null : Duration.ofSeconds(wanted.secondsToLive()));
    return new ServiceAccountBody.NewToken(made.id(), made.name(), made.secret());
  }

  @DeleteMapping("/{id}/tokens/{tokenId}")
  Map<String, String> deleteToken(
      Caller caller, @PathVariable UserId id, @PathVariable KeyId tokenId) {
    accounts.deleteToken(caller, id, tokenId);
    return Map.of("message", "Service account token deleted");
  }
}
