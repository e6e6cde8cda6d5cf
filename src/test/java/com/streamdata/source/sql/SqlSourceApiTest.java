package com.streamdata.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.engine.SqlEngine;
import com.streamdata.testing.Elsewhere;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sources of other databases over HTTP, from making them to what a visitor sees. */
@ParameterizedClass
@EnumSource(value = SqlEngine.class, mode = EnumSource.Mode.EXCLUDE, names = "TRINO")
class SqlSourceApiTest {
  @Parameter private @Nullable SqlEngine engine;
  @TempDir private Path folder;
  @TempDir private Path files;
  private TestServer server;
  private Elsewhere elsewhere;
  private String dashboard = "";

  @BeforeEach
  void start() throws SQLException {
    server =
        TestServer.startIn(
            folder,
            Map.of(
                "STREAMDATA_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "STREAMDATA_SQLITE_FOLDER",
                files.toString()));
    dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    elsewhere = Elsewhere.fresh(java.util.Objects.requireNonNull(engine), files);
    elsewhere.execute(
        "CREATE TABLE sales (id bigint, sold timestamp, shop varchar(20), amount decimal(12,2))",
        "INSERT INTO sales VALUES (1, '2026-01-01 10:00:00', 'north', 10.25)",
        "INSERT INTO sales VALUES (2, '2026-01-01 11:30:00', 'south', 20.50)",
        "INSERT INTO sales VALUES (9007199254740993, '2026-01-02 09:00:00', 'north', 5)",
        "INSERT INTO sales VALUES (NULL, NULL, NULL, NULL)");
  }

  @AfterEach
  void stop() throws SQLException {
    elsewhere.close();
    server.stop();
  }

  private String create(String read) {
    TestAnswer created =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"S\", \"kind\": \"sql\", " + elsewhere.members() + ", " + read + "}")
            .expect(201);
    String id = created.json().path("id").asString();
    JsonNode run = server.admin().post("/sources/" + id + "/refresh").expect(200).json();
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
    return id;
  }

  private String visualize(String source, String query) {
    return server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/visualizations",
            "{\"type\": \"table\", \"title\": \"T\", \"query\": {\"source\": \"%s\", %s}}"
                .formatted(source, query))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private TestAnswer data(String visualization) {
    return server.admin().get("/visualizations/" + visualization + "/data");
  }

  private static final String BY_SHOP =
      """
      "x": {"column": "shop"}, "measures": [{"column": "amount", "aggregation": "sum", "name": "sum"},
        {"column": "amount", "aggregation": "median", "name": "median"},
        {"column": "id", "aggregation": "max", "name": "most"}]
      """;

  private void assertBySold(JsonNode data) {
    assertThat(data.path("columns").path(0).path("values").toString())
        .isEqualTo("[\"north\",\"south\",null]");
    assertThat(data.path("columns").path(1).path("values").toString())
        .isEqualTo("[15.25,20.5,null]");
    assertThat(data.path("columns").path(2).path("values").path(0).asDouble()).isEqualTo(7.625);
    assertThat(data.path("columns").path(3).path("values").path(0).asString())
        .isEqualTo("9007199254740993");
  }

  @Test
  void aTableIsAskedWhereItIsAndAVisitorSeesIt() throws SQLException {
    String source = create("\"table\": \"sales\"");

    JsonNode shown = server.admin().get("/sources/" + source).expect(200).json();
    assertThat(shown.path("columns").toString())
        .isEqualTo(
            """
            [{"name":"id","type":"integer"},{"name":"sold","type":"timestamp"},\
            {"name":"shop","type":"text"},{"name":"amount","type":"number"}]\
            """);
    assertThat(shown.path("row_count").asLong()).isZero();
    String visualization = visualize(source, BY_SHOP);
    assertBySold(data(visualization).expect(200).json());
    String link =
        server
            .admin()
            .post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    String token = link.substring(link.indexOf("/share/"));
    assertBySold(
        server
            .anonymous()
            .get(token + "/visualizations/" + visualization + "/data")
            .expect(200)
            .json());
  }

  @Test
  void itsRowsCanBeLookedAt() {
    String source = create("\"table\": \"sales\"");

    JsonNode rows = server.admin().get("/sources/" + source + "/rows?limit=2").expect(200).json();

    assertThat(rows.path("rows").toString())
        .isEqualTo(
            """
            [{"id":1,"sold":"2026-01-01T10:00:00Z","shop":"north","amount":10.25},\
            {"id":2,"sold":"2026-01-01T11:30:00Z","shop":"south","amount":20.5}]\
            """);
    assertThat(server.admin().get("/sources/" + source + "/rows?offset=2").json().path("rows"))
        .isEmpty();
  }

  @Test
  void statementsDoNotReachThere() {
    String source = create("\"table\": \"sales\"");

    TestAnswer refused =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/visualizations",
                """
                {"type": "table", "title": "T", "query": {"statements": [
                  {"ref": "A", "source": "%s", "sql": "SELECT * FROM S", "format": "table",
                   "hidden": false}]}}
                """
                    .formatted(source));

    assertThat(refused.expectProblem(400, "request.invalid").text())
        .contains("materialise_seconds");
  }

  @Test
  void anAnswerIsGoodUntilTheNextStep() throws SQLException {
    String source = create("\"table\": \"sales\", \"refresh_seconds\": 5");
    String visualization =
        visualize(source, "\"measures\": [{\"aggregation\": \"count\", \"name\": \"n\"}]");
    assertThat(data(visualization).text()).contains("[4]");

    elsewhere.execute("INSERT INTO sales VALUES (5, '2026-01-05 00:00:00', 'east', 1)");
    assertThat(data(visualization).text()).contains("[4]");
    server.admin().post("/sources/" + source + "/refresh").expect(200);

    assertThat(data(visualization).text()).contains("[5]");
  }

  @Test
  void aRefreshLeavesTheEmptyTableOfALiveSourceAlone() throws SQLException {
    SourceId source = new SourceId(Long.parseLong(create("\"table\": \"sales\"")));
    Datasets datasets = server.part(Datasets.class);
    long table = table(source);
    long version = datasets.version(source);

    server.admin().post("/sources/" + source + "/refresh").expect(200);

    assertThat(table(source)).isEqualTo(table);
    assertThat(datasets.version(source)).isEqualTo(version + 1);
    elsewhere.execute("ALTER TABLE sales ADD COLUMN fresh int");
    server.admin().post("/sources/" + source + "/refresh").expect(200);
    assertThat(table(source)).as("with another column").isNotEqualTo(table);
    assertThat(server.admin().get("/sources/" + source).text()).contains("fresh");
  }

  private long table(SourceId source) throws SQLException {
    String sql =
        "SELECT table_oid FROM duckdb_tables() WHERE table_name = '"
            + Dataset.tableName(source)
            + "'";
    return server
        .part(Datasets.class)
        .read(connection -> {
          try (var statement = connection.createStatement();
              var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
          }
        });
  }

  @Test
  void rowsThatWereCopiedGoWhenTheSourceIsAskedLive() {
    String source = create("\"table\": \"sales\", \"materialise_seconds\": 3600");
    assertThat(server.admin().get("/sources/" + source).json().path("row_count").asLong())
        .isEqualTo(4);

    server.admin().patch("/sources/" + source, "{\"materialise_seconds\": null}").expect(200);
    server.admin().post("/sources/" + source + "/refresh").expect(200);

    assertThat(server.part(Datasets.class).find(new SourceId(Long.parseLong(source))))
        .hasValueSatisfying(dataset -> assertThat(dataset.rowCount()).isZero());
  }

  @Test
  void aStatementStandsInPlaceOfATable() throws SQLException {
    String source =
        create(
            "\"statement\": \"SELECT shop, amount * 3 AS amount, id FROM sales WHERE id < 10 -- all\\n;\"");
    String visualization = visualize(source, BY_SHOP);

    assertThat(
            data(visualization)
                .expect(200)
                .json()
                .path("columns")
                .path(1)
                .path("values")
                .toString())
        .isEqualTo("[30.75,61.5]");
  }

  @Test
  void rowsAreCopiedOnlyWhenAskedFor() throws SQLException {
    String source = create("\"table\": \"sales\", \"materialise_seconds\": 60");
    String visualization = visualize(source, BY_SHOP);

    assertBySold(data(visualization).expect(200).json());
    JsonNode rows = server.admin().get("/sources/" + source + "/rows").expect(200).json();
    assertThat(rows.path("rows").toString())
        .startsWith(
            """
            [{"id":1,"sold":"2026-01-01T10:00:00Z","shop":"north","amount":10.25},\
            {"id":2,"sold":"2026-01-01T11:30:00Z","shop":"south","amount":20.5},\
            {"id":9007199254740993,"sold":"2026-01-02T09:00:00Z","shop":"north","amount":5\
            """);
  }

  @Test
  void tryingOutShowsRowsAndMakesNothing() {
    JsonNode trial =
        server
            .admin()
            .post(
                "/sources/test",
                "{\"name\": \"S\", \"kind\": \"sql\", "
                    + elsewhere.members()
                    + ", \"table\": \"sales\"}")
            .expect(200)
            .json();

    assertThat(trial.path("rows").size()).as(trial.toString()).isEqualTo(4);
    assertThat(trial.path("rows").path(2).path("id").asString()).isEqualTo("9007199254740993");
    assertThat(server.admin().get("/dashboards/" + dashboard + "/sources").json().path("sources"))
        .isEmpty();
  }

  @Test
  void whatIsNotThereIsNamed() {
    JsonNode trial =
        server
            .admin()
            .post(
                "/sources/test",
                "{\"name\": \"S\", \"kind\": \"sql\", "
                    + elsewhere.members()
                    + ", \"table\": \"nothing\"}")
            .expect(200)
            .json();

    assertThat(trial.path("failure").path("stage").asString())
        .as(trial.toString())
        .isEqualTo(engine == SqlEngine.SQLITE ? "query" : "path");
    assertThat(trial.path("failure").path("message").asString()).contains("nothing");
  }

  @Test
  void namesOfTablesAndColumnsAreNeverSql() throws SQLException {
    boolean backticks = engine == SqlEngine.MYSQL || engine == SqlEngine.MARIADB;
    String quote = backticks ? "`" : "\"";
    String name = "x" + quote + quote + "; DROP TABLE sales -- ? {0} $1";
    elsewhere.execute(
        "CREATE TABLE " + quote + name + quote + " (" + quote + name + quote + " bigint)",
        "INSERT INTO " + quote + name + quote + " VALUES (7)");
    String plain = name.replace(quote + quote, quote);
    JsonNode table = JsonNodeFactory.instance.stringNode('"' + plain.replace("\"", "\"\"") + '"');
    String source = create("\"table\": " + table);

    String visualization =
        visualize(
            source,
            "\"measures\": [{\"column\": %s, \"aggregation\": \"sum\", \"name\": \"s\"}]"
                .formatted(JsonNodeFactory.instance.stringNode(plain)));

    assertThat(data(visualization).expect(200).text()).contains("[7]");
    assertThat(elsewhere.count("sales")).isEqualTo(4);
  }

  @Test
  void secretsAreNeverShown() {
    String source = create("\"table\": \"sales\"");

    String shown = server.admin().get("/sources/" + source).expect(200).text();
    server
        .admin()
        .patch("/sources/" + source, "{\"table\": \"nothing\", \"statement\": null}")
        .expect(200);
    TestAnswer run = server.admin().post("/sources/" + source + "/refresh").expect(200);

    assertThat(run.json().path("state").asString()).isEqualTo("failed");
    if (engine != SqlEngine.SQLITE) {
      assertThat(shown).contains("\"password\":\"***\"").doesNotContain(elsewhere.password());
      assertThat(run.text()).doesNotContain(elsewhere.password());
      server
          .admin()
          .patch("/sources/" + source, "{\"host\": \"127.0.0.2\", \"password\": \"***\"}")
          .expectProblem(400, "request.invalid");
    }
  }

  @Test
  void aBrokenDatabaseLeavesTheLastAnswerWithItsAge() throws SQLException {
    String source = create("\"table\": \"sales\", \"refresh_seconds\": 5");
    String visualization =
        visualize(source, "\"measures\": [{\"aggregation\": \"count\", \"name\": \"n\"}]");
    String other = visualize(source, BY_SHOP);
    JsonNode before = data(visualization).expect(200).json();

    elsewhere.execute("ALTER TABLE sales RENAME TO gone");
    server.admin().post("/sources/" + source + "/refresh").expect(200);

    JsonNode after = data(visualization).expect(200).json();
    assertThat(after.path("columns")).isEqualTo(before.path("columns"));
    assertThat(after.path("as_of")).isEqualTo(before.path("as_of"));
    assertThat(after.path("outage").has("refreshed_at")).isTrue();
    data(other).expectProblem(502, "query.remote");
    assertThat(visited(other).expectProblem(502, "query.not-now").text())
        .contains("This data cannot be fetched at the moment.")
        .doesNotContain("database", "sales", "127.0.0.1");
    elsewhere.execute("ALTER TABLE gone RENAME TO sales");
    server.admin().post("/sources/" + source + "/refresh").expect(200);
    assertBySold(data(other).expect(200).json());
  }

  /** What the visitor of a link is answered. */
  private TestAnswer visited(String visualization) {
    String link =
        server
            .admin()
            .post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    return server.anonymous().get(link + "/visualizations/" + visualization + "/data");
  }
}
