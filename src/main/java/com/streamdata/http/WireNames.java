package com.streamdata.http;

import com.streamdata.error.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of enums on the wire: lower case. */
public final class WireNames {
  private WireNames() {}

  /**
   * @throws com.streamdata.error.AppException if there is no such name; the message lists all there
   *     are
   */
  public static <E extends Enum<E>> E find(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Checks.invalid("", "must be one of " + all(type)));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
