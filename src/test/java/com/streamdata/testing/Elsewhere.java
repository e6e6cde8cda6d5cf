package com.streamdata.testing;

import com.streamdata.engine.SqlEngine;
import com.streamdata.http.RecordReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import tools.jackson.databind.JsonNode;

/**
 * A database that is not ours, with somebody who may do everything in it.
 *
 * @param connection for what its owner does
 * @param members what a source needs to know of it, without what is read, as on the wire
 * @param password of the user in the members; empty where there is none
 */
public record Elsewhere(SqlEngine engine, Connection connection, String members, String password)
    implements AutoCloseable {

  /**
   * Makes an empty one.
   *
   * @param folder that of SQLite files
   */
  public static Elsewhere fresh(SqlEngine engine, Path folder) throws SQLException {
    return switch (engine) {
      case POSTGRESQL -> postgres();
      case MYSQL, MARIADB -> mariaDb(engine);
      case SQLITE -> sqlite(folder);
      case TRINO -> throw new IllegalArgumentException("Trino is not started here");
    };
  }

  private static Elsewhere postgres() throws SQLException {
    URI url = URI.create(TestPostgres.create());
    String database = url.getPath().substring(1);
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + url.getPort() + "/" + database,
            "postgres",
            "postgres");
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP ROLE IF EXISTS reader");
      statement.execute("CREATE ROLE reader LOGIN SUPERUSER PASSWORD 'pass-word-1'");
    }
    return new Elsewhere(
        SqlEngine.POSTGRESQL,
        connection,
        members(SqlEngine.POSTGRESQL, url.getPort(), database, "reader", "pass-word-1"),
        "pass-word-1");
  }

  private static Elsewhere mariaDb(SqlEngine engine) throws SQLException {
    String database = TestMariaDb.create();
    return new Elsewhere(
        engine,
        TestMariaDb.connect(database),
        members(engine, TestMariaDb.port(), database, TestMariaDb.USER, TestMariaDb.PASSWORD),
        TestMariaDb.PASSWORD);
  }

  private static Elsewhere sqlite(Path folder) throws SQLException {
    return new Elsewhere(
        SqlEngine.SQLITE,
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db")),
        "\"engine\": \"sqlite\", \"database\": \"shop.db\"",
        "");
  }

  private static String members(
      SqlEngine engine, int port, String database, String user, String password) {
    return """
    "engine": "%s", "host": "127.0.0.1", "port": %d, "database": "%s", "user": "%s", "password": "%s"
    """
        .formatted(engine.wireName(), port, database, user, password);
  }

  public void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  public long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  public int port() {
    return json().path("port").asInt();
  }

  public String database() {
    return json().path("database").asString();
  }

  public String user() {
    return json().path("user").asString();
  }

  private JsonNode json() {
    return RecordReader.parse(("{" + members + "}").getBytes(StandardCharsets.UTF_8));
  }
}
