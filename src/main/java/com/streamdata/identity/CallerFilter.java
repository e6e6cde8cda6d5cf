package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.error.AppException;
import com.streamdata.http.HotAnswers;
import com.streamdata.http.Problems;
import com.streamdata.http.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells Spring Security who is asking; the caller itself travels as a request attribute. */
final class CallerFilter extends OncePerRequestFilter {
  static final String CALLER = Caller.class.getName();
  static final String SESSION = "streamdata.session";
  private static final String BEARER = "bearer ";

  private final Callers callers;
  private final PublicAddress address;
  private final Problems problems;

  CallerFilter(Callers callers, PublicAddress address, Problems problems) {
    this.callers = callers;
    this.address = address;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      find(request).ifPresent(known -> remember(request, known));
    } catch (AppException refused) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      problems.write(response, refused);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Callers.Known> find(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
      return Optional.of(
          callers.byKey(bearer ? authorization.substring(BEARER.length()).strip() : ""));
    }
    return SessionCookie.of(request, address.isSecure(request)).flatMap(callers::bySession);
  }

  private static void remember(HttpServletRequest request, Callers.Known known) {
    request.setAttribute(CALLER, known.caller());
    if (known.session() != null) {
      request.setAttribute(SESSION, known.session());
    }
    if (known.until() != null) {
      HotAnswers.endAt(request, known.until());
    }
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(known.caller(), null, List.of()));
  }
}
