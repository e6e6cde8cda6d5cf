package com.streamdata.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.engine.SqlEngine;
import com.streamdata.testing.Elsewhere;
import com.streamdata.testing.TestMariaDb;
import com.streamdata.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a database is asked, and what viewers see while it takes its time. */
class SqlLoadTest {
  @TempDir private Path folder;
  private TestServer server;
  private Elsewhere elsewhere;
  private String dashboard = "";

  @BeforeEach
  void start() throws SQLException {
    server = TestServer.startIn(folder, Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8"));
    dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    elsewhere = Elsewhere.fresh(SqlEngine.MARIADB, folder);
    elsewhere.execute("CREATE TABLE sales (id bigint)", "INSERT INTO sales VALUES (1)");
  }

  @AfterEach
  void stop() throws SQLException {
    elsewhere.close();
    server.stop();
  }

  private String source(String read) {
    String id = create(read);
    refresh(id);
    return id;
  }

  private String create(String read) {
    return server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/sources",
            "{\"name\": \"S\", \"kind\": \"sql\", %s, %s, \"refresh_seconds\": 86400}"
                .formatted(elsewhere.members(), read))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private void refresh(String source) {
    assertThat(run(source)).contains("\"state\":\"done\"");
  }

  private String run(String source) {
    return server.admin().post("/sources/" + source + "/refresh").expect(200).text();
  }

  private String address(String source) {
    String visualization =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/visualizations",
                """
                {"type": "table", "title": "T", "query": {"source": "%s",
                 "measures": [{"column": "id", "aggregation": "sum", "name": "n"}]}}
                """
                    .formatted(source))
            .expect(201)
            .json()
            .path("id")
            .asString();
    String link =
        server
            .admin()
            .post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    return link.substring(link.indexOf("/share/")) + "/visualizations/" + visualization + "/data";
  }

  private String look(String address) {
    return server.anonymous().get(address).expect(200).json().path("columns").toString();
  }

  private void lookOften(String address, int viewers) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> looks = new ArrayList<>();
      for (int i = 0; i < viewers; i++) {
        looks.add(() -> look(address));
      }
      for (Future<String> look : threads.invokeAll(looks)) {
        assertThat(look.get()).contains("[1]");
      }
    }
  }

  /** How many SELECTs the whole server has been asked. */
  private static long selects() throws SQLException {
    try (Connection root = TestMariaDb.root();
        var statement = root.createStatement();
        var result = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
      result.next();
      return result.getLong(2);
    }
  }

  @Test
  void manyViewersAreOneQueryAStep() throws Exception {
    String source = source("\"table\": \"sales\"");
    String address = address(source);
    long before = selects();

    lookOften(address, 100);
    long first = selects();
    refresh(source);
    long refreshed = selects();
    lookOften(address, 1_000);
    long second = selects();

    assertThat(first - before).isEqualTo(second - refreshed).isEqualTo(1 + ownSelects());
  }

  /** What asking for the number costs itself. */
  private static long ownSelects() throws SQLException {
    long before = selects();
    return selects() - before;
  }

  @Test
  void whileADatabaseTakesItsTimeTheLastAnswerIsShown() throws Exception {
    String source = source("\"statement\": \"SELECT id + sleep(1) AS id FROM sales\"");
    String address = address(source);
    assertThat(look(address)).contains("[1]");
    elsewhere.execute("INSERT INTO sales VALUES (2)");
    refresh(source);

    assertThat(look(address)).contains("[1]");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(look(address)).contains("[3]"));
  }

  @Test
  void moreThanAMillionRowsAreNotCopied() {
    String source =
        create(
            "\"statement\": \"SELECT seq AS id FROM seq_1_to_1000001\", \"materialise_seconds\": 3600");

    assertThat(run(source))
        .contains("\"state\":\"failed\"")
        .contains("\"stage\":\"size\"")
        .contains("group them in a statement");
    assertThat(server.admin().get("/sources/" + source).json().path("row_count").asLong()).isZero();
  }
}
