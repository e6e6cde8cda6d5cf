package com.streamdata.query.statement;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.query.QueryService;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.Setting;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.table.Table;
import com.streamdata.query.time.TimeRange;
import com.streamdata.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A server with two dashboards, whose sources statements may name. */
final class StatementWorld implements AutoCloseable {
  private static final String READINGS =
      """
      seen,site,celsius,hits
      2026-01-01T00:00:00Z,north,20.5,1
      2026-01-01T00:01:00Z,south,10,2
      2026-01-01T00:06:00Z,north,21.5,3
      2026-01-01T00:07:00Z,south,,4
      2026-01-01T01:00:00Z,it's,-3,5
      """;

  final TestServer server = TestServer.start();
  final DashboardId dashboard;
  final SourceId readings;

  StatementWorld() {
    dashboard = new DashboardId(dashboard("Plant"));
    readings = new SourceId(source(dashboard, "readings", READINGS));
    DashboardId other = new DashboardId(dashboard("Other"));
    source(other, "readings", "seen,site,celsius,hits\n2026-01-01T00:00:00Z,elsewhere,1,1\n");
    source(other, "Far Away", "name\nfar\n");
  }

  private long dashboard(String name) {
    return server
        .admin()
        .post("/dashboards", "{\"name\": \"" + name + "\"}")
        .expect(201)
        .json()
        .path("id")
        .asLong();
  }

  private long source(DashboardId owner, String name, String csv) {
    long id =
        server
            .admin()
            .post(
                "/dashboards/" + owner + "/sources",
                "{\"name\": \"" + name + "\", \"kind\": \"push\"}")
            .expect(201)
            .json()
            .path("id")
            .asLong();
    server
        .admin()
        .post("/sources/" + id + "/rows", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
        .expect(200);
    return id;
  }

  Statement table(String sql) {
    return new Statement("A", readings, sql, Format.TABLE, false);
  }

  /** What a statement gives as a table. */
  Table run(String sql) {
    return run(sql, TimeRange.ALL, Map.of());
  }

  Table run(String sql, TimeRange range, Map<String, List<String>> variables) {
    SqlQuery query = new SqlQuery(List.of(table(sql)));
    return server
        .part(QueryService.class)
        .run(Shape.TABLE, query, setting(range, variables))
        .table();
  }

  Setting setting(TimeRange range, Map<String, List<String>> variables) {
    return new Setting(dashboard, range, ZoneId.of("UTC"), List.of(), null, variables);
  }

  /** All values of a column. */
  static List<?> column(Table table, int index) {
    return table.columns().get(index).values();
  }

  @Override
  public void close() {
    server.close();
  }
}
