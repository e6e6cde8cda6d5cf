package com.streamdata.ui;

import com.streamdata.http.SecurityHeaders;
import com.streamdata.share.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages: the application and what visitors of a link see. */
@RestController
final class PageResource {
  private final ObjectProvider<Pages> pages;
  private final Visits visits;

  PageResource(ObjectProvider<Pages> pages, Visits visits) {
    this.pages = pages;
    this.visits = visits;
  }

  @GetMapping({"/", "/app"})
  ResponseEntity<Void> home() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("app/")).build();
  }

  @GetMapping("/app/**")
  ResponseEntity<String> application(HttpServletRequest request, HttpServletResponse response) {
    SecurityHeaders.ofPage(response);
    return page(HttpStatus.OK, pages.getObject().application(pathOf(request)));
  }

  /** The page asks for the password by itself; it holds nothing that a locked link hides. */
  @GetMapping("/share/{token}")
  ResponseEntity<String> share(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    secure(token, response);
    return visits.exists(token)
        ? page(HttpStatus.OK, pages.getObject().share(pathOf(request)))
        : page(HttpStatus.NOT_FOUND, pages.getObject().notFound(pathOf(request)));
  }

  /** The page of Grafana's public dashboards: always there, it says itself what cannot be shown. */
  @GetMapping("/public-dashboards/{token}")
  ResponseEntity<String> publicDashboard(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    secure(token, response);
    return page(HttpStatus.OK, pages.getObject().share(pathOf(request)));
  }

  private void secure(String token, HttpServletResponse response) {
    if (visits.mayBeFramed(token)) {
      SecurityHeaders.ofFramedPage(response);
    } else {
      SecurityHeaders.ofPage(response);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private static ResponseEntity<String> page(HttpStatus status, String html) {
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
        .cacheControl(CacheControl.noCache())
        .body(html);
  }
}
