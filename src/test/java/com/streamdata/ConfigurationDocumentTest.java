package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.config.Secret;
import com.streamdata.config.Settings;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The list of settings for people against the settings there are. */
class ConfigurationDocumentTest {
  private static final int BUDGET = 40;

  /**
   * A setting as both tell of it.
   *
   * @param value the default; null where there is none that could be written in an environment
   */
  private record Setting(String name, @Nullable String value, boolean secret) {}

  @Test
  void documentListsExactlyTheSettingsThereAre() throws IOException {
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(declared());
  }

  @Test
  void thereAreNotTooMany() {
    assertThat(declared()).hasSizeLessThanOrEqualTo(BUDGET);
  }

  private static List<Setting> documented() throws IOException {
    List<Setting> settings = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/configuration.md"))) {
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|");
        assertThat(cells).as(line).hasSize(5);
        settings.add(new Setting(code(cells[1]), value(cells[3]), secret(cells[4].strip())));
      }
    }
    return settings;
  }

  private static String code(String cell) {
    assertThat(cell.strip()).matches("`[^`]+`");
    return cell.strip().replace("`", "");
  }

  private static @Nullable String value(String cell) {
    return cell.strip().matches("`[^`]+`") ? code(cell) : null;
  }

  private static boolean secret(String cell) {
    assertThat(cell).isIn("yes", "no");
    return cell.equals("yes");
  }

  private static List<Setting> declared() {
    List<Setting> settings = new ArrayList<>();
    for (Class<? extends Record> config : StreamData.CONFIGS) {
      Parameter[] parameters = config.getDeclaredConstructors()[0].getParameters();
      RecordComponent[] components = config.getRecordComponents();
      for (int i = 0; i < components.length; i++) {
        settings.add(
            new Setting(
                Settings.name(components[i]),
                value(parameters[i]),
                components[i].getType() == Secret.class));
      }
    }
    return settings;
  }

  private static @Nullable String value(Parameter parameter) {
    DefaultValue set = parameter.getAnnotation(DefaultValue.class);
    return set == null ? null : Arrays.stream(set.value()).findFirst().orElseThrow();
  }
}
