package com.streamdata.query.variable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.error.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that statements name and whose value is chosen among a list. A value is only ever
 * bound, never part of SQL.
 *
 * @param label as people see it; null for its name
 * @param current the values it has until others are chosen; {@link #ALL} for every one
 * @param multi whether it may have several values at once
 * @param includeAll whether {@link #ALL} may be chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Variable(
    String name,
    @Nullable String label,
    List<Choice> choices,
    List<String> current,
    boolean multi,
    boolean includeAll,
    boolean hidden) {
  /** Chosen instead of a value, it stands for all of them. */
  public static final String ALL = "$__all";

  public Variable {
    choices = List.copyOf(choices);
    current = List.copyOf(current);
    Checks.require(name.matches("\\w{1,100}"), "name", "must have 1 to 100 letters, digits or _");
  }
}
