package com.streamdata.source.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the API gives its rows in pages.
 *
 * @param parameter of the address, for page and cursor
 * @param path where the next cursor stands in the answer, for cursor only
 * @param first number of the first page, for page only; 1 unless given
 * @param pages how many are asked for at most; 10 unless given
 */
public record Paging(
    Kind kind,
    @Nullable String parameter,
    @Nullable String path,
    @Nullable Integer first,
    @Nullable Integer pages) {
  static final int MOST_PAGES = 100;
  private static final int USUAL_PAGES = 10;
  private static final int LONGEST_PARAMETER = 100;

  /** Where it is said what the next page is. */
  public enum Kind {
    /** In the header {@code Link}, {@code rel="next"} (RFC 8288). */
    LINK,
    /** Nowhere: pages have numbers; an empty one is the last. */
    PAGE,
    /** In the answer. */
    CURSOR;

    @JsonCreator
    static Kind of(String name) {
      return switch (name) {
        case "link" -> LINK;
        case "page" -> PAGE;
        case "cursor" -> CURSOR;
        default -> throw Checks.invalid("", "must be link, page or cursor");
      };
    }
  }

  public Paging {
    new Checks()
        .that(
            kind == Kind.LINK ? parameter == null : isParameter(parameter),
            "parameter",
            kind == Kind.LINK
                ? "is of no use here: the link says it all"
                : "must be the name of a parameter of the address")
        .that(
            kind == Kind.CURSOR ? path != null : path == null,
            "path",
            "must say where the next cursor stands; for kind cursor only")
        .that(kind == Kind.PAGE || first == null, "first", "is for kind page only")
        .that(first == null || first >= 0 && first <= 1_000_000, "first", "must be 0 to 1000000")
        .that(pages == null || pages >= 1 && pages <= MOST_PAGES, "pages", "must be 1 to 100")
        .done();
  }

  int firstPage() {
    return first == null ? 1 : first;
  }

  int most() {
    return pages == null ? USUAL_PAGES : pages;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kind.name().toLowerCase(Locale.ROOT));
    json.put("parameter", parameter);
    json.put("path", path);
    json.put("first", first);
    json.put("pages", pages);
    json.propertyNames().stream().toList().stream()
        .filter(name -> json.path(name).isNull())
        .forEach(json::remove);
    return json;
  }

  private static boolean isParameter(@Nullable String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST_PARAMETER;
  }
}
