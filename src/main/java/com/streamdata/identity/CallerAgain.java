package com.streamdata.identity;

import com.streamdata.access.AccessErrors;
import com.streamdata.access.Caller;
import com.streamdata.error.AppException;
import com.streamdata.http.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Looks again at who made a request whose answer goes on for hours. */
@Component
public final class CallerAgain {
  private static final String BEARER = "bearer ";

  private final Callers callers;
  private final PublicAddress address;

  CallerAgain(Callers callers, PublicAddress address) {
    this.callers = callers;
    this.address = address;
  }

  /**
   * Finds out who it was by the same credentials, as often as asked.
   *
   * @return throws AppException when they are worth nothing any more
   */
  public Supplier<Caller> of(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      String key = authorization.substring(Math.min(BEARER.length(), authorization.length()));
      return () -> callers.byKey(key.strip()).caller();
    }
    Optional<String> session = SessionCookie.of(request, address.isSecure(request));
    return () ->
        session
            .flatMap(callers::bySession)
            .map(Callers.Known::caller)
            .orElseThrow(
                () -> new AppException(AccessErrors.UNAUTHENTICATED, "The session has ended."));
  }
}
