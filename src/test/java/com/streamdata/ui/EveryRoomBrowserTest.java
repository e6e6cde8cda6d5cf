package com.streamdata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.Rooms.Room;
import com.streamdata.ui.TestBrowser.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every page and dialog of the application. */
class EveryRoomBrowserTest {
  private static TestServer server;
  private static TestBrowser browser;
  private static Rooms rooms;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start(Rooms.SETTINGS);
    rooms = Rooms.of(server);
  }

  @AfterAll
  static void stop() {
    rooms.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void everybodyCanUseItAndNothingIsCutOff(ColorScheme scheme, int width) {
    SoftAssertions all = new SoftAssertions();
    try (Visitor visitor = browser.visitor(width, 800, scheme);
        Visitor owner = browser.visitor(width, 800, scheme)) {
      rooms.signIn(owner);
      for (Room room : rooms.all()) {
        Visitor one = room.signedIn() ? owner : visitor;
        room.enter().accept(one.page());
        all.assertThatCode(one::expectAccessible).as(room.name()).doesNotThrowAnyException();
        all.assertThatCode(one::expectFitsTheWidth).as(room.name()).doesNotThrowAnyException();
      }
      all.assertThat(owner.complaints()).as("owner").allMatch(text -> text.contains("401"));
    }
    all.assertAll();
  }

  @Test
  void whoWantsLessMotionGetsNone() {
    try (Visitor owner = browser.visitor()) {
      Page page = owner.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      rooms.signIn(owner);
      rooms.all().stream()
          .filter(room -> room.name().matches("dashboard|share-dialog|editor"))
          .forEach(room -> {
            room.enter().accept(page);
            assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);
            Object moving =
                page.locator("button")
                    .first()
                    .evaluate("element => getComputedStyle(element).transitionProperty");
            assertThat(moving).isEqualTo("none");
          });
    }
  }
}
