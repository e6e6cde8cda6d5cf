package com.streamdata.api.grafana;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads dashboards as people and programs write them: what is of the wrong type is not there. */
final class Lenient {
  private Lenient() {}

  /** A text, or a number or truth value as one; empty if there is nothing of the kind. */
  static String text(JsonNode object, String key) {
    return text(object.path(key));
  }

  static String text(JsonNode value) {
    return value.isString() || value.isNumber() || value.isBoolean() ? value.asString() : "";
  }

  static OptionalLong whole(JsonNode object, String key) {
    JsonNode value = object.path(key);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** A number cut to what an int holds, and to a range; the other if there is none. */
  static int within(JsonNode object, String key, int lowest, int highest, int otherwise) {
    JsonNode value = object.path(key);
    return value.isNumber()
        ? (int) Math.clamp(value.doubleValue(), lowest, highest)
        : Math.clamp(otherwise, lowest, highest);
  }

  static boolean isTrue(JsonNode object, String key) {
    return object.path(key).isBoolean() && object.path(key).booleanValue();
  }

  /** The objects of a list; none if it is no list. */
  static List<JsonNode> objects(JsonNode object, String key) {
    return list(object, key).stream().filter(JsonNode::isObject).toList();
  }

  static List<JsonNode> list(JsonNode object, String key) {
    JsonNode list = object.path(key);
    return list.isArray() ? list.valueStream().toList() : List.of();
  }

  /** One line of at most so many characters. */
  static String line(String text, int longest) {
    String line =
        text.codePoints()
            .collect(StringBuilder::new, Lenient::addToLine, StringBuilder::append)
            .toString()
            .strip();
    return cut(line, longest);
  }

  /** At most so many characters, without half a character at the end. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  private static void addToLine(StringBuilder line, int character) {
    line.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
