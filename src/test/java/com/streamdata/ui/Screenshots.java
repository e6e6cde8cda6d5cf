package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.Rooms.Room;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes pictures of every room of the running demo, in light and dark, on desktop and phone; not
 * part of the tests, see bin/screenshots.
 */
class Screenshots {
  /** Names of the rooms, as a pattern. */
  private static final String WANTED = System.getProperty("rooms", ".*");

  private static final Path FOLDER = Path.of("docs/screenshots");
  private static final int PHONE = 760;
  private static final long MOST_BYTES = 300 * 1024;

  @ParameterizedTest
  @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
  void takeThem(int width, int height, ColorScheme scheme) throws Exception {
    Files.createDirectories(FOLDER);
    String suffix = (width < PHONE ? "-phone-" : "-") + scheme.name().toLowerCase(Locale.ROOT);
    try (TestServer server = TestServer.start(Rooms.SETTINGS);
        Visitor visitor = TestBrowser.launch().visitor(width, height, scheme);
        Visitor owner = TestBrowser.launch().visitor(width, height, scheme)) {
      Rooms rooms = Rooms.of(server);
      rooms.signIn(owner);
      for (Room room : rooms.all()) {
        if (!room.name().matches(WANTED)) {
          continue;
        }
        Page page = room.signedIn() ? owner.page() : visitor.page();
        room.enter().accept(page);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        Path file = FOLDER.resolve(room.name() + suffix + ".png");
        Locator dialogs = page.locator("dialog[open]");
        if (width > PHONE && dialogs.count() > 0) {
          dialogs.last().screenshot(new Locator.ScreenshotOptions().setPath(file));
        } else {
          page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
      }
    }
  }
}
