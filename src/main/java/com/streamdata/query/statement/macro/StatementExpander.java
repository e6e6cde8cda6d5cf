package com.streamdata.query.statement.macro;

import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import com.streamdata.query.statement.macro.SqlToken.Kind;
import com.streamdata.query.time.GrafanaDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the macros and variables of a statement. Instants and variables' values are bound, so
 * that nothing anybody chooses is ever part of the text.
 */
public final class StatementExpander {
  private static final int DEEPEST = 20;

  private final Scope scope;
  private final Binds binds = new Binds();
  private final VariableText variables;
  private @Nullable Fill fill;

  private StatementExpander(Scope scope) {
    this.scope = scope;
    this.variables = new VariableText(scope, binds);
  }

  /**
   * @throws AppException naming a macro or variable that is not known or stands where none can
   */
  public static Expansion expand(String sql, Scope scope) {
    StatementExpander expander = new StatementExpander(scope);
    String expanded = expander.text(SqlTokenizer.tokens(sql), 0).strip();
    while (expanded.endsWith(";")) {
      expanded = expanded.substring(0, expanded.length() - 1).stripTrailing();
    }
    return new Expansion(expanded, expander.binds.values(), expander.fill);
  }

  private String text(List<SqlToken> tokens, int depth) {
    if (depth > DEEPEST) {
      throw refused("Macros stand in macros too deeply.");
    }
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      Optional<SqlReference> macro = reference(token).filter(SqlReference::isMacro);
      if (macro.isEmpty()) {
        sql.append(isColumnAt(tokens, i) ? "\"" + token.text() + "\"" : plain(token, depth));
      } else {
        requireNoFormat(macro.get());
        MacroCall call = MacroCall.at(tokens, i, macro.get());
        sql.append(macro(call, depth));
        i = call.end();
      }
    }
    return sql.toString();
  }

  /** DuckDB reserves the word {@code at}, a usual name of a column, for two clauses. */
  private static boolean isColumnAt(List<SqlToken> tokens, int index) {
    SqlToken token = tokens.get(index);
    return token.kind() == Kind.WORD
        && token.text().equalsIgnoreCase("at")
        && tokens.subList(index + 1, tokens.size()).stream()
            .filter(next -> !next.isSpace())
            .findFirst()
            .filter(next -> next.text().equalsIgnoreCase("time") || next.is('('))
            .isEmpty();
  }

  private static void requireNoFormat(SqlReference macro) {
    if (!macro.format().isEmpty()) {
      throw refused("There is no format " + macro.format() + " of $" + macro.name() + ".");
    }
  }

  private static Optional<SqlReference> reference(SqlToken token) {
    return token.kind() == Kind.REFERENCE ? SqlReference.at(token.text(), 0) : Optional.empty();
  }

  private String plain(SqlToken token, int depth) {
    return switch (token.kind()) {
      case SPACE, WORD, ESCAPED -> token.text();
      case SIGN -> sign(token);
      case STRING -> variables.inString(token.text());
      case QUOTED -> variables.inName(token.text());
      case REFERENCE -> {
        SqlReference reference = SqlReference.at(token.text(), 0).orElseThrow();
        yield variables
            .asValue(reference)
            .orElseGet(
                () -> text(SqlTokenizer.tokens(reference.text().replace("[[", "[ [")), depth + 1));
      }
    };
  }

  /** DuckDB takes a question mark for a value that is bound; those are ours alone. */
  private static String sign(SqlToken token) {
    if (token.is('?')) {
      throw refused("A ? cannot stand outside of a string.");
    }
    return token.text();
  }

  private String macro(MacroCall call, int depth) {
    return switch (call.name()) {
      case "__timeFrom" -> none(call, binds.name("from", scope.from()));
      case "__timeTo" -> none(call, binds.name("to", scope.to()));
      case "__from" -> none(call, binds.name("from ms", millisFrom()));
      case "__to" -> none(call, binds.name("to ms", millisTo()));
      case "__unixEpochFrom" -> none(call, binds.name("from s", seconds(millisFrom())));
      case "__unixEpochTo" -> none(call, binds.name("to s", seconds(millisTo())));
      case "__unixEpochNanoFrom" -> none(call, binds.name("from ns", nanos(millisFrom())));
      case "__unixEpochNanoTo" -> none(call, binds.name("to ns", nanos(millisTo())));
      case "__interval" -> none(call, "'" + GrafanaDuration.format(scope.interval()) + "'");
      case "__interval_ms" -> none(call, binds.name("interval", scope.interval().toMillis()));
      case "__time" -> one(call, depth) + " AS \"time\"";
      case "__timeEpoch" -> "epoch(" + one(call, depth) + ") AS \"time\"";
      case "__timeFilter" -> timeFilter(one(call, depth));
      case "__unixEpochFilter" ->
          between(
              one(call, depth),
              binds.name("from s", seconds(millisFrom())),
              binds.name("to s", seconds(millisTo())));
      case "__unixEpochNanoFilter" ->
          between(
              one(call, depth),
              binds.name("from ns", nanos(millisFrom())),
              binds.name("to ns", nanos(millisTo())));
      case "__timeGroup" -> timeGroup(call, depth);
      case "__timeGroupAlias" -> timeGroup(call, depth) + " AS \"time\"";
      case "__unixEpochGroup" -> epochGroup(call, depth);
      case "__unixEpochGroupAlias" -> epochGroup(call, depth) + " AS \"time\"";
      default -> throw refused("There is no macro $" + call.name() + ".");
    };
  }

  private static String none(MacroCall call, String text) {
    call.requireArguments(0, 0);
    return text;
  }

  private String one(MacroCall call, int depth) {
    call.requireArguments(1, 1);
    return argument(call, 0, depth);
  }

  private String argument(MacroCall call, int index, int depth) {
    return text(call.arguments().get(index), depth + 1).strip();
  }

  private String timeFilter(String column) {
    List<String> conditions = new ArrayList<>();
    if (scope.range().from() != null) {
      conditions.add(column + " >= " + binds.name("from", scope.from()));
    }
    if (scope.range().to() != null) {
      conditions.add(column + " < " + binds.name("end", scope.end()));
    }
    return conditions.isEmpty()
        ? "(" + column + " IS NOT NULL)"
        : "(" + String.join(" AND ", conditions) + ")";
  }

  private static String between(String column, String from, String to) {
    return "(" + column + " >= " + from + " AND " + column + " <= " + to + ")";
  }

  private String timeGroup(MacroCall call, int depth) {
    String step = step(call);
    return "to_timestamp(floor(epoch("
        + argument(call, 0, depth)
        + ") / "
        + step
        + ") * "
        + step
        + ")";
  }

  private String epochGroup(MacroCall call, int depth) {
    String step = step(call);
    return "(floor((" + argument(call, 0, depth) + ") / " + step + ") * " + step + ")";
  }

  private String step(MacroCall call) {
    call.requireArguments(2, 3);
    String written = call.written(1);
    Duration step =
        GrafanaDuration.parse(variables.plainText(written))
            .orElseThrow(
                () -> refused("The interval of $" + call.name() + " must be one such as 5m."));
    if (call.arguments().size() == 3) {
      fill = fill(call, step);
    }
    return binds.name("step " + written, step.toMillis() / 1000.0);
  }

  private static Fill fill(MacroCall call, Duration step) {
    String value = call.written(2);
    if (value.equalsIgnoreCase("null")) {
      return new Fill(step, null, false);
    }
    if (value.equalsIgnoreCase("previous")) {
      return new Fill(step, null, true);
    }
    try {
      return new Fill(step, Double.valueOf(value), false);
    } catch (NumberFormatException _) {
      throw refused("$" + call.name() + " fills with NULL, previous or a number.");
    }
  }

  private long millisFrom() {
    return scope.from().toInstant().toEpochMilli();
  }

  private long millisTo() {
    return scope.to().toInstant().toEpochMilli();
  }

  private static long seconds(long millis) {
    return Math.floorDiv(millis, 1000L);
  }

  /** As far as they reach. */
  private static long nanos(long millis) {
    long most = Long.MAX_VALUE / 1_000_000;
    return Math.clamp(millis, -most, most) * 1_000_000;
  }

  private static AppException refused(String message) {
    return new AppException(QueryErrors.STATEMENT, message);
  }
}
