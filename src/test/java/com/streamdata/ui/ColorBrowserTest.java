package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.Test;

/** What is called the same has the same colour on all of a dashboard. */
class ColorBrowserTest {
  /** Of what the chart at this place has most of: the first colour of the page, or the second. */
  private static final String MOST =
      """
      place => {
        const within = (root, name) => [...root.querySelectorAll("*")].flatMap(one => [
          ...(one.localName === name ? [one] : []),
          ...(one.shadowRoot ? within(one.shadowRoot, name) : []),
        ]);
        const canvas = within(document, "canvas")[place];
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const count = (...color) => {
          let found = 0;
          for (let at = 0; at < data.length; at += 4) {
            if (color.every((channel, index) => data[at + index] === channel)) found++;
          }
          return found;
        };
        const first = count(0x1f, 0x6f, 0xb5);
        const second = count(0xd7, 0x76, 0x39);
        return first + second < 100 ? 0 : first > second ? 1 : 2;
      }
      """;

  @Test
  void nameHasItsColourInEveryChart() {
    TestBrowser browser = TestBrowser.launch();
    try (TestServer server = TestServer.start();
        Visitor visitor = browser.visitor()) {
      SampleDashboard sample =
          SampleDashboard.create(server, "Coloured")
              .with("stackbarchart", "By month", SampleDashboard.byMonth("kind"))
              .with("piechart", "By kind", SampleDashboard.byKind());
      sample.push("[{\"at\": \"2025-12-20T12:00:00Z\", \"kind\": \"wind\", \"amount\": 9999}]");
      Page page = visitor.page();

      page.navigate(sample.share("{\"access\": \"view\"}"));
      Locator canvas = page.locator("visualization-card canvas");
      assertThat(canvas).hasCount(2);

      page.waitForFunction("(" + MOST + ")(0) === 2");
      page.waitForFunction("(" + MOST + ")(1) === 2");
    }
  }
}
