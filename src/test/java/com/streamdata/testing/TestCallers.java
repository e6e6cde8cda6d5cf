package com.streamdata.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One caller of every sort that rights tell apart. */
public final class TestCallers {
  /**
   * In the order of a matrix's columns: nobody; whoever holds the token of a link; a user with role
   * viewer; one with role editor who owns nothing; the owner, an editor; an admin; a key limited to
   * reading the owner's dashboard; a key with all permissions on another dashboard only.
   */
  public static final List<String> ALL =
      List.of(
          "nobody",
          "share holder",
          "viewer",
          "editor",
          "owner",
          "admin",
          "reading key",
          "other's key");

  /** Password of the owner, whose address is {@code owner@email.org}. */
  public static final String PASSWORD = "long enough for all";

  public static final String OWNER = "owner@email.org";

  private static final List<String> EVERYTHING =
      List.of(
          "dashboards:read",
          "dashboards:write",
          "dashboards:delete",
          "dashboards.public:write",
          "datasources:read",
          "datasources:write",
          "annotations:read");

  private final TestServer server;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final String foreignUid;

  public TestCallers(TestServer server) {
    this.server = server;
    keys.put("viewer", keyOfNewUser("viewer@email.org", "viewer"));
    keys.put("editor", keyOfNewUser("editor@email.org", "editor"));
    keys.put("owner", keyOfNewUser(OWNER, "editor"));
    keys.put("admin", TestServer.ADMIN_KEY);
    foreignUid = made("/dashboards", "{\"name\": \"Another\"}", "uid");
  }

  /** The owner. */
  public TestClient owner() {
    return server.as(Objects.requireNonNull(keys.get("owner")));
  }

  /**
   * A caller by name.
   *
   * @param uid the owner's dashboard
   * @param token of a link to it, which its holder sends as a key
   */
  public TestClient client(String caller, String uid, String token) {
    return switch (caller) {
      case "nobody" -> server.anonymous();
      case "share holder" -> server.as(token);
      case "reading key" -> limited(uid, List.of("dashboards:read"));
      case "other's key" -> limited(foreignUid, EVERYTHING);
      default -> server.as(Objects.requireNonNull(keys.get(caller)));
    };
  }

  private TestClient limited(String uid, List<String> actions) {
    String permissions =
        actions.stream()
            .map(action ->
                "{\"action\": \"%s\", \"scope\": \"dashboards:uid:%s\"}".formatted(action, uid))
            .collect(Collectors.joining(","));
    return server.as(
        made("/keys", "{\"name\": \"limited\", \"permissions\": [" + permissions + "]}", "key"));
  }

  private String keyOfNewUser(String email, String role) {
    made(
        "/users",
        "{\"email\": \"%s\", \"name\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}"
            .formatted(email, role, role, PASSWORD),
        "id");
    TestAnswer session =
        server
            .anonymous()
            .post(
                "/session", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
            .expect(200);
    String cookie = session.header("Set-Cookie").orElseThrow();
    return server
        .anonymous()
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-CSRF-Token", session.json().path("csrf_token").asString())
        .post("/keys", "{\"name\": \"all of mine\"}")
        .expect(201)
        .json()
        .path("key")
        .asString();
  }

  private String made(String path, String body, String member) {
    return server.admin().post(path, body).expect(201).json().path(member).asString();
  }
}
