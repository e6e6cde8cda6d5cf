package com.streamdata.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.ChildServer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} while a topic is read: each message is there once. */
class TopicKillTest {
  private static final int ROUNDS = 4;
  private static final int MESSAGES_PER_ROUND = 3000;
  private static final long SEED = 20_261_122;
  private static final Map<String, String> SETTINGS =
      Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8");

  @TempDir private Path data;

  @Test
  void noMessageIsLostOrStoredTwice() throws Exception {
    Random random = new Random(SEED);
    TestKafka kafka = TestKafka.shared();
    kafka.create("numbers", 3);
    String id = "";
    long sent = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (ChildServer server = ChildServer.startIn(data, SETTINGS)) {
        id = id.isEmpty() ? create(server.admin(), kafka) : id;
        sent = send(kafka, sent);
        awaitMore(server.admin(), id, sent - random.nextInt(MESSAGES_PER_ROUND));
        server.kill();
      }
    }

    try (ChildServer server = ChildServer.startIn(data, SETTINGS)) {
      awaitMore(server.admin(), id, sent);
      assertThat(values(server.admin(), id))
          .as("seed %d", SEED)
          .containsExactlyInAnyOrderElementsOf(LongStream.range(0, sent).boxed().toList());
    }
  }

  private static long send(TestKafka kafka, long first) {
    for (long v = first; v < first + MESSAGES_PER_ROUND; v++) {
      kafka.send("numbers", (int) (v % 3), "{\"v\": " + v + "}");
    }
    return first + MESSAGES_PER_ROUND;
  }

  private static String create(TestClient admin, TestKafka kafka) {
    String dashboard = admin.post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    String source =
        "{\"name\": \"K\", \"kind\": \"kafka\", \"brokers\": [\"%s\"], \"topic\": \"numbers\", \"start\": \"earliest\"}"
            .formatted(kafka.address());
    return admin
        .post("/dashboards/" + dashboard + "/sources", source)
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static void awaitMore(TestClient admin, String id, long rows) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> admin.get("/sources/" + id).json().path("row_count").asLong(),
            count -> count >= rows);
  }

  private static List<Long> values(TestClient admin, String id) {
    List<Long> values = new ArrayList<>();
    JsonNode page;
    do {
      String address = "/sources/" + id + "/rows?limit=1000&offset=" + values.size();
      page = admin.get(address).expect(200).json().path("rows");
      page.forEach(row -> values.add(row.path("v").asLong()));
    } while (!page.isEmpty());
    return values;
  }
}
