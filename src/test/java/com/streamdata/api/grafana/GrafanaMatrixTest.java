package com.streamdata.api.grafana;

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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every operation of Grafana's API, asked by every kind of caller. One without a row fails. */
class GrafanaMatrixTest {
  private static final String MATRIX =
      """
      GET    /api/dashboards/uid/{uid}/public-dashboards                          401 401 200 200 200 200 200 403
      POST   /api/dashboards/uid/{uid}/public-dashboards                          401 401 403 403 400 400 403 403
      PATCH  /api/dashboards/uid/{uid}/public-dashboards/{public}                 401 401 403 403 200 200 403 403
      DELETE /api/dashboards/uid/{uid}/public-dashboards/{public}                 401 401 403 403 200 200 403 403
      POST   /api/dashboards/uid/{uid}/public-dashboards/{public}/recipients      401 401 403 403 200 200 403 403
      DELETE /api/dashboards/uid/{uid}/public-dashboards/{public}/recipients/{to} 401 401 403 403 200 200 403 403
      GET    /api/dashboards/public-dashboards                                    401 401 200 200 200 200 200 200
      POST   /api/dashboards/db                                                   401 401 403 403 200 200 403 403
      GET    /api/dashboards/uid/{uid}                                            401 401 200 200 200 200 200 403
      DELETE /api/dashboards/uid/{uid}                                            401 401 403 403 200 200 403 403
      GET    /api/search                                                          401 401 200 200 200 200 200 200
      GET    /api/folders                                                         401 401 200 200 200 200 200 200
      POST   /api/folders                                                         401 401 403 200 200 200 403 403
      GET    /api/folders/{folder}                                                401 401 200 200 200 200 404 404
      PUT    /api/folders/{folder}                                                401 401 403 403 200 200 403 403
      DELETE /api/folders/{folder}                                                401 401 403 403 200 200 403 403
      GET    /api/annotations?dashboardUID={uid}                                   401 401 200 200 200 200 403 403
      POST   /api/annotations                                                     401 401 403 403 200 200 403 403
      GET    /api/annotations/{annotation}                                        401 401 200 200 200 200 404 404
      PUT    /api/annotations/{annotation}                                        401 401 403 403 200 200 404 404
      PATCH  /api/annotations/{annotation}                                        401 401 403 403 200 200 404 404
      DELETE /api/annotations/{annotation}                                        401 401 403 403 200 200 404 404
      GET    /api/public/dashboards/{token}                                       401 401 401 401 401 401 401 401
      GET    /api/public/dashboards/{token}/annotations                           401 401 401 401 401 401 401 401
      POST   /api/public/dashboards/{token}/panels/{panel}/query                  401 401 401 401 401 401 401 401
      GET    /api/datasources                                                     401 401 200 200 200 200 200 200
      GET    /api/datasources/{source}                                            401 401 200 200 200 200 404 404
      GET    /api/datasources/uid/{sourceUid}                                     401 401 200 200 200 200 404 404
      GET    /api/datasources/name/{sourceName}                                   401 401 200 200 200 200 404 404
      GET    /api/datasources/id/{source}                                         401 401 200 200 200 200 404 404
      POST   /api/ds/query                                                        401 401 403 403 200 200 404 404
      POST   /api/public/dashboards/{token}/code                                  202 202 202 202 202 202 202 202
      POST   /api/public/dashboards/{token}/session                               401 401 401 401 401 401 401 401
      GET    /api/health                                                          200 200 200 200 200 200 200 200
      GET    /api/org                                                             401 401 200 200 200 200 200 200
      GET    /api/user                                                            401 401 200 200 200 200 200 200
      POST   /api/serviceaccounts                                                 401 401 403 403 403 201 403 403
      GET    /api/serviceaccounts/search                                          401 401 403 403 403 200 403 403
      GET    /api/serviceaccounts/{account}                                       401 401 403 403 403 200 403 403
      PATCH  /api/serviceaccounts/{account}                                       401 401 403 403 403 200 403 403
      DELETE /api/serviceaccounts/{account}                                       401 401 403 403 403 200 403 403
      GET    /api/serviceaccounts/{account}/tokens                                401 401 403 403 403 200 403 403
      POST   /api/serviceaccounts/{account}/tokens                                401 401 403 403 403 200 403 403
      DELETE /api/serviceaccounts/{account}/tokens/{accountToken}                 401 401 403 403 403 200 403 403
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

  /** Names of variables differ from those in the code: only where they stand counts. */
  private static String operation(MatrixRow row) {
    return row.method() + " " + row.path().replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCallerGetsWhatTheMatrixSays(MatrixRow row) {
    List<Integer> given = new ArrayList<>();

    Fixture fixture = new Fixture();
    for (String caller : TestCallers.ALL) {
      int status = ask(fixture.client(caller), row.method(), fixture.fill(row.path()), fixture);
      given.add(status);
      if (status < 300 && !row.method().equals("GET")) {
        fixture = new Fixture();
      }
    }

    assertThat(given).as("%s by %s", row.path(), TestCallers.ALL).isEqualTo(row.expected());
  }

  @Test
  void everyOperationHasARow() {
    TreeSet<String> operations = new TreeSet<>();

    server
        .part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping
                .getPatternValues()
                .forEach(path ->
                    mapping
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                            operations.add(method + " " + path.replaceAll("\\{[^}]*}", "{}")))));
    operations.removeIf(operation -> !operation.contains(" /api/"));

    assertThat(rows().map(GrafanaMatrixTest::operation))
        .containsExactlyInAnyOrderElementsOf(operations);
  }

  private static int ask(TestClient client, String method, String path, Fixture fixture) {
    return switch (method) {
      case "GET" -> client.statusOf(path);
      case "DELETE" -> client.delete(path).status();
      case "PATCH" -> client.patch(path, fixture.body(method, path)).status();
      case "PUT" -> client.put(path, fixture.body(method, path)).status();
      case "POST" -> client.post(path, fixture.body(method, path)).status();
      default -> throw new IllegalStateException(method);
    };
  }

  private static JsonNode made(TestClient client, String path, String json) {
    var answer = client.post(path, json);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer.json();
  }

  /** A dashboard with everything on it, made anew after each change that went through. */
  private static final class Fixture {
    private final TestClient owner = callers.owner();
    private final JsonNode dashboard = made(owner, "/dashboards", "{\"name\": \"Fixture\"}");
    private final String uid = dashboard.path("uid").asString();
    private final String address = "/api/dashboards/uid/" + uid + "/public-dashboards";
    private final JsonNode shared =
        made(owner, address, "{\"isEnabled\": true, \"share\": \"email\"}");
    private final String recipient =
        made(
                owner,
                address + "/" + shared.path("uid").asString() + "/recipients",
                "{\"recipient\": \"ann@example.org\"}")
            .path("uid")
            .asString();
    private final String folder =
        made(owner, "/api/folders", "{\"title\": \"Folder\"}").path("uid").asString();
    private final String annotation =
        made(
                owner,
                "/api/annotations",
                "{\"dashboardUID\": \"" + uid + "\", \"time\": 1, \"text\": \"a\"}")
            .path("id")
            .asString();
    private final String source =
        made(
                owner,
                "/dashboards/" + dashboard.path("id").asString() + "/sources",
                "{\"name\": \"rows-" + uid + "\", \"kind\": \"push\"}")
            .path("id")
            .asString();
    private final String account =
        made(server.admin(), "/api/serviceaccounts", "{\"name\": \"" + uid + "\"}")
            .path("id")
            .asString();
    private final String accountToken =
        made(server.admin(), "/api/serviceaccounts/" + account + "/tokens", "{\"name\": \"t\"}")
            .path("id")
            .asString();

    TestClient client(String caller) {
      return callers.client(caller, uid, shared.path("accessToken").asString());
    }

    String fill(String path) {
      return path.replace("{uid}", uid)
          .replace("{public}", shared.path("uid").asString())
          .replace("{to}", recipient)
          .replace("{token}", shared.path("accessToken").asString())
          .replace("{accountToken}", accountToken)
          .replace("{account}", account)
          .replace("{source}", source)
          .replace("{sourceUid}", "source-" + source)
          .replace("{sourceName}", "rows-" + uid)
          .replace("{panel}", "1")
          .replace("{folder}", folder)
          .replace("{annotation}", annotation);
    }

    String body(String method, String path) {
      if (path.equals("/api/serviceaccounts")) {
        return "{\"name\": \"another of " + uid + "\"}";
      }
      if (path.equals("/api/ds/query")) {
        return """
        {"queries": [{"refId": "A", "rawSql": "SELECT 1", "datasource": {"uid": "source-%s"}}]}
        """
            .formatted(source);
      }
      if (path.equals("/api/dashboards/db")) {
        return "{\"overwrite\": true, \"dashboard\": {\"uid\": \"%s\", \"title\": \"New\"}}"
            .formatted(uid);
      }
      if (path.startsWith("/api/folders")) {
        return "{\"title\": \"Another\", \"overwrite\": true}";
      }
      if (path.startsWith("/api/annotations")) {
        return "{\"dashboardUID\": \"" + uid + "\", \"text\": \"b\"}";
      }
      if (path.endsWith("/tokens")) {
        return "{\"name\": \"another\"}";
      }
      if (path.endsWith("/recipients")) {
        return "{\"recipient\": \"bob@example.org\"}";
      }
      return "{\"email\": \"bob@example.org\", \"code\": \"12345678\"}";
    }
  }
}
