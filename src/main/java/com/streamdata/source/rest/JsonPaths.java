package com.streamdata.source.rest;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSONPath (RFC 9535, as Jayway understands it), without what a long time can be spent on. */
final class JsonPaths {
  private static final int LONGEST = 500;
  private static final Pattern STEP =
      Pattern.compile("\\.([\\p{L}_][\\p{L}\\p{N}_-]*)|\\['([^'\\\\]+)']|\\[\"([^\"\\\\]+)\"]");
  private static final Configuration JAYWAY =
      Configuration.builder()
          .jsonProvider(new JacksonProvider())
          .mappingProvider(new JsonSmartMappingProvider())
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();
  private static final Configuration STRICT = JAYWAY.setOptions();

  private JsonPaths() {}

  /** What is wrong with a path; empty when nothing is. */
  static String problem(String path) {
    if (!path.startsWith("$") || path.length() > LONGEST) {
      return "must be a JSONPath such as $.data.items, of at most " + LONGEST + " characters";
    }
    if (path.indexOf("..") != path.lastIndexOf("..") || path.contains("=~")) {
      return "must have .. once at most, and no regular expressions";
    }
    try {
      JsonPath.compile(path);
      return "";
    } catch (InvalidPathException | IllegalArgumentException e) {
      return "is no JSONPath: " + e.getMessage();
    }
  }

  /**
   * The names to go through to one value; empty when the path says more than that. A {@code [*]} at
   * the end does not matter: the elements of a list are its rows.
   */
  static Optional<List<String>> names(String path) {
    String steps = path.endsWith("[*]") ? path.substring(1, path.length() - 3) : path.substring(1);
    List<String> names = new ArrayList<>();
    Matcher step = STEP.matcher(steps);
    int end = 0;
    while (step.find() && step.start() == end) {
      end = step.end();
      names.add(
          step.group(1) != null
              ? step.group(1)
              : step.group(2) != null ? step.group(2) : step.group(3));
    }
    return end == steps.length() ? Optional.of(names) : Optional.empty();
  }

  /** How a name is written as a step. */
  static String step(String name) {
    return STEP.matcher("." + name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
  }

  /**
   * What stands there: a list for a path that may lead to several places.
   *
   * @throws PathNotFoundException if there is no such place
   */
  static @Nullable Object find(Object tree, String path) {
    return JsonPath.using(STRICT).parse(tree).read(path);
  }

  /** The one value there as text; empty when there is none, or it is null, false or nested. */
  static Optional<String> text(Object tree, String path) {
    Object found = JsonPath.using(JAYWAY).parse(tree).read(path);
    if (found instanceof List<?> list && !list.isEmpty()) {
      found = list.getFirst();
    }
    boolean scalar = found instanceof String || found instanceof Number;
    return scalar
        ? Optional.of(found.toString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
