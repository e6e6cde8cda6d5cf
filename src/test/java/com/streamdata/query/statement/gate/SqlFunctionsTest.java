package com.streamdata.query.statement.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of functions fits the DuckDB that is there. */
class SqlFunctionsTest {

  /** Somebody has looked at each function: it is listed, or its name says why it is not. */
  private static final String REFUSED =
      "(__|icu_|collate_|pg_|has_|inet_|st_|variant_|duckdb_|pragma_|json_copy_|json_serialize"
          + "|json_deserialize|json_transform|from_json|current_|uuid_|set|get|to_aggregate).*"
          + "|.* .*|!__postfix";

  private static final Set<String> REFUSED_BY_NAME =
      Set.of(
          "alias",
          "assert_true",
          "bitstring_byte_comparable",
          "can_cast_implicitly",
          "cast_to_type",
          "col_description",
          "combine",
          "combine_aggr",
          "constant_or_null",
          "create_sort_key",
          "currval",
          "error",
          "finalize",
          "format_pg_type",
          "format_type",
          "hive_partition_component",
          "in_search_path",
          "index_key",
          "invoke",
          "is_histogram_other_bin",
          "make_type",
          "map_to_pg_oid",
          "nextval",
          "obj_description",
          "parse_duckdb_log_message",
          "path_join",
          "remap_struct",
          "replace_type",
          "session_user",
          "shobj_description",
          "sleep_ms",
          "stats",
          "timetz_byte_comparable",
          "txid_current",
          "user",
          "vector_type",
          "version",
          "vertex_extract",
          "write_log");

  @Test
  void everyFunctionIsEitherListedOrRefusedOnPurpose() throws SQLException {
    Set<String> unknown = new TreeSet<>(catalogue());
    unknown.removeAll(SqlFunctions.all());
    unknown.removeAll(REFUSED_BY_NAME);
    unknown.removeIf(name -> name.matches(REFUSED));

    assertThat(unknown).isEmpty();
    assertThat(SqlFunctions.all()).doesNotContainAnyElementsOf(REFUSED_BY_NAME);
  }

  @Test
  void everyListedFunctionExists() throws SQLException {
    Set<String> gone = new TreeSet<>(SqlFunctions.all());
    gone.removeAll(catalogue());

    assertThat(gone).containsExactly("unnest");
  }

  /** What reads files, settings, the environment or the catalogue, or runs SQL. */
  @Test
  void nothingThatLooksElsewhereIsListed() {
    Set<String> suspicious =
        SqlFunctions.all().stream()
            .filter(name ->
                name.matches(
                    "read_.*|write_.*|.*_scan|.*setting.*|getenv|getvariable|query.*|glob|duckdb_.*"
                        + "|pragma_.*|.*serialize.*|.*sleep.*|nextval|currval|setval|setseed|load.*"
                        + "|.*secret.*|.*attach.*|copy.*|export.*|import.*|.*privilege.*"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(suspicious).isEmpty();
  }

  private static Set<String> catalogue() throws SQLException {
    Set<String> names = new TreeSet<>();
    String sql =
        """
        SELECT DISTINCT function_name FROM duckdb_functions()
        WHERE function_type IN ('scalar', 'aggregate', 'macro', 'window')
        """;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        names.add(result.getString(1).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
