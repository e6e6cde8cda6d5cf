package com.streamdata.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session. Over https it is called {@code __Host-…}, so that browsers bind it to
 * exactly this host; over plain http (a trial on one's own network) browsers refuse that prefix.
 */
final class SessionCookie {
  private static final String SECURE_NAME = "__Host-streamdata_session";
  private static final String PLAIN_NAME = "streamdata_session";

  private SessionCookie() {}

  static Optional<String> of(HttpServletRequest request, boolean secure) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name(secure)))
            .map(Cookie::getValue)
            .findFirst();
  }

  static ResponseCookie begin(String value, boolean secure) {
    return cookie(value, secure).maxAge(Callers.LONGEST).build();
  }

  static ResponseCookie end(boolean secure) {
    return cookie("", secure).maxAge(0).build();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value, boolean secure) {
    return ResponseCookie.from(name(secure), value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/");
  }

  private static String name(boolean secure) {
    return secure ? SECURE_NAME : PLAIN_NAME;
  }
}
