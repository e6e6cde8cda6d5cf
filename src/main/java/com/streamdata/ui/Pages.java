package com.streamdata.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The HTML around the elements that draw everything. All addresses in it are relative, so that it
 * works under any path prefix.
 */
@Lazy
@Component
final class Pages {
  private final String page;
  private final String notFound;

  Pages(Assets assets) {
    this.page = assets.withVersions(read("page.html"));
    this.notFound = assets.withVersions(read("not-found.html"));
  }

  /**
   * A page with one element.
   *
   * @param path where it is asked for, below the server's root, such as {@code /share/x}
   */
  String of(String element, String path) {
    return page.replace("{base}", baseOf(path)).replace("{element}", element);
  }

  /** What unknown, revoked and disabled links show, the same for all. */
  String notFound(String path) {
    return notFound.replace("{base}", baseOf(path));
  }

  /** The way from a page back to the root: one step up for every slash but the first. */
  private static String baseOf(String path) {
    int steps = (int) path.chars().filter(letter -> letter == '/').count() - 1;
    return "../".repeat(Math.max(0, steps));
  }

  private static String read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream("/ui/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
