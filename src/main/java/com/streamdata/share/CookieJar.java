package com.streamdata.share;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies of a request, which may have ended meanwhile. */
public record CookieJar(Map<String, String> byName) {
  public static CookieJar of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return new CookieJar(
        cookies == null
            ? Map.of()
            : Arrays.stream(cookies)
                .collect(Collectors.toMap(Cookie::getName, Cookie::getValue, (first, _) -> first)));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
