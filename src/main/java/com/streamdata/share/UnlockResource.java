package com.streamdata.share;

import com.streamdata.http.Client;
import com.streamdata.http.HotAnswers;
import com.streamdata.http.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of a share with a password. */
@RestController
final class UnlockResource {
  private final Visits visits;
  private final ShareLinks links;
  private final PublicAddress address;

  UnlockResource(Visits visits, ShareLinks links, PublicAddress address) {
    this.visits = visits;
    this.links = links;
    this.address = address;
  }

  /** What a visitor types. */
  record Unlock(String password) {
    @Override
    public String toString() {
      return "Unlock[***]";
    }
  }

  @PostMapping("/share/{token}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> unlock(
      HttpServletRequest request, @PathVariable String token, @RequestBody Unlock body) {
    HotAnswers.offerRefusal(request);
    Visits.Unlocked unlocked = visits.unlock(token, Client.of(request), body.password());
    HttpHeaders headers = new HttpHeaders();
    for (String path : links.paths(new ShareToken(token))) {
      headers.add(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(Unlocking.cookieName(unlocked.share()), unlocked.cookie())
              .httpOnly(true)
              .secure(address.isSecure(request))
              .sameSite("Strict")
              .path(path)
              .maxAge(Unlocking.LASTS)
              .build()
              .toString());
    }
    return ResponseEntity.noContent().headers(headers).build();
  }
}
