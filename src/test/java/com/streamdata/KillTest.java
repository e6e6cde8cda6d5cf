package com.streamdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ChildServer;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} under load: after each restart everything that was acknowledged is there as it
 * was acknowledged, and nothing is there by half.
 */
class KillTest {
  private static final int ROUNDS = 20;
  private static final int MOST_ACKNOWLEDGED = 200;
  private static final int LARGEST_BATCH = 40;
  private static final int PAGE = 10_000;

  private final Map<String, String> dashboards = new ConcurrentHashMap<>();
  private final Set<String> shares = ConcurrentHashMap.newKeySet();
  private final Set<Integer> batches = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();

  @TempDir Path data;

  @Test
  void nothingAcknowledgedIsLost() throws Exception {
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    String dashboard;
    String source;
    try (ChildServer server = ChildServer.startIn(data)) {
      dashboard = create(server.admin(), "/dashboards", "{\"name\": \"shared\"}");
      source =
          create(
              server.admin(),
              "/dashboards/" + dashboard + "/sources",
              "{\"name\": \"rows\", \"kind\": \"push\"}");
      server.kill();
    }

    for (int round = 0; round < ROUNDS; round++) {
      try (ChildServer server = ChildServer.startIn(data)) {
        check(server.admin(), dashboard, source, "round " + round + " of seed " + seed);
        loadAndKill(server, dashboard, source, random.nextInt(1, MOST_ACKNOWLEDGED));
      }
    }

    try (ChildServer server = ChildServer.startIn(data)) {
      check(server.admin(), dashboard, source, "the end of seed " + seed);
    }
    assertThat(List.of(dashboards.size(), shares.size(), batches.size()))
        .allMatch(acknowledged -> acknowledged > ROUNDS);
  }

  /** Kills once so many things were acknowledged, while others are under way. */
  private void loadAndKill(ChildServer server, String dashboard, String source, int enough)
      throws Exception {
    TestClient client = server.admin();
    CountDownLatch acknowledged = new CountDownLatch(enough);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          List.of(
              clients.submit(() -> untilItBreaks(() -> makeDashboard(client), acknowledged)),
              clients.submit(() -> untilItBreaks(() -> share(client, dashboard), acknowledged)),
              clients.submit(() -> untilItBreaks(() -> push(client, source, 1), acknowledged)),
              clients.submit(
                  () -> untilItBreaks(() -> push(client, source, LARGEST_BATCH), acknowledged)));

      boolean working = acknowledged.await(1, TimeUnit.MINUTES);
      server.kill();

      for (Future<?> task : running) {
        task.get();
      }
      assertThat(working).isTrue();
    }
  }

  private static void untilItBreaks(Runnable request, CountDownLatch acknowledged) {
    try {
      while (true) {
        request.run();
        acknowledged.countDown();
      }
    } catch (UncheckedIOException _) {
      acknowledged.countDown();
    }
  }

  private void makeDashboard(TestClient client) {
    String name = "Dashboard " + numbers.incrementAndGet();
    dashboards.put(create(client, "/dashboards", "{\"name\": \"" + name + "\"}"), name);
  }

  private void share(TestClient client, String dashboard) {
    TestAnswer answer =
        client.post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}");
    shares.add(token(answer.expect(200).json()));
  }

  private void push(TestClient client, String source, int largest) {
    int number = numbers.incrementAndGet();
    int size = ThreadLocalRandom.current().nextInt(largest) + 1;
    String rows =
        new Row(number, 0, size).batch().stream().map(Row::json).collect(Collectors.joining("\n"));
    client
        .post("/sources/" + source + "/rows", "application/x-ndjson", rows.getBytes(UTF_8))
        .expect(200);
    batches.add(number);
  }

  private void check(TestClient client, String dashboard, String source, String when) {
    Map<String, String> found = new TreeMap<>();
    for (JsonNode node : client.get("/dashboards").expect(200).json().path("dashboards")) {
      found.put(node.path("id").asString(), node.path("name").asString());
    }
    assertThat(found).as(when).containsAllEntriesOf(dashboards);

    Set<String> links = new HashSet<>();
    String list = "/dashboards/" + dashboard + "/shares";
    client.get(list).expect(200).json().path("shares").forEach(share -> links.add(token(share)));
    assertThat(links).as(when).containsAll(shares);

    Map<Integer, List<Row>> rows = rowsByBatch(client, source);
    rows.values().forEach(batch -> assertThat(batch).as(when).isEqualTo(batch.getFirst().batch()));
    assertThat(rows).as(when).containsKeys(batches.toArray(Integer[]::new));
  }

  /** One row of a batch; each carries how many there are. */
  private record Row(int number, int index, int size) {
    static Row of(JsonNode row) {
      return new Row(row.path("batch").asInt(), row.path("row").asInt(), row.path("size").asInt());
    }

    /** All that were pushed together with this one. */
    List<Row> batch() {
      return IntStream.range(0, size).mapToObj(i -> new Row(number, i, size)).toList();
    }

    String json() {
      return "{\"batch\": %d, \"row\": %d, \"size\": %d}".formatted(number, index, size);
    }
  }

  private static Map<Integer, List<Row>> rowsByBatch(TestClient client, String source) {
    Map<Integer, List<Row>> rows = new TreeMap<>();
    long offset = 0;
    JsonNode page;
    do {
      String path = "/sources/" + source + "/rows?limit=" + PAGE + "&offset=" + offset;
      page = client.get(path).expect(200).json();
      for (JsonNode node : page.path("rows")) {
        Row row = Row.of(node);
        rows.computeIfAbsent(row.number(), _ -> new ArrayList<>()).add(row);
      }
      offset += PAGE;
    } while (offset < page.path("row_count").asLong());
    return rows;
  }

  private static String create(TestClient client, String path, String json) {
    return client.post(path, json).expect(201).json().path("id").asString();
  }

  private static String token(JsonNode share) {
    String link = share.path("share_link").asString();
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
