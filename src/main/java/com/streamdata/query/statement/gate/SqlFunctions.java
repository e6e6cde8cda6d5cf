package com.streamdata.query.statement.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions that statements may use: those that look at nothing but their arguments. They are
 * listed by name, so that a new version of DuckDB brings none that nobody has looked at.
 */
final class SqlFunctions {
  private static final Set<String> ALLOWED = read();

  private static final Set<String> CLOCKS =
      Set.of(
          "ago",
          "age",
          "current_date",
          "current_localtime",
          "current_localtimestamp",
          "current_time",
          "current_timestamp",
          "gen_random_uuid",
          "get_current_time",
          "get_current_timestamp",
          "localtime",
          "localtimestamp",
          "now",
          "random",
          "today",
          "transaction_timestamp",
          "uuid",
          "uuidv4",
          "uuidv7");

  private SqlFunctions() {}

  static boolean allows(String name) {
    return ALLOWED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether it gives something else every time. */
  static boolean readsClock(String name) {
    return CLOCKS.contains(name.toLowerCase(Locale.ROOT));
  }

  static Set<String> all() {
    return ALLOWED;
  }

  private static Set<String> read() {
    try (InputStream in = SqlFunctions.class.getResourceAsStream("/query/functions.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\\s+"))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
