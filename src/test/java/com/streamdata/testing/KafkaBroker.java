package com.streamdata.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.jspecify.annotations.Nullable;

/** A broker as a process; ends with the process that started it. */
final class KafkaBroker {
  private KafkaBroker() {}

  /** The folder with {@code server.properties}. */
  public static void main(@Nullable String[] arguments) throws IOException {
    Path folder = Path.of(String.valueOf(arguments[0]));
    String properties = folder.resolve("server.properties").toString();
    Thread.ofPlatform().daemon().start(KafkaBroker::endWithParent);
    if (!Files.exists(folder.resolve("log"))) {
      format(properties);
    }
    Kafka.main(new String[] {properties});
  }

  private static void format(String properties) throws IOException {
    try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      String[] format = {
        "format",
        "-t",
        "MkU3OEVBNTcwNTJENDM2Qk",
        "-c",
        properties,
        "--standalone",
        "--add-scram",
        "SCRAM-SHA-256=[name=reader,password=" + TestKafka.PASSWORD + "]"
      };
      if (StorageTool.execute(format, nowhere) != 0) {
        throw new IOException("The broker's folder could not be prepared");
      }
    }
  }

  private static void endWithParent() {
    try (InputStream parent = System.in) {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It is gone, too.
    }
    Runtime.getRuntime().halt(1);
  }
}
