package com.streamdata.query.statement.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that a statement's text names by their numbers. What comes from the same place has the
 * same number, so that an expression that is written twice is the same expression; what comes from
 * different places never has, so that values do not change the text.
 */
final class Binds {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * The text that stands for a value.
   *
   * @param origin names where the value comes from
   */
  String name(String origin, Object value) {
    Integer number = numbers.get(origin);
    if (number == null) {
      values.add(value);
      number = values.size();
      numbers.put(origin, number);
    }
    return "$" + number;
  }

  List<Object> values() {
    return values;
  }
}
