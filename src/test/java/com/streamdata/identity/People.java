package com.streamdata.identity;

import com.streamdata.testing.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Makes users that no other test knows. */
final class People {
  static final String PASSWORD = "a long enough one";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private People() {}

  /** Somebody with {@link #PASSWORD}. */
  record Person(String id, String email) {}

  static Person make(TestServer server, String role) {
    String email = "person" + NUMBER.incrementAndGet() + "@example.org";
    JsonNode made =
        server
            .admin()
            .post(
                "/users",
                """
                {"email": "%s", "name": "Somebody", "role": "%s", "password": "%s"}
                """
                    .formatted(email, role, PASSWORD))
            .expect(201)
            .json();
    return new Person(made.path("id").asString(), email);
  }

  /** A key of theirs that may do all that they may. */
  static String key(TestServer server, Person person) {
    return Session.begin(server, person.email(), PASSWORD)
        .changing()
        .post("/keys", "{\"name\": \"all\"}")
        .expect(201)
        .json()
        .path("key")
        .asString();
  }
}
