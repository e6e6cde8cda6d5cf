package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Keep;
import com.streamdata.error.Checks;
import com.streamdata.http.RecordReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A source to be made.
 *
 * @param columns types that are known beforehand; others are guessed from the first rows
 * @param keep null: everything
 * @param settings what its kind needs besides; without members where its kind needs nothing
 */
public record NewSource(
    String name,
    SourceKind kind,
    @Nullable List<Column> columns,
    @Nullable Keep keep,
    @JsonIgnore ObjectNode settings) {
  static final int LONGEST_NAME = 200;
  private static final int MOST_COLUMNS = 1000;

  public NewSource {
    Checks checks = new Checks().that(isName(name), "name", "must have 1 to 200 characters");
    if (columns != null) {
      checks.that(columns.size() <= MOST_COLUMNS, "columns", "must be at most 1000");
      check(columns, checks);
    }
    checks.done();
  }

  /** A source of a file that is to come. */
  public static NewSource file(String name) {
    return new NewSource(name, SourceKind.FILE, null, null, JsonNodeFactory.instance.objectNode());
  }

  /** What every source has, as it stands beside the members that only its kind has. */
  private record Usual(
      String name, SourceKind kind, @Nullable List<Column> columns, @Nullable Keep keep) {}

  @JsonCreator
  static NewSource of(JsonNode body) {
    Members members = Members.split(body, Usual.class);
    Usual usual = RecordReader.read(members.common(), Usual.class);
    return new NewSource(
        usual.name(), usual.kind(), usual.columns(), usual.keep(), members.others());
  }

  static boolean isName(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  List<Column> declared() {
    return columns == null ? List.of() : columns;
  }

  Keep keeping() {
    return keep == null ? Keep.ALL : keep;
  }

  private static void check(List<Column> columns, Checks checks) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      String field = "columns[" + i + "].name";
      checks
          .that(seen.add(name.toLowerCase(Locale.ROOT)), field, "is there twice, whatever its case")
          .that(!Dataset.isHidden(name), field, "is a name that the server keeps for itself");
    }
  }
}
