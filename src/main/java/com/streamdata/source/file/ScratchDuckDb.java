package com.streamdata.source.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB of its own in memory that may read one file and nothing else: what a hostile file can do
 * to it, it cannot do to the rows of others.
 */
final class ScratchDuckDb implements AutoCloseable {
  private final Connection connection;

  private ScratchDuckDb(Connection connection) {
    this.connection = connection;
  }

  static ScratchDuckDb reading(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", "256MB");
    settings.setProperty("threads", "1");
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    ScratchDuckDb scratch = new ScratchDuckDb(new DuckDBDriver().connect("jdbc:duckdb:", settings));
    scratch.execute("SET TimeZone = 'UTC'");
    scratch.execute("SET allowed_paths = [" + text(file.toString()) + "]");
    scratch.execute("SET enable_external_access = false");
    scratch.execute("SET lock_configuration = true");
    return scratch;
  }

  /** What is done with each row of a result. */
  interface EachRow {
    void read(ResultSet row) throws SQLException;
  }

  void query(String sql, EachRow each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.read(rows);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A text in SQL. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A name in SQL. */
  static String name(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
