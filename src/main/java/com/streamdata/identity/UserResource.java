package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.access.UserId;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, for admins. */
@RestController
final class UserResource {
  private final UserService users;

  UserResource(UserService users) {
    this.users = users;
  }

  /** The list of users. */
  record Users(List<UserService.User> users) {}

  @GetMapping("/users")
  Users list(Caller caller) {
    return new Users(users.list(caller));
  }

  @PostMapping("/users")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<UserService.User> create(Caller caller, @RequestBody NewUser request) {
    UserService.User created = users.create(caller, request);
    return ResponseEntity.created(URI.create("/users/" + created.id())).body(created);
  }

  @PatchMapping("/users/{id}")
  UserService.User change(Caller caller, @PathVariable UserId id, @RequestBody UserPatch request) {
    return users.change(caller, id, request);
  }
}
