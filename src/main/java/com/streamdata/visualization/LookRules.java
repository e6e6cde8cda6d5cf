package com.streamdata.visualization;

import com.streamdata.error.Checks;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What options must look like that say how a chart is drawn: see docs/display-options.md. {@code
 * grid}, {@code unit}, {@code decimals} and {@code stacked} have always been taken as they come:
 * the page leaves out what it cannot read.
 */
final class LookRules {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_DECIMALS = 15;
  private static final int MOST_COLORED = 100;
  private static final int COLORS = 8;

  private LookRules() {}

  /** Throws invalid, naming each option that is wrong, if the object has any. */
  static void require(JsonNode options) {
    Checks checks = new Checks();
    oneOf(checks, options, "number_format", List.of("plain", "compact", "percent", "currency"));
    oneOf(checks, options, "legend", List.of("bottom", "top", "right", "none"));
    oneOf(checks, options, "palette", List.of("all", "cool", "warm"));
    name(checks, options, "x_title");
    name(checks, options, "y_title");
    checks
        .that(
            fits(options, "currency", value -> value.asString("").matches("[A-Z]{3}")),
            "options.currency",
            "must be a code of ISO 4217, such as EUR")
        .that(fits(options, "y_log", JsonNode::isBoolean), "options.y_log", "must be true or false")
        .that(fits(options, "y_min", JsonNode::isNumber), "options.y_min", "must be a number")
        .that(fits(options, "y_max", JsonNode::isNumber), "options.y_max", "must be a number")
        .that(rises(options), "options.y_max", "must be above y_min")
        .that(
            fits(options, "y_decimals", value -> isFrom(value, 0, MOST_DECIMALS)),
            "options.y_decimals",
            "must be from 0 to 15")
        .that(
            fits(options, "colors", LookRules::areColors),
            "options.colors",
            "must be an object of at most 100 names, each with a number from 1 to 8")
        .done();
  }

  private static void oneOf(Checks checks, JsonNode options, String name, List<String> all) {
    checks.that(
        fits(options, name, value -> all.contains(value.asString(""))),
        "options." + name,
        "must be one of " + String.join(", ", all));
  }

  private static void name(Checks checks, JsonNode options, String name) {
    checks.that(
        fits(
            options,
            name,
            value -> value.isString() && value.asString("").length() <= LONGEST_NAME),
        "options." + name,
        "must be a text of at most 100 characters");
  }

  private static boolean rises(JsonNode options) {
    JsonNode min = options.path("y_min");
    JsonNode max = options.path("y_max");
    return !min.isNumber() || !max.isNumber() || min.doubleValue() < max.doubleValue();
  }

  private static boolean areColors(JsonNode colors) {
    return colors.isObject()
        && colors.size() <= MOST_COLORED
        && colors.valueStream().allMatch(color -> isFrom(color, 1, COLORS));
  }

  private static boolean isFrom(JsonNode value, int least, int most) {
    return value.canConvertToInt()
        && value.isIntegralNumber()
        && value.intValue() >= least
        && value.intValue() <= most;
  }

  private static boolean fits(JsonNode options, String name, Predicate<JsonNode> rule) {
    return !options.has(name) || rule.test(options.path(name));
  }
}
