package com.streamdata.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts as the build has split them. */
class ScriptsTest {
  private static final int MOST_BYTES = 150 * 1024;
  private final Scripts scripts = new Scripts();

  @Test
  void applicationIsSmallBesidesWhatDrawsCharts() {
    int bytes =
        scripts.assets().entrySet().stream()
            .filter(script -> !script.getKey().startsWith("charts-"))
            .mapToInt(script -> script.getValue().gzip().length)
            .sum();

    assertThat(bytes).isBetween(50 * 1024, MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owned-dashboard",
        "dashboard-editor",
        "visualization-editor",
        "sources-dialog",
        "share-dialog"
      })
  void sharePageStartsWithoutTheToolsOfOwners(String element) {
    Set<String> start = scripts.startOf(List.of("share-page", "charts"));

    assertThat(scripts.assets().keySet()).containsAll(start).anyMatch(defines(element));
    assertThat(start).hasSizeGreaterThan(5).noneMatch(defines(element));
  }

  @Test
  void allButTheFirstAreNamedByTheirBytes() {
    assertThat(scripts.assets().keySet())
        .filteredOn(name -> !Scripts.isNamedByItsBytes(name))
        .containsExactly("app.js");
    assertThat(Scripts.isNamedByItsBytes("chunk-ABC.js")).isFalse();
  }

  @Test
  void partThatNothingLoadsIsAMistakeOfTheBuild() {
    assertThatThrownBy(() -> scripts.startOf(List.of("no-such-part")))
        .hasMessageContaining("no-such-part");
  }

  private Predicate<String> defines(String element) {
    return name ->
        scripts.assets().entrySet().stream()
            .filter(script -> script.getKey().equals(name))
            .map(script -> new String(script.getValue().plain(), StandardCharsets.UTF_8))
            .anyMatch(script -> script.contains("(\"" + element + "\")]"));
  }
}
