package com.streamdata.source.push;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads objects token by token. Objects in objects become columns with dots, lists become their
 * JSON text.
 */
final class JsonRows {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private final RowFilling rows;

  JsonRows(RowFilling rows) {
    this.rows = rows;
  }

  /** One array of objects; a row's place is its number. */
  void readArray(InputStream input) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), input)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new AppException(
            PushErrors.MALFORMED,
            "Send an array of objects, or one object per line as application/x-ndjson.");
      }
      for (int row = 1; json.nextToken() != JsonToken.END_ARRAY; row++) {
        read(json, row);
      }
      if (json.nextToken() != null) {
        throw malformed(json.currentTokenLocation().getLineNr(), "there is more after the array");
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** One object after the other; a row's place is its line. */
  void readLines(InputStream input) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), input)) {
      while (json.nextToken() != null) {
        read(json, json.currentTokenLocation().getLineNr());
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private void read(JsonParser json, int line) {
    rows.begin(line);
    if (json.currentToken() == JsonToken.START_OBJECT) {
      readObject(json, "");
    } else {
      rows.refuse(null, "is not an object");
      json.skipChildren();
    }
  }

  private void readObject(JsonParser json, String prefix) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix.isEmpty() ? json.currentName() : prefix + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        readObject(json, name + ".");
      } else if (value != JsonToken.VALUE_NULL) {
        set(json, name);
      }
    }
  }

  private void set(JsonParser json, String name) {
    Filling column = rows.at(rows.place(name));
    rows.refuse(name, set(json, column, rows.row()));
  }

  private static @Nullable String set(JsonParser json, Filling column, int row) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> column.setText(row, json.getString());
      case VALUE_NUMBER_INT -> setWhole(json, column, row);
      case VALUE_NUMBER_FLOAT -> {
        double value = json.getDoubleValue();
        yield Double.isFinite(value) ? column.setFraction(row, value) : "is too large for a number";
      }
      case VALUE_TRUE -> column.setBoolean(row, true);
      case VALUE_FALSE -> column.setBoolean(row, false);
      default -> column.setText(row, textOf(json));
    };
  }

  private static @Nullable String setWhole(JsonParser json, Filling column, int row) {
    return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? Written.TOO_LARGE
        : column.setWhole(row, json.getLongValue());
  }

  private static String textOf(JsonParser json) {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      copy.copyCurrentStructure(json);
    }
    return text.toString();
  }

  private static AppException malformed(JacksonException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    String message = e instanceof StreamReadException ? e.getOriginalMessage() : "cannot be read";
    return malformed(line, message);
  }

  private static AppException malformed(int line, String message) {
    return new AppException(
        PushErrors.MALFORMED,
        "Line " + line + " is not JSON: " + message,
        List.of(ErrorDetail.row(line, null, message)));
  }
}
