package com.streamdata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs what documents tell people to type. Skipped where there is no bash or curl, unless the
 * environment variable {@code FORBID_SKIPPED_TESTS} is {@code true}.
 */
public final class Shell {
  private Shell() {}

  /** Returns what a script wrote. Fails unless it ended well. */
  public static String run(Map<String, String> environment, String... bashArguments)
      throws IOException, InterruptedException {
    if (!"true".equals(System.getenv("FORBID_SKIPPED_TESTS"))) {
      assumeTrue(isThere("bash") && isThere("curl"), "needs bash and curl");
    }
    ProcessBuilder script = new ProcessBuilder("bash");
    script.command().addAll(List.of(bashArguments));
    script.environment().putAll(environment);
    Process process = script.redirectErrorStream(true).start();
    String output = read(process);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      read(process);
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
