package com.streamdata.dataset;

import static com.streamdata.dataset.TableSql.execute;

import com.streamdata.access.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the tables that say what is known of each dataset. They change in the same transaction
 * as the rows, so neither can be there without the other.
 */
final class CatalogSql {
  private static final String SCHEMA =
      """
      CREATE SCHEMA IF NOT EXISTS catalog_;
      CREATE TABLE IF NOT EXISTS catalog_.dataset (
        id BIGINT NOT NULL, version BIGINT NOT NULL, row_count BIGINT NOT NULL, next_row BIGINT NOT NULL,
        changed_at BIGINT NOT NULL, keep_rows BIGINT, keep_days INTEGER);
      CREATE TABLE IF NOT EXISTS catalog_.slot (
        dataset BIGINT NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL, type VARCHAR NOT NULL,
        numbers VARCHAR NOT NULL);
      CREATE TABLE IF NOT EXISTS catalog_.position (
        dataset BIGINT NOT NULL, name VARCHAR NOT NULL, next_offset BIGINT NOT NULL);
      """;

  private static final int FEW = 3;

  private CatalogSql() {}

  static void prepare(Connection connection) throws SQLException {
    execute(connection, SCHEMA);
  }

  static Map<SourceId, Table> load(Connection connection) throws SQLException {
    Map<Long, List<Slot>> slots = loadSlots(connection);
    Map<Long, Positions> positions = loadPositions(connection);
    Map<SourceId, Table> tables = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM catalog_.dataset")) {
      while (row.next()) {
        long id = row.getLong("id");
        Table table =
            read(
                row, slots.getOrDefault(id, List.of()), positions.getOrDefault(id, Positions.NONE));
        tables.put(table.id(), table);
      }
    }
    return tables;
  }

  private static Map<Long, List<Slot>> loadSlots(Connection connection) throws SQLException {
    Map<Long, List<Slot>> slots = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM catalog_.slot ORDER BY dataset, position")) {
      while (row.next()) {
        Column column =
            new Column(row.getString("name"), ColumnType.valueOf(row.getString("type")));
        Slot slot = new Slot(column, Numbers.valueOf(row.getString("numbers")));
        slots.computeIfAbsent(row.getLong("dataset"), _ -> new ArrayList<>()).add(slot);
      }
    }
    return slots;
  }

  private static Map<Long, Positions> loadPositions(Connection connection) throws SQLException {
    Map<Long, Positions> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM catalog_.position")) {
      while (row.next()) {
        Map<String, Long> one = Map.of(row.getString("name"), row.getLong("next_offset"));
        positions.merge(row.getLong("dataset"), new Positions(one), (all, _) -> all.with(one));
      }
    }
    return positions;
  }

  private static Table read(ResultSet row, List<Slot> slots, Positions positions)
      throws SQLException {
    Instant changedAt = Instant.EPOCH.plus(row.getLong("changed_at"), ChronoUnit.MICROS);
    SourceId id = new SourceId(row.getLong("id"));
    List<Column> columns = slots.stream().map(Slot::column).toList();
    Keep keep =
        new Keep(row.getObject("keep_rows", Long.class), row.getObject("keep_days", Integer.class));
    Dataset dataset =
        new Dataset(id, columns, row.getLong("row_count"), row.getLong("version"), changedAt);
    return new Table(dataset, slots, row.getLong("next_row"), keep, positions);
  }

  static void insert(Connection connection, Table table) throws SQLException {
    String sql = "INSERT INTO catalog_.dataset VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, table.id().value());
      insert.setLong(2, table.dataset().version());
      insert.setLong(3, table.dataset().rowCount());
      insert.setLong(4, table.nextRow());
      insert.setLong(5, micros(table));
      insert.setObject(6, table.keep().rows());
      insert.setObject(7, table.keep().days());
      insert.executeUpdate();
    }
    insertSlots(connection, table);
  }

  static void replaceSlots(Connection connection, Table table) throws SQLException {
    execute(connection, "DELETE FROM catalog_.slot WHERE dataset = " + table.id().value());
    insertSlots(connection, table);
  }

  private static void insertSlots(Connection connection, Table table) throws SQLException {
    String sql = "INSERT INTO catalog_.slot VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < table.slots().size(); i++) {
        Slot slot = table.slots().get(i);
        insert.setLong(1, table.id().value());
        insert.setInt(2, i);
        insert.setString(3, slot.name());
        insert.setString(4, slot.column().type().name());
        insert.setString(5, slot.numbers().name());
        insert.executeUpdate();
      }
    }
  }

  static void replacePositions(Connection connection, Table table) throws SQLException {
    execute(connection, "DELETE FROM catalog_.position WHERE dataset = " + table.id().value());
    String sql = "INSERT INTO catalog_.position VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (var position : table.positions().offsets().entrySet()) {
        insert.setLong(1, table.id().value());
        insert.setString(2, position.getKey());
        insert.setLong(3, position.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** Writes the figures of all tables: it is part of every commit. */
  static void updateFigures(Connection connection, Collection<Table> tables) throws SQLException {
    if (tables.size() <= FEW) {
      for (Table table : tables) {
        updateFigures(connection, table);
      }
      return;
    }
    String values = tables.stream().map(CatalogSql::figures).collect(Collectors.joining(", "));
    String sql =
        """
        UPDATE catalog_.dataset AS d
        SET version = v.version, row_count = v.row_count, next_row = v.next_row, changed_at = v.changed_at
        FROM (VALUES %s) AS v (id, version, row_count, next_row, changed_at)
        WHERE d.id = v.id
        """;
    execute(connection, sql.formatted(values));
  }

  /** Without a join, which costs more to plan than a commit to write. */
  private static void updateFigures(Connection connection, Table table) throws SQLException {
    String sql =
        """
        UPDATE catalog_.dataset SET version = ?, row_count = ?, next_row = ?, changed_at = ? WHERE id = ?
        """;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, table.dataset().version());
      update.setLong(2, table.dataset().rowCount());
      update.setLong(3, table.nextRow());
      update.setLong(4, micros(table));
      update.setLong(5, table.id().value());
      update.executeUpdate();
    }
  }

  private static String figures(Table table) {
    return "(%d::BIGINT, %d::BIGINT, %d::BIGINT, %d::BIGINT, %d::BIGINT)"
        .formatted(
            table.id().value(),
            table.dataset().version(),
            table.dataset().rowCount(),
            table.nextRow(),
            micros(table));
  }

  static void updateKeep(Connection connection, Table table) throws SQLException {
    String sql = "UPDATE catalog_.dataset SET keep_rows = ?, keep_days = ? WHERE id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, table.keep().rows());
      update.setObject(2, table.keep().days());
      update.setLong(3, table.id().value());
      update.executeUpdate();
    }
  }

  static void delete(Connection connection, SourceId id) throws SQLException {
    execute(connection, "DELETE FROM catalog_.position WHERE dataset = " + id.value());
    execute(connection, "DELETE FROM catalog_.slot WHERE dataset = " + id.value());
    execute(connection, "DELETE FROM catalog_.dataset WHERE id = " + id.value());
  }

  /** Names of the tables of imports that never finished. */
  static List<String> unfinishedImports(Connection connection) throws SQLException {
    List<@Nullable String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'import\\_%' ESCAPE '\\'")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return List.copyOf(names);
  }

  private static long micros(Table table) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, table.dataset().changedAt());
  }
}
