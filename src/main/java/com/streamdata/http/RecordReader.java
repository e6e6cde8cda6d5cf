package com.streamdata.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON into our records and names everything that is wrong with it at once, by its path.
 *
 * <p>A component is required unless it is marked {@code @Nullable}; a member that no component has
 * is an error, so that a misspelt {@code pasword} never means "no password". A type with a static
 * {@code @JsonCreator} of one string reads itself; a {@link Change} tells absent from null.
 */
public final class RecordReader {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final List<ErrorDetail> problems = new ArrayList<>();
  private boolean unknownField;

  private RecordReader() {}

  /**
   * Reads a whole body.
   *
   * @throws AppException naming the place where it is no JSON, or every wrong member
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return read(parse(body), type);
  }

  /** Reads what was parsed before. */
  public static <T> T read(JsonNode node, Class<T> type) {
    RecordReader reader = new RecordReader();
    Object value = reader.value(node, type, "");
    if (!reader.problems.isEmpty()) {
      throw reader.failure();
    }
    return type.cast(Objects.requireNonNull(value));
  }

  /** Parses strictly: a doubled member or anything after the value is an error. */
  public static JsonNode parse(byte[] body) {
    try {
      return STRICT.readTree(body);
    } catch (StreamReadException e) {
      throw new AppException(
          HttpErrors.MALFORMED_JSON,
          "Line %d, column %d: %s"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (JacksonException e) {
      throw new AppException(
          HttpErrors.MALFORMED_JSON, "Send one JSON value and nothing after it.");
    }
  }

  private AppException failure() {
    AppException all = Checks.invalid(problems);
    return unknownField
        ? new AppException(
            HttpErrors.UNKNOWN_FIELD, Objects.requireNonNull(all.getMessage()), problems)
        : all;
  }

  /** Null when there is a problem, which then has been noted. */
  private @Nullable Object value(JsonNode node, Type type, String path) {
    Class<?> raw = raw(type);
    if (raw == Change.class) {
      Object inner = node.isNull() ? null : value(node, argument(type), path);
      return new Change<>(inner);
    }
    if (raw == JsonNode.class) {
      return node;
    }
    if (raw == List.class) {
      return list(node, argument(type), path);
    }
    Method creator = creator(raw);
    if (creator != null) {
      return create(node, creator, path);
    }
    return raw.isRecord() ? record(node, raw, path) : scalar(node, raw, path);
  }

  private @Nullable Object scalar(JsonNode node, Class<?> type, String path) {
    if (type == String.class) {
      return node.isString() ? node.stringValue() : wrong(path, "must be a string");
    }
    if (type == Boolean.class || type == boolean.class) {
      return node.isBoolean() ? node.booleanValue() : wrong(path, "must be true or false");
    }
    if (type == Integer.class || type == int.class) {
      return node.isIntegralNumber() && node.canConvertToInt()
          ? node.intValue()
          : wrong(path, "must be a whole number");
    }
    if (type == Long.class || type == long.class) {
      return node.isIntegralNumber() && node.canConvertToLong()
          ? node.longValue()
          : wrong(path, "must be a whole number");
    }
    throw new IllegalStateException("No JSON form for " + type);
  }

  private @Nullable Object create(JsonNode node, Method creator, String path) {
    boolean takesNode = creator.getParameterTypes()[0] == JsonNode.class;
    if (!takesNode && !node.isString()) {
      return wrong(path, "must be a string");
    }
    creator.setAccessible(true);
    try {
      return creator.invoke(null, takesNode ? node : node.stringValue());
    } catch (InvocationTargetException e) {
      return refused(e, path);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object list(JsonNode node, Type element, String path) {
    if (!node.isArray()) {
      return wrong(path, "must be a list");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode item = node.get(i);
      String place = path + "[" + i + "]";
      Object value = item.isNull() ? wrong(place, "must not be null") : value(item, element, place);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private @Nullable Object record(JsonNode node, Class<?> type, String path) {
    if (!node.isObject()) {
      return wrong(path, "must be an object");
    }
    int before = problems.size();
    RecordComponent[] components = type.getRecordComponents();
    findUnknown(node, components, path);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(node, components[i], path);
    }
    if (problems.size() > before) {
      return null;
    }
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      return refused(e, path);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object component(JsonNode parent, RecordComponent component, String path) {
    String place = join(path, name(component));
    JsonNode node = parent.get(name(component));
    boolean optional = isNullable(component.getAnnotatedType());
    boolean absent = node == null || (node.isNull() && component.getType() != Change.class);
    if (absent) {
      return optional ? null : wrong(place, "is required");
    }
    return value(node, component.getGenericType(), place);
  }

  private void findUnknown(JsonNode node, RecordComponent[] components, String path) {
    Set<String> known = new TreeSet<>();
    for (RecordComponent component : components) {
      known.add(name(component));
    }
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    while (members.hasNext()) {
      String member = members.next().getKey();
      if (!known.contains(member)) {
        unknownField = true;
        wrong(join(path, member), "is not a field here; known are " + String.join(", ", known));
      }
    }
  }

  private @Nullable Object refused(InvocationTargetException exception, String path) {
    if (exception.getCause() instanceof AppException refusal) {
      unknownField |= refusal.code() == HttpErrors.UNKNOWN_FIELD;
      if (refusal.details().isEmpty()) {
        return wrong(path, Objects.requireNonNull(refusal.getMessage()));
      }
      refusal.details().forEach(detail -> problems.add(detail.under(path)));
      return null;
    }
    throw new IllegalStateException(exception.getCause());
  }

  private @Nullable Object wrong(String path, String message) {
    problems.add(ErrorDetail.field(path, message));
    return null;
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String name(RecordComponent component) {
    return wireName(component.getName());
  }

  /** As on the wire: snake_case. */
  public static String wireName(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Method creator(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(
            m -> Modifier.isStatic(m.getModifiers()) && m.isAnnotationPresent(JsonCreator.class))
        .findFirst()
        .orElse(null);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}
