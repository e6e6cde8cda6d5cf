package com.streamdata.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.SourceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a process that is killed at any time. */
class KillTest {
  private static final int ROUNDS = 4;
  private static final long SEED = 20_261_121;

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsMissingAndNoPushIsTorn() throws Exception {
    Random random = new Random(SEED);
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(appendUntilKilled(1_000_000L * round, 200 + random.nextInt(2000)));

      Set<String> stored = new HashSet<>();
      try (Datasets datasets = Datasets.open(folder, InstantSource.system())) {
        for (long id = 1; id <= 3; id++) {
          stored.addAll(pushes(datasets, new SourceId(id)));
        }
      }
      assertThat(stored).as("round %d, seed %d", round, SEED).containsAll(acknowledged);
    }
  }

  /** Kills after so many acknowledgements, which is some time between two syncs. */
  private Set<String> appendUntilKilled(long first, int acknowledgements)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString(),
                Long.toString(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged.size() < acknowledgements) {
        acknowledged.add(Objects.requireNonNull(lines.readLine(), "the writer ended by itself"));
      }
      writer.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  private static Set<String> pushes(Datasets datasets, SourceId id) throws SQLException {
    return datasets.read(connection -> pushes(connection, datasets, id));
  }

  private static Set<String> pushes(Connection connection, Datasets datasets, SourceId id)
      throws SQLException {
    Set<String> pushes = new HashSet<>();
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT client, v, count(*) FROM " + Dataset.tableName(id) + " GROUP BY ALL")) {
      while (row.next()) {
        assertThat(row.getInt(3)).as("rows of one push").isEqualTo(KilledWriter.ROWS_PER_PUSH);
        pushes.add(id + "," + row.getString(1) + "," + row.getLong(2));
        rows += row.getInt(3);
      }
    }
    assertThat(datasets.find(id).orElseThrow().rowCount()).isEqualTo(rows);
    return pushes;
  }
}
