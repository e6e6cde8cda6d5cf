package com.streamdata.query.statement.macro;

import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A macro with what stands in its parentheses.
 *
 * @param name without the dollar
 * @param arguments what is between the commas; none if there are no parentheses or nothing in them
 * @param end the place of its last token
 */
record MacroCall(String name, List<List<SqlToken>> arguments, int end) {

  /** The one whose name is the token at a place. */
  static MacroCall at(List<SqlToken> tokens, int start, SqlReference reference) {
    int open = start + 1;
    while (open < tokens.size() && tokens.get(open).isSpace()) {
      open++;
    }
    if (open >= tokens.size() || !tokens.get(open).is('(')) {
      return new MacroCall(reference.name(), List.of(), start);
    }
    return withArguments(tokens, open, reference.name());
  }

  private static MacroCall withArguments(List<SqlToken> tokens, int open, String name) {
    List<List<SqlToken>> arguments = new ArrayList<>();
    List<SqlToken> argument = new ArrayList<>();
    int depth = 0;
    for (int i = open + 1; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (depth == 0 && token.is(')')) {
        if (!arguments.isEmpty() || !argument.stream().allMatch(SqlToken::isSpace)) {
          arguments.add(argument);
        }
        return new MacroCall(name, arguments, i);
      }
      depth += token.is('(') || token.is('[') ? 1 : token.is(')') || token.is(']') ? -1 : 0;
      if (depth == 0 && token.is(',')) {
        arguments.add(argument);
        argument = new ArrayList<>();
      } else {
        argument.add(token);
      }
    }
    throw new AppException(
        QueryErrors.STATEMENT, "The parenthesis behind $" + name + " is not closed.");
  }

  void requireArguments(int fewest, int most) {
    if (arguments.size() < fewest || arguments.size() > most) {
      String wanted = fewest == most ? "" + fewest : fewest + " or " + most;
      throw new AppException(
          QueryErrors.STATEMENT, "The macro $" + name + " takes " + wanted + " arguments.");
    }
  }

  /** An argument as it was written, without the quotes around it. */
  String written(int index) {
    String text =
        arguments.get(index).stream().map(SqlToken::text).collect(Collectors.joining()).strip();
    boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
