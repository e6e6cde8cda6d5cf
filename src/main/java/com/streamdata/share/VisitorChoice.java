package com.streamdata.share;

import com.streamdata.query.ask.Asked;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sends along with a question. Only what the share allows is looked at; of anything
 * else not even the form.
 *
 * @param from beginning of the time that is asked for; null for the dashboard's usual time
 * @param variables chosen values by the variables' names
 */
record VisitorChoice(
    @Nullable String from, @Nullable String to, Map<String, List<String>> variables) {
  /** From {@code from}, {@code to} and any {@code var-<name>}, which may be repeated. */
  static VisitorChoice of(HttpServletRequest request) {
    Map<String, List<String>> variables = Asked.variablesIn(request.getParameterMap());
    return new VisitorChoice(given(request, "from"), given(request, "to"), Map.copyOf(variables));
  }

  private static @Nullable String given(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * What of it counts.
   *
   * @param known variables of the dashboard; names of others are ignored
   */
  Asked allowedBy(Share share, Collection<Variable> known) {
    return new Asked(
        range(share), null, null, share.variableSelection() ? chosen(known) : Map.of());
  }

  /** The range that counts; {@link TimeRange#ALL} for the usual one. */
  TimeRange range(Share share) {
    return share.timeSelection() && from != null && to != null
        ? new TimeRange(from, to)
        : TimeRange.ALL;
  }

  private Map<String, List<String>> chosen(Collection<Variable> known) {
    return known.stream()
        .filter(variable -> !variable.hidden() && variables.containsKey(variable.name()))
        .collect(
            Collectors.toUnmodifiableMap(
                Variable::name, variable -> variables.getOrDefault(variable.name(), List.of())));
  }
}
