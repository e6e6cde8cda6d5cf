package com.streamdata.source.push;

import java.io.InputStream;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON objects as rows: objects in objects become columns with dots, lists become their JSON
 * text.
 */
public final class JsonObjects {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private JsonObjects() {}

  /** Takes the values of an object, one after the other. */
  public interface Member {
    /** The parser stands at a value that is no object and not null. */
    void value(String name, JsonParser json);
  }

  public static JsonParser parser(InputStream input) {
    return JSON.createParser(ObjectReadContext.empty(), input);
  }

  /** Reads from the start of an object to its end. */
  public static void flatten(JsonParser json, Member member) {
    flatten(json, "", member);
  }

  private static void flatten(JsonParser json, String prefix, Member member) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix.isEmpty() ? json.currentName() : prefix + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        flatten(json, name + ".", member);
      } else if (value != JsonToken.VALUE_NULL) {
        member.value(name, json);
      }
    }
  }

  /**
   * Sets a column to the value at which the parser stands; returns what is wrong with it, or null.
   */
  public static @Nullable String set(JsonParser json, Filling column, int row) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> column.setText(row, json.getString());
      case VALUE_NUMBER_INT ->
          isBeyond64Bits(json) ? Written.TOO_LARGE : column.setWhole(row, json.getLongValue());
      case VALUE_NUMBER_FLOAT -> {
        double value = json.getDoubleValue();
        yield Double.isFinite(value) ? column.setFraction(row, value) : "is too large for a number";
      }
      case VALUE_TRUE -> column.setBoolean(row, true);
      case VALUE_FALSE -> column.setBoolean(row, false);
      default -> column.setText(row, textOf(json));
    };
  }

  public static boolean isBeyond64Bits(JsonParser json) {
    return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
  }

  /** The value as it is written; the parser stands at its end then. */
  public static String textOf(JsonParser json) {
    if (json.currentToken().isScalarValue()) {
      return json.getString();
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      copy.copyCurrentStructure(json);
    }
    return text.toString();
  }
}
