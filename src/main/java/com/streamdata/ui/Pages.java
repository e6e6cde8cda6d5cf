package com.streamdata.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  private final String application;
  private final String share;
  private final String notFound;

  Pages(Assets assets) {
    String page = assets.withVersions(read("page.html"));
    this.application = page(page, "web-application", assets.preloads(List.of("web-application")));
    this.share = page(page, "share-page", assets.preloads(List.of("share-page", "charts")));
    this.notFound = assets.withVersions(read("not-found.html"));
  }

  /**
   * The web application.
   *
   * @param path where it is asked for, below the server's root, such as {@code /app/users}
   */
  String application(String path) {
    return application.replace("{base}", baseOf(path));
  }

  /** What whoever opens a link sees. */
  String share(String path) {
    return share.replace("{base}", baseOf(path));
  }

  /** What unknown, revoked and disabled links show, the same for all. */
  String notFound(String path) {
    return notFound.replace("{base}", baseOf(path));
  }

  private static String page(String page, String element, String preloads) {
    return page.replace("{element}", element).replace("{preloads}", preloads);
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
