package com.streamdata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the page, by the formulas of WCAG 2.2. */
class DesignTokensTest {
  private static final Path STYLE = Path.of("src/main/web/style.css");
  private static final Pattern COLOR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");
  private static final double GRAPHICS = 3;
  private static final double TEXT = 4.5;

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void everyColourStandsOutFromWhatItIsOn(int scheme) throws IOException {
    String style = Files.readString(STYLE).split("(?=:root)")[scheme];
    Map<String, Integer> colors =
        COLOR
            .matcher(style)
            .results()
            .collect(Collectors.toMap(found -> found.group(1), DesignTokensTest::color));

    for (Map.Entry<String, Integer> color : colors.entrySet()) {
      if (color.getKey().matches("(chart|cool|warm)-\\d|outline")) {
        assertThat(contrast(color.getValue(), colors.getOrDefault("surface", 0)))
            .as(color.getKey())
            .isGreaterThan(GRAPHICS);
      }
      if (color.getKey().matches("text|muted|accent|danger")) {
        assertThat(contrast(color.getValue(), colors.getOrDefault("page", 0)))
            .as(color.getKey())
            .isGreaterThan(TEXT);
      }
    }
    for (String ground : new String[] {"accent", "danger"}) {
      int letters = colors.getOrDefault("on-" + ground, 0);
      assertThat(contrast(letters, colors.getOrDefault(ground, 0))).as(ground).isGreaterThan(TEXT);
    }
    assertThat(colors).hasSizeGreaterThan(25);
  }

  private static int color(MatchResult found) {
    return Integer.parseInt(found.group(2), 16);
  }

  private static double contrast(int one, int other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
