package com.streamdata.identity;

import com.streamdata.access.AccessErrors;
import com.streamdata.access.Caller;
import com.streamdata.error.AppException;
import com.streamdata.http.Client;
import com.streamdata.http.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
final class SessionResource {
  private final SessionService sessions;
  private final UserService users;
  private final PublicAddress address;

  SessionResource(SessionService sessions, UserService users, PublicAddress address) {
    this.sessions = sessions;
    this.users = users;
    this.address = address;
  }

  @PostMapping("/session")
  ResponseEntity<SessionService.SignedIn> begin(
      HttpServletRequest request, @RequestBody SignIn signIn) {
    SessionService.Begun begun = sessions.begin(Client.of(request), signIn);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.SET_COOKIE,
            SessionCookie.begin(begun.cookie(), address.isSecure(request)).toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(begun.signedIn());
  }

  @GetMapping("/session")
  ResponseEntity<SessionService.SignedIn> find(
      Caller caller,
      @RequestAttribute(name = CallerFilter.SESSION, required = false) @Nullable String session) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(sessions.find(caller, required(session)));
  }

  @PatchMapping("/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      HttpServletRequest request,
      Caller caller,
      @RequestAttribute(name = CallerFilter.SESSION, required = false) @Nullable String session,
      @RequestBody PasswordChange change) {
    users.changeOwnPassword(Client.of(request), caller, required(session), change);
  }

  @DeleteMapping("/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> end(
      HttpServletRequest request,
      @RequestAttribute(name = CallerFilter.SESSION, required = false) @Nullable String session) {
    sessions.end(required(session));
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.end(address.isSecure(request)).toString())
        .build();
  }

  private static String required(@Nullable String session) {
    if (session == null) {
      throw new AppException(AccessErrors.UNAUTHENTICATED, "Nobody is signed in.");
    }
    return session;
  }
}
