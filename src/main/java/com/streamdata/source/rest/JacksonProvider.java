package com.streamdata.source.rest;

import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSONPath over lists and maps that Jackson has read: numbers stay what they were. */
final class JacksonProvider extends AbstractJsonProvider {
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final ObjectReader VALUE =
      EXACT.readerFor(Object.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static Object tree(InputStream json) {
    return EXACT.readValue(json, Object.class);
  }

  /** The value at which the parser stands. */
  static Object tree(JsonParser json) {
    return VALUE.readValue(json);
  }

  static byte[] bytes(@Nullable Object value) {
    return EXACT.writeValueAsBytes(value);
  }

  static void write(JsonGenerator json, Object value) {
    EXACT.writeValue(json, value);
  }

  @Override
  public Object parse(String json) {
    try {
      return EXACT.readValue(json, Object.class);
    } catch (JacksonException e) {
      throw new InvalidJsonException(e);
    }
  }

  @Override
  public Object parse(InputStream json, String charset) {
    return tree(json);
  }

  @Override
  public String toJson(Object value) {
    return EXACT.writeValueAsString(value);
  }

  @Override
  public Object createArray() {
    return new ArrayList<>();
  }

  @Override
  public Object createMap() {
    return new LinkedHashMap<>();
  }
}
