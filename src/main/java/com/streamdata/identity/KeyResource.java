package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.access.KeyId;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API keys. */
@RestController
final class KeyResource {
  private final KeyService keys;

  KeyResource(KeyService keys) {
    this.keys = keys;
  }

  /** The list of keys. */
  record Keys(List<KeyService.Key> keys) {}

  @GetMapping("/keys")
  Keys list(Caller caller) {
    return new Keys(keys.list(caller));
  }

  @PostMapping("/keys")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<KeyService.CreatedKey> create(Caller caller, @RequestBody NewKey request) {
    KeyService.CreatedKey created = keys.create(caller, request);
    return ResponseEntity.created(URI.create("/keys/" + created.id())).body(created);
  }

  @DeleteMapping("/keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable KeyId id) {
    keys.delete(caller, id);
  }
}
