package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.AccessErrors;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.http.ErrorFormat;
import com.streamdata.http.HttpErrors;
import com.streamdata.http.Problem;
import com.streamdata.identity.IdentityErrors;
import com.streamdata.share.PublicDashboardErrors;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Failures as Grafana tells them (observed behaviour, 1.5 and 4): one form for public dashboards,
 * one for who is asking, one for missing permissions, one for everything older.
 */
@Component
final class GrafanaErrors implements ErrorFormat {
  private static final String PUBLIC = "publicdashboards.";
  private static final String WRONG_PASSWORD = "Invalid username or password";
  private static final Map<ErrorCode, Unauthorized> UNAUTHORIZED =
      Map.of(
          AccessErrors.UNAUTHENTICATED, Unauthorized.of("auth.unauthorized", "Unauthorized"),
          IdentityErrors.BAD_KEY, Unauthorized.of("api-key.invalid", "Invalid API key"),
          IdentityErrors.EXPIRED_KEY, Unauthorized.of("api-key.expired", "Expired API key"),
          IdentityErrors.OTHER_ORGANIZATION,
              Unauthorized.of(
                  "api-key.organization-mismatch",
                  "API key does not belong to the requested organization"),
          IdentityErrors.WRONG_PASSWORD, Unauthorized.of("password-auth.failed", WRONG_PASSWORD),
          IdentityErrors.TOO_MANY_TRIES, Unauthorized.of("login-attempt.blocked", WRONG_PASSWORD));

  private final SecureRandom random = new SecureRandom();

  /** Of public dashboards; the published page shows just these three. */
  record Envelope(int statusCode, String messageId, String message) {}

  /** About who is asking. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Unauthorized(
      @Nullable String extra, String message, String messageId, int statusCode, String traceID) {
    static Unauthorized of(String messageId, String message) {
      return new Unauthorized(null, message, messageId, 401, "");
    }
  }

  /** About a permission. */
  record Denied(String accessErrorId, String message, String title) {}

  /** About a dashboard that somebody may not even know of. */
  record Missing(String title, String message) {}

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/");
  }

  @Override
  public Told tell(String path, @Nullable AppException failure) {
    if (failure == null) {
      return ourFault(path);
    }
    ErrorCode code = failure.code();
    Unauthorized unauthorized = UNAUTHORIZED.get(code);
    if (unauthorized != null) {
      return told(401, unauthorized);
    }
    if (code.equals(HttpErrors.BAD_REQUEST) && path.contains("/public-dashboards")) {
      // A uid such as a single dot never reaches a resource.
      return tell(path, PublicDashboardErrors.of(PublicDashboardErrors.INVALID_UID));
    }
    int status = Problem.status(code.kind());
    if (code.code().startsWith(PUBLIC)) {
      return told(status, new Envelope(status, code.code(), code.title()));
    }
    return told(status, body(code, failure));
  }

  private Object body(ErrorCode code, AppException failure) {
    String message = String.valueOf(failure.getMessage());
    if (code.equals(AccessErrors.MISSING)) {
      return new Missing(code.title(), message);
    }
    if (code.equals(AccessErrors.DENIED) || code.equals(AccessErrors.FORBIDDEN)) {
      String id = "ACE%010d".formatted(random.nextLong(10_000_000_000L));
      return new Denied(id, message, AccessErrors.DENIED.title());
    }
    if (code.equals(HttpErrors.NO_SUCH_ADDRESS)) {
      return Map.of("message", "Not found");
    }
    Map<String, String> body = new LinkedHashMap<>();
    body.put("message", message);
    LegacyErrors.statusOf(code).ifPresent(word -> body.put("status", word));
    return body;
  }

  private static Told ourFault(String path) {
    boolean published = path.contains("/public-dashboards") || path.startsWith("/api/public/");
    return published
        ? told(
            500, new Envelope(500, "publicdashboards.internalServerError", "Internal server error"))
        : told(500, Map.of("message", "Internal Server Error"));
  }

  private static Told told(int status, Object body) {
    return new Told(status, GrafanaJson.bytes(body));
  }
}
