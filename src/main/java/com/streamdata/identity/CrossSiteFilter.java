package com.streamdata.identity;

import com.streamdata.error.AppException;
import com.streamdata.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site makes a browser send (Fetch Metadata). A request with
 * a key is let through: no browser adds one by itself.
 */
final class CrossSiteFilter extends OncePerRequestFilter {
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Problems problems;

  CrossSiteFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = site != null && !OWN.contains(site);
    if (foreign
        && CHANGING.contains(request.getMethod())
        && request.getHeader("Authorization") == null) {
      problems.write(
          request,
          response,
          new AppException(
              IdentityErrors.CROSS_SITE, "Changes come from this server's own pages."));
      return;
    }
    chain.doFilter(request, response);
  }
}
