package com.streamdata.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.config.ServerConfig;
import com.streamdata.dataset.Batch;
import com.streamdata.engine.SqlEngine;
import com.streamdata.http.RecordReader;
import com.streamdata.outbound.Networks;
import com.streamdata.outbound.OutboundConfig;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.fetch.Stage;
import com.streamdata.testing.CuriousMariaDb;
import com.streamdata.testing.Elsewhere;
import com.streamdata.testing.TestMariaDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What other databases do to us, and we could do to them. */
class SqlConnectionsTest {
  @TempDir private Path files;
  @TempDir private Path ours;
  private SqlConnections connections;

  @BeforeEach
  void open() {
    connections = connections("127.0.0.0/8");
  }

  @AfterEach
  void close() {
    connections.close();
  }

  private SqlConnections connections(@Nullable String allowed) {
    return new SqlConnections(
        new Networks(new OutboundConfig(allowed, null)),
        new Trust(new OutboundConfig(null, null)),
        new SqlConfig(files),
        new ServerConfig(0, null, ours, null, false),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  private static SqlSettings settings(Elsewhere elsewhere, String read) {
    return settings(elsewhere.members() + ", " + read);
  }

  private static SqlSettings settings(String members) {
    String json = "{" + members + "}";
    return SqlSettings.read(RecordReader.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static SqlSettings statement(Elsewhere elsewhere, String sql) {
    return settings(elsewhere, "\"statement\": " + JsonNodeFactory.instance.stringNode(sql));
  }

  private FetchFailure failure(SqlSettings settings) {
    try {
      new SqlFetch(connections, settings).fetch(Map.of(), new Nowhere());
    } catch (FetchFailure e) {
      return e;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("It was fetched");
  }

  private static final class Nowhere implements RowSink {
    @Override
    public void take(Batch batch) {}
  }

  @ParameterizedTest
  @EnumSource(value = SqlEngine.class, mode = EnumSource.Mode.EXCLUDE, names = "TRINO")
  void nothingCanBeWritten(SqlEngine engine) throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, files)) {
      elsewhere.execute("CREATE TABLE sales (id bigint)", "INSERT INTO sales VALUES (1)");
      SqlSettings sales = settings(elsewhere, "\"table\": \"sales\"");

      for (String sql :
          new String[] {
            "INSERT INTO sales VALUES (2)",
            "UPDATE sales SET id = 2",
            "DELETE FROM sales",
            "CREATE TABLE other (id bigint)",
            "DROP TABLE sales"
          }) {
        assertThatThrownBy(() ->
                connections.with(
                    sales,
                    connection -> {
                      try (var statement = connection.createStatement()) {
                        statement.execute(sql);
                        connection.commit();
                        return true;
                      }
                    }))
            .as(sql)
            .isInstanceOf(FetchFailure.class);
      }

      assertThat(elsewhere.count("sales")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT nextval('numbers')",
        "SELECT wipe()",
        "SELECT set_config('transaction_read_only', 'off', false), wipe()",
        "SELECT set_config('default_transaction_read_only', 'off', false), wipe()",
        "WITH gone AS (DELETE FROM sales RETURNING id) SELECT * FROM gone",
        "SELECT lo_create(1)"
      })
  void functionsOfPostgresWriteNothing(String sql) throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.POSTGRESQL, files)) {
      elsewhere.execute(
          "CREATE TABLE sales (id bigint)",
          "INSERT INTO sales VALUES (1)",
          "CREATE SEQUENCE numbers",
          "CREATE FUNCTION wipe() RETURNS int LANGUAGE sql AS 'DELETE FROM sales RETURNING 1'");

      assertThat(failure(statement(elsewhere, sql)).stage()).isEqualTo(Stage.QUERY);
      assertThat(elsewhere.count("sales")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(value = SqlEngine.class, mode = EnumSource.Mode.EXCLUDE, names = "TRINO")
  void whatTakesTooLongIsCutOff(SqlEngine engine) throws SQLException {
    String endless =
        switch (engine) {
          case POSTGRESQL -> "SELECT pg_sleep(60), 1 AS a";
          case MYSQL, MARIADB ->
              "SELECT count(*) AS a FROM information_schema.columns a,"
                  + " information_schema.columns b, information_schema.columns c";
          case SQLITE, TRINO ->
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                  + " SELECT count(*) AS a FROM n";
        };
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, files)) {
      long start = System.nanoTime();
      FetchFailure failure = failure(statement(elsewhere, endless));

      assertThat(failure.stage()).as(failure.getMessage()).isEqualTo(Stage.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SqlEngine.class,
      names = {"POSTGRESQL", "MARIADB", "MYSQL"})
  void aWrongPasswordIsNamedButNotShown(SqlEngine engine) throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, files)) {
      String members = elsewhere.members().replace(elsewhere.password(), "another-secret");

      FetchFailure failure = failure(settings(members + ", \"table\": \"sales\""));

      assertThat(failure.stage()).isEqualTo(Stage.LOGIN);
      assertThat(failure.getMessage()).doesNotContain("another-secret");
    }
  }

  @ParameterizedTest
  @EnumSource(value = SqlEngine.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void addressesThatAreNotAllowedAreNotConnectedTo(SqlEngine engine) throws IOException {
    connections.close();
    connections = connections(null);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "169.254.169.254"}) {
        FetchFailure failure = failure(server(engine, host, listening.getLocalPort()));

        assertThat(failure.stage()).as(host + ": " + failure.getMessage()).isEqualTo(Stage.REFUSED);
      }
      listening.setSoTimeout(1);
      assertThatThrownBy(listening::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  private static SqlSettings server(SqlEngine engine, String host, int port) {
    return settings(
        """
        "engine": "%s", "host": "%s", "port": %d, "database": "d", "user": "u", "table": "t"
        """
            .formatted(engine.wireName(), host, port));
  }

  @ParameterizedTest
  @EnumSource(value = SqlEngine.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void whereItFailedIsTold(SqlEngine engine) throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThat(failure(server(engine, "127.0.0.1", closed)).stage()).isEqualTo(Stage.CONNECTION);
    assertThat(failure(server(engine, "nowhere.invalid", 1)).stage()).isEqualTo(Stage.NAME);
  }

  @ParameterizedTest
  @EnumSource(
      value = SqlEngine.class,
      names = {"POSTGRESQL", "MARIADB", "MYSQL"})
  void aServerThatSaysNothingIsNotWaitedForLong(SqlEngine engine) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      FetchFailure failure = failure(server(engine, "127.0.0.1", silent.getLocalPort()));

      assertThat(failure.stage()).as(failure.getMessage()).isEqualTo(Stage.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @Test
  void filesOutsideTheFolderAreNotOpened() throws IOException, SQLException {
    Path outside = Files.createDirectory(files.resolveSibling(files.getFileName() + "-outside"));
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.SQLITE, outside)) {
      elsewhere.execute("CREATE TABLE sales (id bigint)");
    }
    Files.createSymbolicLink(files.resolve("link.db"), outside.resolve("shop.db"));
    Files.createSymbolicLink(files.resolve("folder"), outside);

    for (String name : new String[] {"link.db", "folder/shop.db", "none.db"}) {
      FetchFailure failure = failure(file(name));
      assertThat(failure.stage()).as(name).isEqualTo(Stage.NAME);
      assertThat(failure.getMessage()).doesNotContain(outside.toString());
    }
  }

  private static SqlSettings file(String name) {
    return settings("\"engine\": \"sqlite\", \"table\": \"sales\", \"database\": \"" + name + "\"");
  }

  @Test
  void ourOwnFilesAreNotOpenedEvenInTheFolder() throws SQLException {
    connections.close();
    connections =
        new SqlConnections(
            new Networks(new OutboundConfig(null, null)),
            new Trust(new OutboundConfig(null, null)),
            new SqlConfig(files.getParent()),
            new ServerConfig(0, null, files, null, false),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.SQLITE, files)) {
      elsewhere.execute("CREATE TABLE sales (id bigint)");
    }

    assertThat(failure(file(files.getFileName() + "/shop.db")).stage()).isEqualTo(Stage.NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT readfile('/etc/passwd') AS a",
        "SELECT load_extension('x') AS a",
        "SELECT writefile('x', 'y') AS a",
        "SELECT * FROM pragma_query_only(0)",
        "SELECT edit('x') AS a"
      })
  void functionsOfSqliteReachNoFiles(String sql) throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.SQLITE, files)) {
      assertThat(failure(statement(elsewhere, sql)).stage()).isEqualTo(Stage.QUERY);
    }
  }

  @Test
  void aServerThatAsksForOurFilesGetsNone() throws Exception {
    Path secret = Files.writeString(ours.resolve("secret.key"), "very-secret");
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.MARIADB, files);
        CuriousMariaDb curious = CuriousMariaDb.before(TestMariaDb.port(), secret.toString())) {
      String members = elsewhere.members().replace("" + TestMariaDb.port(), "" + curious.port());

      FetchFailure failure = failure(settings(members + ", \"table\": \"sales\""));

      assertThat(failure.getMessage()).doesNotContain("very-secret");
      assertThat(curious.received()).doesNotContain("very-secret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 AS a INTO OUTFILE '/tmp/streamdata-outfile'",
        "SELECT 1 AS a INTO DUMPFILE '/tmp/streamdata-outfile'",
        "SELECT 1 AS a INTO @x",
        "SELECT * FROM no_such_function()"
      })
  void statementsOverMariaDbWriteNoFiles(String sql) throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.MARIADB, files);
        var root = TestMariaDb.root();
        var grant = root.createStatement()) {
      grant.execute("GRANT FILE ON *.* TO " + TestMariaDb.USER + "@'127.0.0.1'");

      assertThat(failure(statement(elsewhere, sql)).stage()).isEqualTo(Stage.QUERY);
      assertThat(Path.of("/tmp/streamdata-outfile")).doesNotExist();
      grant.execute("REVOKE FILE ON *.* FROM " + TestMariaDb.USER + "@'127.0.0.1'");
    }
  }

  @Test
  void withoutAFolderNoFileIsOpened() {
    connections.close();
    connections =
        new SqlConnections(
            new Networks(new OutboundConfig(null, null)),
            new Trust(new OutboundConfig(null, null)),
            new SqlConfig(null),
            new ServerConfig(0, null, ours, null, false));

    assertThat(failure(file("shop.db")).stage()).isEqualTo(Stage.REFUSED);
  }
}
