package com.streamdata.source.sql;

import com.streamdata.source.fetch.Connector;
import com.streamdata.source.fetch.Fetch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sources of other people's databases. */
@Component
final class SqlConnector implements Connector<SqlSettings> {
  private final SqlConnections connections;

  SqlConnector(SqlConnections connections) {
    this.connections = connections;
  }

  @Override
  public String kind() {
    return "sql";
  }

  @Override
  public SqlSettings read(JsonNode members) {
    return SqlSettings.read(members);
  }

  @Override
  public Fetch fetch(SqlSettings settings) {
    return new SqlFetch(connections, settings);
  }
}
