package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.push.JsonObjects;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads JSON. The file is read twice: to find out the type of each column in all records, then to
 * take them.
 */
final class JsonFile {
  private JsonFile() {}

  static Outcome read(Path file, List<Column> declared, RowSink sink) throws IOException {
    try {
      return read(file, JsonShape.of(file), declared, false, sink);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /** One object after the other, whatever is in them. */
  static Outcome readLines(Path file, List<Column> declared, boolean written, RowSink sink)
      throws IOException {
    try {
      return read(file, JsonShape.LINES, declared, written, sink);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static Outcome read(
      Path file, JsonShape shape, List<Column> declared, boolean written, RowSink sink)
      throws IOException {
    JsonColumns columns = new JsonColumns(declared, written);
    long records = each(file, shape, (json, _) -> columns.look(json));
    sink.expect(records);
    JsonCopy copy = new JsonCopy(columns.columns(), written, sink);
    each(file, shape, copy::copy);
    return copy.finish();
  }

  private static AppException unreadable(JacksonException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return FileErrors.unreadable(
        line, e instanceof StreamReadException ? e.getOriginalMessage() : "is not JSON");
  }

  static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** What is done with each record. */
  private interface EachRecord {
    /**
     * @param number of the record, from 1
     */
    void read(JsonParser json, long number);
  }

  private static long each(Path file, JsonShape shape, EachRecord each) throws IOException {
    try (InputStream in = open(file);
        JsonParser json = JsonObjects.parser(in)) {
      if (!shape.lines()) {
        goTo(json, shape.path());
      }
      long number = 0;
      while (isRecord(json.nextToken())) {
        each.read(json, ++number);
      }
      return number;
    }
  }

  private static boolean isRecord(@org.jspecify.annotations.Nullable JsonToken token) {
    return token != null && token != JsonToken.END_ARRAY;
  }

  private static void goTo(JsonParser json, List<String> path) {
    json.nextToken();
    for (String name : path) {
      json.nextToken();
      while (!name.equals(json.currentName())) {
        json.nextToken();
        json.skipChildren();
        json.nextToken();
      }
      json.nextToken();
    }
  }
}
