package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.MatrixRow;
import com.streamdata.testing.TestCallers;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every operation, asked by every kind of caller. The holder of a link sends its token as a key
 * where no link is asked for. An operation without a row fails.
 */
class AuthorizationMatrixTest {
  private static final String MATRIX =
      """
      GET    /dashboards                            401 401 200 200 200 200 200 200
      POST   /dashboards                            401 401 403 201 201 201 403 403
      GET    /dashboards/shared                     401 401 200 200 200 200 200 200
      POST   /dashboards/demo                       401 401 403 201 201 201 403 403
      GET    /dashboards/{id}                       401 401 200 200 200 200 200 404
      GET    /dashboards/{id}/events                401 401 200 200 200 200 200 404
      PATCH  /dashboards/{id}                       401 401 403 403 200 200 403 404
      GET    /dashboards/{id}/changes               401 401 403 403 200 200 403 404
      DELETE /dashboards/{id}                       401 401 403 403 204 204 403 404
      POST   /dashboards/{id}/share                 401 401 403 403 200 200 403 404
      GET    /dashboards/{id}/shares                401 401 403 403 200 200 403 404
      POST   /dashboards/{id}/sources               401 401 403 403 201 201 403 404
      GET    /dashboards/{id}/tiles/{index}/data    401 401 200 200 200 200 200 404
      GET    /dashboards/{id}/annotations            401 401 200 200 200 200 403 404
      POST   /dashboards/{id}/visualizations        401 401 403 403 201 201 403 404
      POST   /dashboards/{id}/preview               401 401 403 403 200 200 403 404
      GET    /visualizations                        401 401 200 200 200 200 200 200
      GET    /visualizations/{id}                   401 401 200 200 200 200 200 404
      PATCH  /visualizations/{id}                   401 401 403 403 200 200 403 404
      DELETE /visualizations/{id}                   401 401 403 403 204 204 403 404
      GET    /visualizations/{id}/data              401 401 200 200 200 200 200 404
      GET    /visualizations/{id}/data.csv          401 401 200 200 200 200 200 404
      POST   /visualizations/{id}/share             401 401 403 403 200 200 403 404
      GET    /sources/{id}                          401 401 200 200 200 200 404 404
      PATCH  /sources/{id}                          401 401 403 403 200 200 404 404
      DELETE /sources/{id}                          401 401 403 403 409 409 404 404
      GET    /sources/{id}/rows                     401 401 200 200 200 200 404 404
      POST   /sources/{id}/rows                     401 401 403 403 200 200 404 404
      POST   /sources/{id}/file                     401 401 403 403 409 409 404 404
      GET    /sources/{id}/imports/{importId}       401 401 404 404 404 404 404 404
      POST   /sources/{id}/refresh                  401 401 403 403 409 409 404 404
      GET    /sources/{id}/runs                     401 401 403 403 200 200 404 404
      POST   /sources/test                          401 401 403 200 200 200 403 403
      PATCH  /shares/{id}                           401 401 403 403 200 200 403 404
      DELETE /shares/{id}                           401 401 403 403 204 204 403 404
      GET    /shares                                401 401 200 200 200 200 200 200
      GET    /shares/{id}/qr.svg                    401 401 403 403 200 200 403 404
      POST   /shares/{id}/rotate                    401 401 403 403 200 200 403 404
      GET    /keys                                  401 401 200 200 200 200 403 403
      POST   /keys                                  401 401 201 201 201 201 403 403
      DELETE /keys/{id}                             401 401 404 404 404 204 403 403
      GET    /users                                 401 401 403 403 403 200 403 403
      POST   /users                                 401 401 403 403 403 201 403 403
      PATCH  /users/{id}                            401 401 403 403 403 200 403 403
      GET    /session                               401 401 401 401 401 401 401 401
      POST   /session                               200 401 200 200 200 200 200 200
      PATCH  /session                               401 401 401 401 401 401 401 401
      DELETE /session                               401 401 401 401 401 401 401 401
      GET    /share/{token}/dashboard               200 200 200 200 200 200 200 200
      GET    /share/{token}/annotations             200 200 200 200 200 200 200 200
      PATCH  /share/{token}/dashboard               403 403 403 403 403 403 403 403
      GET    /share/{token}/tiles/{index}/data      200 200 200 200 200 200 200 200
      GET    /share/{token}/visualizations/{id}/data 200 200 200 200 200 200 200 200
      GET    /share/{token}/events                  200 200 200 200 200 200 200 200
      POST   /share/{token}/unlock                  400 400 400 400 400 400 400 400
      POST   /share/{token}/visualizations          403 403 403 403 403 403 403 403
      POST   /share/{token}/preview                 403 403 403 403 403 403 403 403
      PATCH  /share/{token}/visualizations/{id}     403 403 403 403 403 403 403 403
      DELETE /share/{token}/visualizations/{id}     403 403 403 403 403 403 403 403
      GET    /health                                200 401 200 200 200 200 200 200
      GET    /metrics                               401 401 200 200 200 200 200 200
      """;

  private static TestServer server;
  private static TestCallers callers;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    callers = new TestCallers(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<MatrixRow> rows() {
    return MATRIX.lines().map(MatrixRow::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCallerGetsWhatTheMatrixSays(MatrixRow row) {
    List<Integer> given = new ArrayList<>();

    Fixture fixture = new Fixture();
    for (String caller : TestCallers.ALL) {
      int status =
          ask(fixture.client(caller, row.path()), row.method(), fixture.fill(row.path()), fixture);
      given.add(status);
      if (status < 300 && !row.method().equals("GET")) {
        fixture = new Fixture();
      }
    }

    assertThat(given)
        .as("%s %s by %s", row.method(), row.path(), TestCallers.ALL)
        .isEqualTo(row.expected());
  }

  @Test
  void everyOperationHasARow() {
    JsonNode paths = server.anonymous().get("/openapi").expect(200).json().path("paths");
    TreeSet<String> operations = new TreeSet<>();

    paths
        .propertyNames()
        .forEach(path ->
            paths
                .path(path)
                .propertyNames()
                .forEach(method ->
                    operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));

    assertThat(rows().map(row -> row.method() + " " + row.path()))
        .containsExactlyInAnyOrderElementsOf(operations);
  }

  private static int ask(TestClient client, String method, String path, Fixture fixture) {
    return switch (method) {
      case "GET" -> client.statusOf(path);
      case "DELETE" -> client.delete(path).status();
      case "PATCH" -> client.patch(path, fixture.body(method, path)).status();
      case "POST" -> client.post(path, fixture.body(method, path)).status();
      default -> throw new IllegalStateException(method);
    };
  }

  /** A dashboard of the owner's with everything on it, made for one question. */
  private static final class Fixture {
    private final TestClient owner = callers.owner();
    private final JsonNode dashboard =
        owner.post("/dashboards", "{\"name\": \"Fixture\"}").expect(201).json();
    private final String id = dashboard.path("id").asString();
    private final String source =
        made("/dashboards/" + id + "/sources", "{\"name\": \"s\", \"kind\": \"push\"}");
    private final String visualization;
    private final String share;
    private final String token;

    Fixture() {
      owner.post("/sources/" + source + "/rows", "[{\"city\": \"Oslo\", \"n\": 1}]").expect(200);
      visualization = made("/dashboards/" + id + "/visualizations", newVisualization());
      owner
          .patch(
              "/dashboards/" + id,
              "{\"tiles\": [{\"title\": \"t\", \"query\": {\"source\": \"%s\", \"measures\": [{\"aggregation\": \"count\"}]}}]}"
                  .formatted(source))
          .expect(200);
      String link =
          owner
              .post("/dashboards/" + id + "/share", "{\"access\": \"view\"}")
              .expect(200)
              .json()
              .path("share_link")
              .asString();
      token = link.substring(link.lastIndexOf('/') + 1);
      share =
          owner
              .get("/dashboards/" + id + "/shares")
              .json()
              .path("shares")
              .get(0)
              .path("id")
              .asString();
    }

    TestClient client(String caller, String path) {
      return caller.equals("share holder") && path.startsWith("/share/")
          ? server.anonymous()
          : callers.client(caller, dashboard.path("uid").asString(), token);
    }

    String fill(String path) {
      String named =
          path.startsWith("/visualizations") || path.startsWith("/share/")
              ? path.replace("{id}", visualization)
              : path.startsWith("/sources")
                  ? path.replace("{id}", source)
                  : path.startsWith("/shares")
                      ? path.replace("{id}", share)
                      : path.startsWith("/keys")
                          ? path.replace("{id}", newest("/keys", "keys"))
                          : path.startsWith("/users")
                              ? path.replace("{id}", newest("/users", "users"))
                              : path.replace("{id}", id);
      return named
          .replace("{token}", token)
          .replace("{index}", "0")
          .replaceAll("\\{import_?[iI]d}", "1");
    }

    private static String newest(String path, String list) {
      server
          .admin()
          .post(
              path,
              path.equals("/keys")
                  ? "{\"name\": \"newest\"}"
                  : "{\"email\": \"u%d@email.com\", \"name\": \"u\", \"role\": \"viewer\", \"password\": \"long enough\"}"
                      .formatted(System.nanoTime()))
          .expect(201);
      return server
          .admin()
          .get(path)
          .json()
          .path(list)
          .valueStream()
          .toList()
          .getLast()
          .path("id")
          .asString();
    }

    String body(String method, String path) {
      if (path.endsWith("/share") && path.startsWith("/visualizations")) {
        return "{}";
      }
      if (path.endsWith("/share")) {
        return "{\"access\": \"view\"}";
      }
      if (path.endsWith("/sources") || path.equals("/sources/test")) {
        return "{\"name\": \"another\", \"kind\": \"push\"}";
      }
      if (path.endsWith("/visualizations") || path.endsWith("/preview")) {
        return newVisualization();
      }
      if (path.endsWith("/rows") || path.endsWith("/file")) {
        return "[{\"city\": \"Rome\", \"n\": 2}]";
      }
      if (path.endsWith("/unlock")) {
        return "{\"password\": \"x\"}";
      }
      if (path.equals("/session")) {
        return method.equals("POST")
            ? "{\"email\": \"" + TestCallers.OWNER + "\", \"password\": \"long enough for all\"}"
            : "{\"current_password\": \"long enough for all\", \"password\": \"long enough for all\"}";
      }
      if (path.equals("/users")) {
        return "{\"email\": \"n%d@email.com\", \"name\": \"n\", \"role\": \"viewer\", \"password\": \"long enough\"}"
            .formatted(System.nanoTime());
      }
      if (path.startsWith("/shares/")) {
        return "{\"enabled\": true}";
      }
      return path.contains("/visualizations/") ? "{\"title\": \"x\"}" : "{\"name\": \"x\"}";
    }

    private String newVisualization() {
      return """
      {"type": "barchart", "title": "v", "query": {"source": "%s", "x": {"column": "city"},
       "measures": [{"aggregation": "count"}]}}
      """
          .formatted(source);
    }

    private String made(String path, String body) {
      return owner.post(path, body).expect(201).json().path("id").asString();
    }
  }
}
