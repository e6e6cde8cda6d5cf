package com.streamdata.identity;

import com.streamdata.config.ServerKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The token that unsafe requests of a session carry: a keyed hash of the session, kept nowhere. */
final class SessionCsrf implements CsrfTokenRepository {
  static final String HEADER = "X-CSRF-Token";
  private final ServerKey serverKey;

  SessionCsrf(ServerKey serverKey) {
    this.serverKey = serverKey;
  }

  String of(String sessionHash) {
    return serverKey.hash("csrf", sessionHash);
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    Object session = request.getAttribute(CallerFilter.SESSION);
    return new DefaultCsrfToken(HEADER, "_csrf", of(session == null ? "" : session.toString()));
  }

  @Override
  public CsrfToken loadToken(HttpServletRequest request) {
    return generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}
}
