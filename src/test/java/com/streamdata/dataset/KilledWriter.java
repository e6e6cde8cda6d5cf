package com.streamdata.dataset;

import static com.streamdata.dataset.SampleRows.of;
import static com.streamdata.dataset.SampleRows.texts;
import static com.streamdata.dataset.SampleRows.whole;

import com.streamdata.access.SourceId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A process that appends until it is killed. Prints each push that was acknowledged. */
final class KilledWriter {
  static final int CLIENTS = 8;
  static final int ROWS_PER_PUSH = 3;

  private KilledWriter() {}

  public static void main(String[] arguments) {
    PrintStream acknowledged = System.out;
    Datasets datasets = Datasets.open(Path.of(arguments[0]), InstantSource.system());
    long first = Long.parseLong(arguments[1]);
    for (int client = 0; client < CLIENTS; client++) {
      SourceId id = new SourceId(1 + client % 3);
      datasets.create(id, List.of(), Keep.ALL);
      String name = "client " + client;
      Thread.ofPlatform().start(() -> append(datasets, id, name, first, acknowledged));
    }
  }

  private static void append(
      Datasets datasets, SourceId id, String client, long first, PrintStream acknowledged) {
    for (long push = first; ; push++) {
      datasets.append(
          id, of(texts("client", client, client, client), whole("v", push, push, push)));
      acknowledged.println(id + "," + client + "," + push);
    }
  }
}
