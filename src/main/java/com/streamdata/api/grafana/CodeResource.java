package com.streamdata.api.grafana;

import com.streamdata.http.Client;
import com.streamdata.http.PublicAddress;
import com.streamdata.share.CodeService;
import com.streamdata.share.GuestSession;
import com.streamdata.share.PublicDashboardErrors;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of a public dashboard for specific people. */
@RestController
final class CodeResource {
  private final CodeService codes;
  private final PublicAddress address;

  CodeResource(CodeService codes, PublicAddress address) {
    this.codes = codes;
    this.address = address;
  }

  /** Where the code is to be sent, and later the code. */
  record Entry(@Nullable String email, @Nullable String code) {
    @Override
    public String toString() {
      return "Entry[***]";
    }
  }

  @PostMapping("/api/public/dashboards/{accessToken}/code")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void code(HttpServletRequest request, @PathVariable String accessToken) {
    codes.request(accessToken, Client.of(request), text(entry(request).email()));
  }

  @PostMapping("/api/public/dashboards/{accessToken}/session")
  ResponseEntity<Void> session(HttpServletRequest request, @PathVariable String accessToken) {
    Entry entry = entry(request);
    GuestSession session =
        codes.enter(accessToken, Client.of(request), text(entry.email()), text(entry.code()));
    HttpHeaders headers = new HttpHeaders();
    for (String path : session.paths()) {
      headers.add(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(session.name(), session.value())
              .httpOnly(true)
              .secure(address.isSecure(request))
              .sameSite("Strict")
              .path(path)
              .maxAge(session.lasts())
              .build()
              .toString());
    }
    return ResponseEntity.noContent().headers(headers).build();
  }

  private static Entry entry(HttpServletRequest request) {
    return GrafanaJson.read(request, Entry.class, PublicDashboardErrors.BAD_REQUEST);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
