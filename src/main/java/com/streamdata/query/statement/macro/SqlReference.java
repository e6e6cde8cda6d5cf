package com.streamdata.query.statement.macro;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a statement names a variable or macro.
 *
 * @param text as it was written
 * @param format what was written behind a colon, in lower case; empty if nothing was
 */
record SqlReference(String text, String name, String format) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$(?<plain>[A-Za-z_]\\w*)"
              + "|\\$\\{(?<braced>\\w+)(?::(?<format>[^}]*))?\\}"
              + "|\\[\\[(?<old>\\w+)(?::(?<oldformat>\\w+))?\\]\\]");

  /** The one that begins at a place of a text. */
  static Optional<SqlReference> at(String text, int start) {
    char sign = start < text.length() ? text.charAt(start) : 0;
    if (sign != '$' && sign != '[') {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text).region(start, text.length());
    return matcher.lookingAt() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static SqlReference of(Matcher matcher) {
    return new SqlReference(
        matcher.group(),
        first(matcher, "plain", "braced", "old"),
        first(matcher, "format", "oldformat").toLowerCase(Locale.ROOT));
  }

  private static String first(Matcher matcher, String... groups) {
    return Stream.of(groups).map(matcher::group).filter(Objects::nonNull).findFirst().orElse("");
  }

  /** Whether it is written as a list in a list is written, too. */
  boolean mayBeList() {
    return text.startsWith("[[");
  }

  /** Whether it is one of ours, not a variable of a dashboard. */
  boolean isMacro() {
    return name.startsWith("__");
  }
}
