package com.streamdata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the TypeScript keeps to, told by the Deno that bundles it, and its own tests. */
class WebRulesTest {
  private static final File WEB = new File("src/main/web");

  @Test
  void typesFit() throws Exception {
    List<String> check = new ArrayList<>(List.of("check", "--no-remote"));
    try (Stream<Path> files = Files.walk(WEB.toPath())) {
      files
          .map(WEB.toPath()::relativize)
          .map(Path::toString)
          .filter(file -> file.endsWith(".ts"))
          .forEach(check::add);
    }

    deno(check);
  }

  @Test
  void everyFileIsFormatted() throws Exception {
    deno(List.of("fmt", "--check"));
  }

  @Test
  void linterHasNothingToSay() throws Exception {
    deno(List.of("lint"));
  }

  @Test
  void unitTestsPass() throws Exception {
    deno(List.of("test", "--no-check", "--no-remote", "--allow-read=.", "."));
  }

  private static void deno(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(binary().toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(WEB).redirectErrorStream(true);
    builder.environment().put("NO_COLOR", "1");
    builder.environment().put("DENO_DIR", Path.of("target/deno").toAbsolutePath().toString());
    builder.environment().put("DENO_NO_UPDATE_CHECK", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** The esbuild plugin unpacks the one for this platform. */
  private static Path binary() throws IOException {
    try (Stream<Path> files = Files.find(Path.of("node_modules/@deno"), 2, WebRulesTest::isDeno)) {
      return files.findAny().orElseThrow().toAbsolutePath();
    }
  }

  private static boolean isDeno(Path file, Object attributes) {
    return file.getFileName().toString().matches("deno(\\.exe)?") && Files.isRegularFile(file);
  }
}
