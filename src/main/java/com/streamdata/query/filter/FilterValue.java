package com.streamdata.query.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a filter compares with: one text, number or truth value, or a list of them.
 *
 * @param isList whether JSON has a list, be it of one
 * @param literals the values, one if it is no list
 */
public record FilterValue(boolean isList, List<Literal> literals) {
  private static final int MOST_VALUES = 1_000;
  private static final int LONGEST_TEXT = 10_000;

  public FilterValue {
    literals = List.copyOf(literals);
    Checks.require(literals.size() <= MOST_VALUES, "", "must have at most 1000 values");
  }

  public static FilterValue text(String text) {
    return new FilterValue(false, List.of(new Literal.Text(text)));
  }

  /**
   * @throws com.streamdata.error.AppException for null, objects and lists in lists
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static FilterValue of(JsonNode json) {
    return json.isArray()
        ? new FilterValue(true, json.valueStream().map(FilterValue::literal).toList())
        : new FilterValue(false, List.of(literal(json)));
  }

  @JsonValue
  JsonNode toJson() {
    if (!isList) {
      return node(literals.getFirst());
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    literals.forEach(literal -> array.add(node(literal)));
    return array;
  }

  private static Literal literal(JsonNode json) {
    if (json.isString()) {
      Checks.require(
          json.stringValue().length() <= LONGEST_TEXT, "", "is longer than 10000 characters");
      return new Literal.Text(json.stringValue());
    }
    if (json.isNumber()) {
      return new Literal.Number(json.decimalValue());
    }
    if (json.isBoolean()) {
      return new Literal.Truth(json.booleanValue());
    }
    throw Checks.invalid(
        "", "must be text, a number, true or false, or a list of them; for nulls use is_null");
  }

  private static JsonNode node(Literal literal) {
    return switch (literal) {
      case Literal.Text(String text) -> JsonNodeFactory.instance.stringNode(text);
      case Literal.Number(BigDecimal number) -> number(number);
      case Literal.Truth(boolean truth) -> JsonNodeFactory.instance.booleanNode(truth);
    };
  }

  private static JsonNode number(BigDecimal number) {
    return number.scale() <= 0 && number.precision() - number.scale() < 400
        ? JsonNodeFactory.instance.numberNode(number.toBigIntegerExact())
        : JsonNodeFactory.instance.numberNode(number);
  }
}
