package com.streamdata.api.grafana;

import com.streamdata.share.CookieJar;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Annotations of a public dashboard (observed behaviour, V3). */
@RestController
final class PublicAnnotationResource {
  private final PublicAnnotations annotations;

  PublicAnnotationResource(PublicAnnotations annotations) {
    this.annotations = annotations;
  }

  @GetMapping("/api/public/dashboards/{accessToken}/annotations")
  List<PublicAnnotation> list(
      HttpServletRequest request,
      @PathVariable String accessToken,
      @RequestParam MultiValueMap<String, String> parameters) {
    return annotations.list(accessToken, CookieJar.of(request), parameters);
  }
}
