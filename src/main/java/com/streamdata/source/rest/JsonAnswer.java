package com.streamdata.source.rest;

import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import com.streamdata.source.push.JsonObjects;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes rows out of JSON. Simple paths are gone through token by token, others need all of it. */
final class JsonAnswer {
  private final RowSpool spool;

  JsonAnswer(RowSpool spool) {
    this.spool = spool;
  }

  /**
   * Takes the rows.
   *
   * @param path JSONPath
   * @throws FetchFailure if there is nothing there
   */
  void read(InputStream body, String path) throws FetchFailure {
    Optional<List<String>> names = JsonPaths.names(path);
    if (names.isEmpty()) {
      readTree(JacksonProvider.tree(body), path);
      return;
    }
    try (JsonParser json = JsonObjects.parser(body)) {
      if (json.nextToken() == null) {
        throw new FetchFailure(Stage.PARSE, "The answer is empty");
      }
      if (names.get().isEmpty()) {
        readAll(json);
      } else if (goTo(json, names.get())) {
        readValue(json);
      } else {
        throw nothingAt(path);
      }
    }
  }

  /** What stands in the tree; several places are several rows. */
  private void readTree(Object tree, String path) throws FetchFailure {
    try {
      Object found = JsonPaths.find(tree, path);
      byte[] json = JacksonProvider.bytes(found);
      try (JsonParser parser = JsonObjects.parser(new ByteArrayInputStream(json))) {
        parser.nextToken();
        readValue(parser);
      }
    } catch (PathNotFoundException _) {
      throw nothingAt(path);
    } catch (JsonPathException e) {
      throw new FetchFailure(Stage.PATH, path + " cannot be followed: " + e.getMessage());
    }
  }

  private static FetchFailure nothingAt(String path) {
    return new FetchFailure(Stage.PATH, "The answer has nothing at " + path);
  }

  /** One value after the other, as in NDJSON. */
  private void readAll(JsonParser json) throws FetchFailure {
    for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
      readValue(json);
    }
  }

  private static boolean goTo(JsonParser json, List<String> names) {
    for (String name : names) {
      if (json.currentToken() != JsonToken.START_OBJECT || !goTo(json, name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean goTo(JsonParser json, String name) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean here = name.equals(json.currentName());
      json.nextToken();
      if (here) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  /** A list is many rows, anything else is one; null is none. */
  private void readValue(JsonParser json) throws FetchFailure {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        row(json);
      }
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      object(json);
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      row(json);
    }
  }

  private void row(JsonParser json) throws FetchFailure {
    switch (json.currentToken()) {
      case START_OBJECT -> spool.next().copyCurrentStructureExact(json);
      case START_ARRAY -> list(json);
      case VALUE_NULL -> {}
      default -> {
        JsonGenerator row = spool.next();
        row.writeStartObject();
        row.writeName("value");
        row.copyCurrentEventExact(json);
        row.writeEndObject();
      }
    }
  }

  /** A row without names: its values are {@code column1}, {@code column2} … */
  private void list(JsonParser json) throws FetchFailure {
    JsonGenerator row = spool.next();
    row.writeStartObject();
    for (int column = 1; json.nextToken() != JsonToken.END_ARRAY; column++) {
      row.writeName("column" + column);
      row.copyCurrentStructureExact(json);
    }
    row.writeEndObject();
  }

  /** One object: a row, or lists of the same length, which are columns. */
  private void object(JsonParser json) throws FetchFailure {
    Map<?, ?> object = (Map<?, ?>) JacksonProvider.tree(json);
    Optional<ColumnLists> table = ColumnLists.of(object);
    int rows = table.map(ColumnLists::rows).orElse(1);
    for (int at = 0; at < rows; at++) {
      Object row = table.isPresent() ? table.get().row(at) : object;
      JacksonProvider.write(spool.next(), row);
    }
  }
}
