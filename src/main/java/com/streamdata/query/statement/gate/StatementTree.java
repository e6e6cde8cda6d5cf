package com.streamdata.query.statement.gate;

import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The tree that DuckDB makes of a statement, walked to the last leaf. Every kind of part that is
 * not listed here is refused, so that a new version of DuckDB brings none that nobody has looked
 * at.
 */
final class StatementTree {
  private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");

  private static final Set<String> NODES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE");

  private static final Set<String> TABLES =
      Set.of("EMPTY", "BASE_TABLE", "JOIN", "SUBQUERY", "TABLE_FUNCTION", "EXPRESSION_LIST");

  private static final Set<String> MODIFIERS =
      Set.of("ORDER_MODIFIER", "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "DISTINCT_MODIFIER");

  private static final Set<String> ORDERS =
      Set.of("ORDER_DEFAULT", "ASCENDING", "DESCENDING", "ORDER_ASCENDING", "ORDER_DESCENDING");

  private static final Set<String> EXPRESSIONS =
      Set.of(
          "BETWEEN",
          "CASE",
          "CAST",
          "COLLATE",
          "COLUMN_REF",
          "COMPARISON",
          "CONJUNCTION",
          "CONSTANT",
          "FUNCTION",
          "LAMBDA",
          "LAMBDA_REF",
          "OPERATOR",
          "PARAMETER",
          "POSITIONAL_REFERENCE",
          "STAR",
          "SUBQUERY",
          "TYPE",
          "WINDOW");

  /** Names that are functions where no column has them. */
  private static final Set<String> TELLING =
      Set.of("current_catalog", "current_database", "current_role", "current_schema");

  /** How we call our own tables: no name in a statement may be one of them. */
  private static final Pattern OURS = Pattern.compile("(source|import)_\\d+");

  private final Set<String> tables = new LinkedHashSet<>();
  private boolean readsClock;

  private StatementTree() {}

  /**
   * @param tree what {@code json_serialize_sql} made of it
   * @throws AppException if it is not one SELECT, or does anything else
   */
  static Reading examine(JsonNode tree) {
    if (tree.path("error").booleanValue()) {
      throw refused(unreadable(SqlFailure.text(tree.path("error_message").asString(""))));
    }
    if (tree.path("statements").size() != 1) {
      throw refused("Write exactly one SELECT.");
    }
    StatementTree walked = new StatementTree();
    walked.walk(tree.path("statements").get(0).path("node"), Set.of());
    return new Reading(walked.tables, walked.readsClock);
  }

  private static String unreadable(String message) {
    return message.endsWith("near \"$\"")
        ? message + ": a variable stands where no value can."
        : message;
  }

  /**
   * @param own names of common table expressions that can be seen from here, in lower case
   */
  private void walk(JsonNode node, Set<String> own) {
    if (node.isArray()) {
      node.forEach(element -> walk(element, own));
    } else if (node.isObject()) {
      object(node, own);
    }
  }

  private void object(JsonNode node, Set<String> own) {
    String type = node.path("type").asString("");
    if (node.has("class")) {
      expression(node);
    } else if (type.equals("BASE_TABLE")) {
      table(node, own);
    } else if (!type.isEmpty() && !isKnown(type)) {
      throw refused("The statement has a part that is not allowed (" + plain(type) + ").");
    } else if (type.equals("TABLE_FUNCTION")) {
      tableFunction(node.path("function"), own);
      return;
    }
    Set<String> visible = node.has("cte_map") ? expressions(node, type, own) : own;
    node.properties()
        .forEach(member -> {
          if (!member.getKey().equals("cte_map")) {
            walk(member.getValue(), visible);
          }
        });
  }

  private static boolean isKnown(String type) {
    return NODES.contains(type)
        || TABLES.contains(type)
        || MODIFIERS.contains(type)
        || ORDERS.contains(type);
  }

  /** Each can be seen by those after it; a recursive one by itself. */
  private Set<String> expressions(JsonNode node, String type, Set<String> own) {
    Set<String> visible = new LinkedHashSet<>(own);
    if (type.equals("RECURSIVE_CTE_NODE")) {
      visible.add(lower(node.path("cte_name").asString("")));
    }
    for (JsonNode entry : node.path("cte_map").path("map")) {
      String name = lower(entry.path("key").asString(""));
      if (OURS.matcher(name).matches()) {
        throw refused("Choose another name than " + plain(name) + ".");
      }
      walk(entry.path("value"), Set.copyOf(visible));
      visible.add(name);
    }
    return visible;
  }

  private void table(JsonNode node, Set<String> own) {
    List<String> path = path(node);
    if (path.size() != 1) {
      throw refused("Name tables without their schema: " + String.join(".", path) + ".");
    }
    if (!own.contains(lower(path.getFirst()))) {
      tables.add(path.getFirst());
    }
  }

  private void tableFunction(JsonNode function, Set<String> own) {
    List<String> path = path(function);
    if (path.size() != 1 || !TABLE_FUNCTIONS.contains(lower(path.getFirst()))) {
      throw refused(
          "There is no table function " + String.join(".", path) + " that a statement may use.");
    }
    function.properties().forEach(member -> walk(member.getValue(), own));
  }

  private void expression(JsonNode node) {
    String kind = node.path("class").asString("");
    if (!EXPRESSIONS.contains(kind)) {
      throw refused("The statement has a part that is not allowed (" + plain(kind) + ").");
    }
    if (node.has("function_name") || kind.equals("FUNCTION") || kind.equals("WINDOW")) {
      function(path(node));
    }
    JsonNode column = node.path("column_names");
    if (kind.equals("COLUMN_REF") && column.size() == 1) {
      readsClock |= SqlFunctions.readsClock(column.get(0).asString(""));
      if (TELLING.contains(lower(column.get(0).asString("")))) {
        throw refused("The function " + column.get(0).asString("") + " is not allowed.");
      }
    }
  }

  private void function(List<String> path) {
    String name = String.join(".", path);
    if (path.size() != 1 || !SqlFunctions.allows(name)) {
      throw refused("There is no function " + name + " that a statement may use.");
    }
    readsClock |= SqlFunctions.readsClock(name);
  }

  private static List<String> path(JsonNode node) {
    return node.path("qualified_name")
        .path("path")
        .valueStream()
        .map(part -> part.asString(""))
        .toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String plain(String type) {
    return lower(type).replace('_', ' ');
  }

  private static AppException refused(String message) {
    return new AppException(QueryErrors.STATEMENT, message);
  }
}
