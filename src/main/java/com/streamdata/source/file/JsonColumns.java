package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.source.push.JsonObjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The columns of all records of a JSON file, in the order in which they turn up. */
final class JsonColumns {
  private final List<Column> declared;
  private final boolean written;
  private final Map<String, JsonGuess> guesses = new LinkedHashMap<>();

  JsonColumns(List<Column> declared, boolean written) {
    this.declared = declared;
    this.written = written;
  }

  /** Looks at one record. */
  void look(JsonParser json) {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      JsonObjects.flatten(json, this::look);
    } else {
      json.skipChildren();
    }
  }

  private void look(String name, JsonParser json) {
    guesses.computeIfAbsent(key(name), _ -> new JsonGuess(name, written)).look(json);
    if (guesses.size() > FileColumn.MOST) {
      throw FileErrors.tooManyColumns("file");
    }
    json.skipChildren();
  }

  List<Column> columns() {
    return guesses.values().stream().map(this::column).toList();
  }

  private Column column(JsonGuess guess) {
    Optional<Column> known = FileColumn.declared(declared, guess.name());
    return known.orElseGet(guess::column);
  }

  /** Names that differ in case only are one column. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
