package com.streamdata.source.push;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Reads pushed JSON token by token. */
final class JsonRows {
  private final RowFilling rows;

  JsonRows(RowFilling rows) {
    this.rows = rows;
  }

  /** One array of objects; a row's place is its number. */
  void readArray(InputStream input) {
    try (JsonParser json = JsonObjects.parser(input)) {
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
    try (JsonParser json = JsonObjects.parser(input)) {
      while (json.nextToken() != null) {
        read(json, json.currentTokenLocation().getLineNr());
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** One object, or an array of objects; a row's place is its number. */
  void readMessage(InputStream input) {
    try (JsonParser json = JsonObjects.parser(input)) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        for (int row = 1; json.nextToken() != JsonToken.END_ARRAY; row++) {
          read(json, row);
        }
      } else {
        read(json, 1);
      }
      if (json.nextToken() != null) {
        throw malformed(json.currentTokenLocation().getLineNr(), "there is more after it");
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private void read(JsonParser json, int line) {
    rows.begin(line);
    if (json.currentToken() == JsonToken.START_OBJECT) {
      JsonObjects.flatten(json, this::set);
    } else {
      rows.refuse(null, "is not an object");
      json.skipChildren();
    }
  }

  private void set(String name, JsonParser json) {
    Filling column = rows.at(rows.place(name));
    rows.refuse(column.name(), JsonObjects.set(json, column, rows.row()));
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
