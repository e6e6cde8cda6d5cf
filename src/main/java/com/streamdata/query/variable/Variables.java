package com.streamdata.query.variable;

import com.streamdata.error.Checks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which values variables have. */
public final class Variables {
  private static final int MOST_VALUES = 5_000;

  private Variables() {}

  /**
   * The values of all variables by their names.
   *
   * @param chosen by name; what is not listed keeps its current values
   * @throws com.streamdata.error.AppException naming the variable that is not known, or not to be
   *     chosen so
   */
  public static Map<String, List<String>> values(
      List<Variable> variables, Map<String, List<String>> chosen) {
    Map<String, List<String>> values = new HashMap<>();
    for (Variable variable : variables) {
      List<String> wanted = chosen.get(variable.name());
      if (wanted != null) {
        require(variable, wanted);
      }
      values.put(variable.name(), all(variable, wanted == null ? variable.current() : wanted));
    }
    for (String name : chosen.keySet()) {
      Checks.require(values.containsKey(name), "variables." + name, "is no variable here");
    }
    return values;
  }

  private static void require(Variable variable, List<String> wanted) {
    String field = "variables." + variable.name();
    Checks.require(
        wanted.size() <= (variable.multi() ? MOST_VALUES : 1) && !wanted.isEmpty(),
        field,
        variable.multi() ? "must have 1 to 5000 values" : "must have exactly one value");
    Set<String> known = variable.choices().stream().map(Choice::value).collect(Collectors.toSet());
    if (variable.includeAll()) {
      known.add(Variable.ALL);
    }
    Checks.require(known.containsAll(wanted), field, "must be one of the values to choose from");
  }

  private static List<String> all(Variable variable, List<String> values) {
    return values.contains(Variable.ALL)
        ? variable.choices().stream().map(Choice::value).toList()
        : values;
  }
}
