package com.streamdata.api.grafana;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.http.HttpErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as Grafana reads and writes it: camelCase, names found in whatever case, unknown ones
 * ignored, anything after the first value too; a value of another type is an error (observed
 * behaviour, 1.3).
 */
final class GrafanaJson {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private GrafanaJson() {}

  /**
   * Reads a body of type {@code application/json}; an empty one is an empty object.
   *
   * @param wrong what to fail with when it is of another type, no JSON, or a member has another
   *     type
   * @throws AppException too-large for more than 1 MiB
   */
  static <T> T read(HttpServletRequest request, Class<T> type, ErrorCode wrong) {
    if (!isJson(request.getContentType())) {
      throw new AppException(wrong, "Send Content-Type: application/json.");
    }
    byte[] body = bytes(request);
    try {
      T value = body.length == 0 ? JSON.readValue("{}", type) : JSON.readValue(body, type);
      if (value == null) {
        return JSON.readValue("{}", type);
      }
      return value;
    } catch (JacksonException e) {
      throw new AppException(wrong, wrong.title(), e);
    }
  }

  /** A tree of the same body, as it was sent. */
  static JsonNode readTree(HttpServletRequest request, ErrorCode wrong) {
    return read(request, JsonNode.class, wrong);
  }

  static byte[] bytes(Object value) {
    return JSON.writeValueAsBytes(value);
  }

  static JsonMapper mapper() {
    return JSON;
  }

  private static byte[] bytes(HttpServletRequest request) {
    try {
      byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new AppException(HttpErrors.TOO_LARGE, "A body has at most 1 MiB.");
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJson(@org.jspecify.annotations.Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }
}
