package com.streamdata.query.statement.macro;

import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import com.streamdata.query.time.GrafanaDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts bound values in place of the variables of a statement. */
final class VariableText {
  /** Formats that are lists in SQL and so the same as none. */
  private static final List<String> LISTS =
      List.of("", "sqlstring", "singlequote", "doublequote", "raw");

  private final Scope scope;
  private final Binds binds;

  VariableText(Scope scope, Binds binds) {
    this.scope = scope;
    this.binds = binds;
  }

  /**
   * A variable where a value stands: itself, or several with commas between.
   *
   * @return empty if it is a list in a list that only looks like one
   * @throws AppException if there is no such variable
   */
  Optional<String> asValue(SqlReference reference) {
    if (scope.values().containsKey(reference.name())) {
      return Optional.of(list(reference));
    }
    if (reference.mayBeList()) {
      return Optional.empty();
    }
    throw new AppException(
        QueryErrors.STATEMENT, "There is no variable " + reference.name() + " on this dashboard.");
  }

  private String list(SqlReference reference) {
    List<String> values = values(reference);
    if (values.isEmpty()) {
      return "NULL";
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      names.add(binds.name(reference.name() + " " + i, values.get(i)));
    }
    return String.join(", ", names);
  }

  private List<String> values(SqlReference reference) {
    return scope.values().getOrDefault(reference.name(), List.of());
  }

  /**
   * A string, or what is made of one by joining its parts; several values when it is one variable.
   */
  String inString(String quoted) {
    String content = quoted.substring(1, quoted.length() - 1);
    Optional<SqlReference> only =
        known(content, 0).filter(reference -> reference.text().equals(content));
    if (only.isPresent() && !only.get().isMacro() && LISTS.contains(only.get().format())) {
      List<String> values = values(only.get());
      return values.size() == 1 ? "(" + list(only.get()) + ")" : list(only.get());
    }
    List<String> parts = parts(content, literal -> "'" + literal + "'", this::joined);
    if (parts.isEmpty()) {
      return "''";
    }
    return parts.size() == 1 && parts.getFirst().startsWith("'")
        ? parts.getFirst()
        : "(" + String.join(" || ", parts) + ")";
  }

  /**
   * @throws AppException if a variable stands in it
   */
  String inName(String quoted) {
    for (int i = 0; i < quoted.length(); i++) {
      Optional<SqlReference> found = known(quoted, i);
      if (found.isPresent()) {
        throw new AppException(
            QueryErrors.STATEMENT,
            found.get().text()
                + " stands in a quoted name; a variable can only stand for a value.");
      }
    }
    return quoted;
  }

  /** A text that does not get into the statement, with the values in it. */
  String plainText(String text) {
    return String.join("", parts(text, Function.identity(), this::plain));
  }

  private List<String> parts(
      String text, Function<String, String> literal, Function<SqlReference, String> value) {
    List<String> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Optional<SqlReference> found = known(text, at);
      if (found.isPresent() && isInterval(found.get())) {
        plain.append(plain(found.get()));
      } else if (found.isPresent()) {
        if (!plain.isEmpty()) {
          parts.add(literal.apply(plain.toString()));
          plain.setLength(0);
        }
        parts.add(value.apply(found.get()));
      } else {
        plain.append(text.charAt(at));
      }
      at += found.map(reference -> reference.text().length()).orElse(1);
    }
    if (!plain.isEmpty()) {
      parts.add(literal.apply(plain.toString()));
    }
    return parts;
  }

  private Optional<SqlReference> known(String text, int at) {
    return SqlReference.at(text, at)
        .filter(reference ->
            scope.values().containsKey(reference.name())
                || isInterval(reference)
                || reference.name().equals("__from")
                || reference.name().equals("__to"));
  }

  /** It is ours and made of digits and a unit: the only text that is not bound. */
  private static boolean isInterval(SqlReference reference) {
    return reference.name().equals("__interval") || reference.name().equals("__interval_ms");
  }

  private String joined(SqlReference reference) {
    return binds.name(reference.name() + " as " + reference.format(), plain(reference));
  }

  private String plain(SqlReference reference) {
    List<String> values = values(reference);
    return switch (reference.name()) {
      case "__interval" -> GrafanaDuration.format(scope.interval());
      case "__interval_ms" -> "" + scope.interval().toMillis();
      case "__from" -> "" + scope.from().toInstant().toEpochMilli();
      case "__to" -> "" + scope.to().toInstant().toEpochMilli();
      default ->
          switch (reference.format()) {
            case "pipe" -> String.join("|", values);
            case "regex" ->
                values.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
            case "glob" ->
                values.size() == 1 ? values.getFirst() : "{" + String.join(",", values) + "}";
            default -> String.join(",", values);
          };
    };
  }
}
