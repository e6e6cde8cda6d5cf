package com.streamdata.api.grafana;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.http.RecordReader;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The targets of a panel as a saved query, and back. */
final class PanelQuery {
  /** The member of a target that holds a query of columns. */
  static final String OURS = "streamdata";

  private static final String SOURCE = "source";

  private PanelQuery() {}

  /**
   * What a panel asks.
   *
   * @param usual for statements that do not say what their rows are taken for
   * @throws NotShownException when something of it cannot be asked here
   */
  static SavedQuery read(JsonNode panel, DataSources sources, Format usual)
      throws NotShownException {
    List<Statement> statements = new ArrayList<>();
    Set<String> refs = new HashSet<>();
    for (JsonNode target : Lenient.objects(panel, "targets")) {
      JsonNode own = target.path(OURS);
      if (own.isObject()) {
        return columns((ObjectNode) own, sources.require(source(panel, target)));
      }
      Statement statement = statement(panel, target, sources, usual, refs);
      if (statement != null) {
        statements.add(statement);
      }
    }
    if (statements.stream().allMatch(Statement::hidden)) {
      throw new NotShownException(
          statements.isEmpty() ? "It has no query." : "All its queries are hidden.");
    }
    return checked(() -> new SqlQuery(statements));
  }

  private static SavedQuery columns(ObjectNode own, SourceId source) throws NotShownException {
    ObjectNode query = own.deepCopy().put(SOURCE, source.toString());
    return checked(() -> RecordReader.read(query, Query.class));
  }

  /** Null for a hidden one that cannot be asked: nobody misses it. */
  private static @Nullable Statement statement(
      JsonNode panel, JsonNode target, DataSources sources, Format usual, Set<String> refs)
      throws NotShownException {
    boolean hidden = Lenient.isTrue(target, "hide");
    String sql = Lenient.text(target, "rawSql");
    String ref = free(Lenient.line(Lenient.text(target, "refId"), 64), refs);
    try {
      SourceId source = sources.require(source(panel, target));
      if (sql.isBlank()) {
        throw new NotShownException("Query " + ref + " has no SQL in rawSql.");
      }
      return checked(() -> new Statement(ref, source, sql, format(target, usual), hidden));
    } catch (NotShownException e) {
      if (hidden) {
        return null;
      }
      throw e;
    }
  }

  /** A target without a data source has its panel's. */
  private static JsonNode source(JsonNode panel, JsonNode target) {
    JsonNode own = target.path("datasource");
    return own.isObject() || own.isString() ? own : panel.path("datasource");
  }

  /** Refs that are missing or doubled get the next free letter. */
  private static String free(String ref, Set<String> taken) {
    String free = ref;
    for (char letter = 'A'; free.isEmpty() || !taken.add(free); letter++) {
      free = String.valueOf(letter);
    }
    return free;
  }

  private static Format format(JsonNode target, Format usual) {
    return switch (Lenient.text(target, "format")) {
      case "table", "1" -> Format.TABLE;
      case "time_series", "0" -> Format.TIME_SERIES;
      default -> usual;
    };
  }

  /** Our own records say what is wrong with them; here it becomes the reason on the page. */
  private static <T> T checked(java.util.function.Supplier<T> made) throws NotShownException {
    try {
      return made.get();
    } catch (AppException e) {
      throw new NotShownException("Its query does not pass.", reason(e.details(), e));
    }
  }

  private static String reason(List<ErrorDetail> details, AppException otherwise) {
    return details.isEmpty()
        ? String.valueOf(otherwise.getMessage())
        : details.stream()
            .map(detail -> detail.field() + " " + detail.message())
            .collect(Collectors.joining("; "));
  }

  /** As targets that {@link #read} reads back. */
  static ArrayNode write(SavedQuery query, JsonNode asJson) {
    ArrayNode targets = JsonNodeFactory.instance.arrayNode();
    switch (query) {
      case Query columns -> {
        ObjectNode own = (ObjectNode) asJson.deepCopy();
        own.remove(SOURCE);
        targets.add(target("A", columns.source()).set(OURS, own));
      }
      case SqlQuery sql -> sql.statements().forEach(statement -> targets.add(target(statement)));
    }
    return targets;
  }

  private static ObjectNode target(Statement statement) {
    ObjectNode target = target(statement.ref(), statement.source());
    target.put("rawSql", statement.sql());
    target.put("format", statement.format().wireName());
    target.put("rawQuery", true);
    target.put("editorMode", "code");
    if (statement.hidden()) {
      target.put("hide", true);
    }
    return target;
  }

  private static ObjectNode target(String ref, SourceId source) {
    ObjectNode target = JsonNodeFactory.instance.objectNode().put("refId", ref);
    target.set("datasource", datasource(source));
    return target;
  }

  static ObjectNode datasource(SourceId source) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "streamdata")
        .put("uid", DataSources.uid(source));
  }
}
