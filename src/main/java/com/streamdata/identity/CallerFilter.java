package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.error.AppException;
import com.streamdata.http.Client;
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
import java.util.regex.Pattern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells Spring Security who is asking; the caller itself travels as a request attribute. */
final class CallerFilter extends OncePerRequestFilter {
  static final String CALLER = Caller.class.getName();
  static final String SESSION = "streamdata.session";
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  /** Grafana's API, whose clients know one more way to say who they are. */
  private static final String GRAFANA = "/api/";

  /** What Grafana reads as the number of an organization that is not the first. */
  private static final Pattern OTHER_NUMBER = Pattern.compile("0*([2-9]|[1-9]\\d+)");

  private static final String ORGANIZATION = "X-Grafana-Org-Id";

  /** Addresses at which Grafana looks at no credentials, be they good or bad. */
  private static final List<String> FOR_EVERYBODY =
      List.of("/api/public/", "/api/health", "/public-dashboards/");

  private final Callers callers;
  private final BasicSignIn basic;
  private final PublicAddress address;
  private final Problems problems;

  CallerFilter(Callers callers, BasicSignIn basic, PublicAddress address, Problems problems) {
    this.callers = callers;
    this.basic = basic;
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
      problems.write(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FOR_EVERYBODY.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  private Optional<Callers.Known> find(HttpServletRequest request) {
    boolean grafana = request.getRequestURI().startsWith(GRAFANA);
    if (grafana) {
      requireOnlyOrganization(request);
    }
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return Optional.of(
          grafana && startsWith(authorization, BASIC)
              ? basic.require(Client.of(request), after(authorization, BASIC))
              : callers.byKey(
                  startsWith(authorization, BEARER) ? after(authorization, BEARER) : ""));
    }
    return SessionCookie.of(request, address.isSecure(request)).flatMap(callers::bySession);
  }

  private static void requireOnlyOrganization(HttpServletRequest request) {
    String organization = request.getHeader(ORGANIZATION);
    if (organization != null && OTHER_NUMBER.matcher(organization.strip()).matches()) {
      throw new AppException(
          IdentityErrors.OTHER_ORGANIZATION, "Leave " + ORGANIZATION + " out or send 1.");
    }
  }

  private static boolean startsWith(String authorization, String scheme) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static String after(String authorization, String scheme) {
    return authorization.substring(scheme.length()).strip();
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
