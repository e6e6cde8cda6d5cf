package com.streamdata.identity;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;

/**
 * A browser in which somebody has signed in.
 *
 * @param cookie name and value
 */
record Session(TestServer server, String cookie, String csrfToken) {

  static TestAnswer tryToBegin(TestServer server, String email, String password) {
    return server
        .anonymous()
        .post("/session", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
  }

  static Session begin(TestServer server, String email, String password) {
    TestAnswer answer = tryToBegin(server, email, password).expect(200);
    return new Session(
        server,
        answer.header("Set-Cookie").orElseThrow().split(";", 2)[0],
        answer.json().path("csrf_token").asString());
  }

  /** Sends the cookie only, as a browser does by itself. */
  TestClient reading() {
    return server.anonymous().with("Cookie", cookie);
  }

  /** Sends the token too, as our own pages do. */
  TestClient changing() {
    return reading().with("X-CSRF-Token", csrfToken);
  }
}
