package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.db.Database;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Grafana's clients are told when it is our fault. */
class BrokenStoreTest {
  @Test
  void faultOfOursIsToldInGrafanasWordsAndSaysNothingElse() {
    try (TestServer server = TestServer.start()) {
      String uid =
          server
              .admin()
              .post("/dashboards", "{\"name\": \"Broken\"}")
              .expect(201)
              .json()
              .path("uid")
              .asString();
      server.part(Database.class).write(handle -> handle.execute("DROP TABLE share_recipient"));
      server.part(Database.class).write(handle -> handle.execute("DROP TABLE share"));

      String shared = "/api/dashboards/uid/" + uid + "/public-dashboards";
      for (TestAnswer answer :
          List.of(
              server.admin().get(shared),
              server.admin().post(shared, "{}"),
              server.admin().patch(shared + "/abc", "{}"),
              server.admin().delete(shared + "/abc"),
              server.admin().get("/api/dashboards/public-dashboards"),
              server.anonymous().get("/api/public/dashboards/" + "0".repeat(32)),
              server.anonymous().get("/api/public/dashboards/" + "0".repeat(32) + "/annotations"),
              server
                  .anonymous()
                  .post("/api/public/dashboards/" + "0".repeat(32) + "/panels/1/query", "{}"))) {
        Refusal.expect(answer, 500, "internalServerError", "Internal server error");
      }

      server.part(Database.class).write(handle -> handle.execute("DROP TABLE annotation"));
      TestAnswer other = server.admin().get("/api/annotations?dashboardUID=" + uid);
      assertThat(other.status()).isEqualTo(500);
      assertThat(other.text()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }
}
