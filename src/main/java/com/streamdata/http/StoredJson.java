package com.streamdata.http;

import com.streamdata.error.AppException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads records back from our own columns: what is wrong there is our fault, not the caller's. */
public final class StoredJson {
  private StoredJson() {}

  public static <T> T read(String json, Class<T> type) {
    try {
      return RecordReader.read(bytes(json), type);
    } catch (AppException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " is not valid", e);
    }
  }

  public static <T> List<T> readList(String json, Class<T> type) {
    try {
      List<T> values = new ArrayList<>();
      for (JsonNode node : RecordReader.parse(bytes(json))) {
        values.add(RecordReader.read(node, type));
      }
      return List.copyOf(values);
    } catch (AppException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " is not valid", e);
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
