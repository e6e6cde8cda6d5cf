package com.streamdata.source.file;

import com.streamdata.source.push.JsonObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where the records of a JSON file are.
 *
 * @param lines whether they are one value after the other, not a list
 * @param path names of the objects to go through to the list; empty when the file is a list
 */
record JsonShape(boolean lines, List<String> path) {
  static final JsonShape LINES = new JsonShape(true, List.of());

  /**
   * Looks into a file: a list, one object after the other, or one object that holds records in its
   * longest list of objects. One object that holds none is a record itself.
   */
  static JsonShape of(Path file) throws IOException {
    try (InputStream in = JsonFile.open(file);
        JsonParser json = JsonObjects.parser(in)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        return new JsonShape(false, List.of());
      }
      if (first != JsonToken.START_OBJECT) {
        throw FileErrors.unreadable("The file holds no JSON records.");
      }
      Search search = new Search();
      search.object(json, List.of());
      return json.nextToken() != null || search.most == 0
          ? LINES
          : new JsonShape(false, search.longest);
    }
  }

  /** The list of objects that is the longest, outside of other such lists. */
  private static final class Search {
    private long most;
    private List<String> longest = List.of();

    void object(JsonParser json, List<String> path) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        List<String> inner = new ArrayList<>(path);
        inner.add(json.currentName());
        switch (json.nextToken()) {
          case START_OBJECT -> object(json, inner);
          case START_ARRAY -> list(json, inner);
          default -> {}
        }
      }
    }

    private void list(JsonParser json, List<String> path) {
      long objects = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        objects += json.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
        json.skipChildren();
      }
      if (objects > most) {
        most = objects;
        longest = path;
      }
    }
  }
}
