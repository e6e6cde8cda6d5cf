package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moving and resizing what lies on a dashboard's grid. */
class PlacesBrowserTest {
  private static TestServer server;
  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void whatIsDraggedLiesThereAndGoesBackByUndo(ColorScheme scheme) {
    SampleDashboard sample = sample("Dragged " + scheme);
    try (Visitor owner = browser.visitor(1280, 900, scheme)) {
      Page page = open(owner, sample);

      drag(page, "Move Right", -620, 0);
      assertThat(page.getByText("“Right” was moved.")).isVisible();
      assertThat(place(sample, 1)).isEqualTo("{\"x\":0,\"y\":0,\"w\":12,\"h\":9}");
      assertThat(place(sample, 0)).isEqualTo("{\"x\":0,\"y\":9,\"w\":12,\"h\":9}");
      owner.expectAccessible();
      page.getByText("Undo").click();

      assertThat(page.getByText("was moved")).hasCount(0);
      await()
          .untilAsserted(() -> {
            assertThat(place(sample, 0)).isEqualTo("{\"x\":0,\"y\":0,\"w\":12,\"h\":9}");
            assertThat(place(sample, 1)).isEqualTo("{\"x\":12,\"y\":0,\"w\":12,\"h\":9}");
          });
      assertThat(owner.complaints()).allMatch(complaint -> complaint.contains("401"));
    }
  }

  @Test
  void onAPhoneTheMenuOfATileMovesAndResizesIt() {
    SampleDashboard sample = sample("Phone");
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.LIGHT)) {
      Page page = open(owner, sample);
      Locator menu = button(page, "Move or resize Right");

      menu.focus();
      page.keyboard().press("Enter");
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      button(page, "Move up").click();
      assertThat(page.getByText("“Right” was moved.")).isVisible();
      assertThat(place(sample, 1)).isEqualTo("{\"x\":0,\"y\":0,\"w\":12,\"h\":9}");
      assertThat(place(sample, 0)).isEqualTo("{\"x\":12,\"y\":0,\"w\":12,\"h\":9}");
      assertThat(menu).isFocused();
      menu.click();
      button(page, "Taller").click();

      await()
          .untilAsserted(
              () -> assertThat(place(sample, 1)).isEqualTo("{\"x\":0,\"y\":0,\"w\":12,\"h\":11}"));
    }
  }

  @Test
  void cornerResizes() {
    SampleDashboard sample = sample("Resized");
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);

      drag(page, "Resize Left", -265, 76);

      assertThat(page.getByText("“Left” was moved.")).isVisible();
      assertThat(place(sample, 0)).isEqualTo("{\"x\":0,\"y\":0,\"w\":6,\"h\":11}");
    }
  }

  @Test
  void arrowKeysMoveAndResizeAndKeepTheFocus() {
    SampleDashboard sample = sample("Keys");
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);
      Locator move = button(page, "Move Left");
      move.focus();

      page.keyboard().press("ArrowRight");
      page.keyboard().press("Escape");
      assertThat(page.getByText("was moved")).hasCount(0);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowRight");
      assertThat(page.getByText("Column 2, row 1")).hasCount(1);
      page.keyboard().press("Enter");
      assertThat(page.getByText("“Left” was moved.")).isVisible();
      assertThat(move).isFocused();
      assertThat(place(sample, 0)).isEqualTo("{\"x\":1,\"y\":0,\"w\":12,\"h\":9}");

      button(page, "Resize Left").focus();
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Enter");
      await()
          .untilAsserted(
              () -> assertThat(place(sample, 0)).isEqualTo("{\"x\":1,\"y\":0,\"w\":12,\"h\":8}"));
    }
  }

  @Test
  void whatSomebodyElseDidMeanwhileIsKept() {
    SampleDashboard sample = sample("Conflict");
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);
      String path = "/visualizations/" + sample.visualizations().getLast();

      drag(
          page,
          "Move Right",
          -620,
          0,
          () -> sample.owner().patch(path, "{\"title\": \"Theirs\"}").expect(200));

      assertThat(page.getByRole(AriaRole.ALERT)).containsText("somebody else has changed");
      assertThat(page.getByRole(AriaRole.HEADING, named("Theirs"))).isVisible();
      assertThat(place(sample, 1)).isEqualTo("{\"x\":12,\"y\":0,\"w\":12,\"h\":9}");
      owner.expectAccessible();
      page.getByText("Move it anyway").click();
      await()
          .untilAsserted(
              () -> assertThat(place(sample, 1)).isEqualTo("{\"x\":0,\"y\":0,\"w\":12,\"h\":9}"));
    }
  }

  private static SampleDashboard sample(String title) {
    return SampleDashboard.create(server, title)
        .placed("barchart", "Left", SampleDashboard.byKind(), "{\"x\":0,\"y\":0,\"w\":12,\"h\":9}")
        .placed(
            "linechart",
            "Right",
            SampleDashboard.byMonth("kind"),
            "{\"x\":12,\"y\":0,\"w\":12,\"h\":9}");
  }

  private static String place(SampleDashboard sample, int index) {
    return sample
        .owner()
        .get("/visualizations/" + sample.visualizations().get(index))
        .json()
        .path("place")
        .toString();
  }

  private static void drag(Page page, String handle, int across, int down) {
    drag(page, handle, across, down, () -> {});
  }

  private static void drag(Page page, String handle, int across, int down, Runnable meanwhile) {
    Locator button = button(page, handle);
    button.scrollIntoViewIfNeeded();
    BoundingBox box = Objects.requireNonNull(button.boundingBox());
    page.mouse().move(box.x + 5, box.y + 5);
    page.mouse().down();
    page.mouse().move(box.x + 5 + across / 2.0, box.y + 5 + down / 2.0);
    meanwhile.run();
    page.mouse().move(box.x + 5 + across, box.y + 5 + down);
    page.mouse().up();
  }

  private static Page open(Visitor owner, SampleDashboard sample) {
    Page page = owner.signIn(server, sample.page());
    assertThat(page.locator("visualization-card canvas")).hasCount(2);
    return page;
  }
}
