package com.streamdata.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Positions;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import com.streamdata.outbound.Networks;
import com.streamdata.outbound.OutboundConfig;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.Arrivals;
import com.streamdata.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happens to messages while the store cannot take rows. */
class TopicReadingTest {
  private static final ErrorCode BEHIND = new ErrorCode("test.behind", ErrorKind.TOO_MANY, "Wait");
  private static final ErrorCode BROKEN =
      new ErrorCode("test.broken", ErrorKind.UNAVAILABLE, "Nobody knows");

  @Test
  void aStoreThatIsBehindOrUnsureGetsEachMessageOnce() throws Exception {
    TestKafka kafka = TestKafka.shared();
    kafka.create("moody", 1);
    for (int i = 0; i < 100; i++) {
      kafka.send("moody", 0, "{\"v\": " + i + "}");
    }
    kafka.flush();
    MoodyStore store = new MoodyStore();
    Thread reader = Thread.ofPlatform().start(() -> listen(kafka, store));

    await().atMost(Duration.ofSeconds(60)).until(() -> store.rows.get() >= 100);
    kafka.send("moody", 0, "{\"v\": 100}");
    kafka.flush();
    await().atMost(Duration.ofSeconds(60)).until(() -> store.rows.get() >= 101);
    reader.interrupt();

    assertThat(reader.join(Duration.ofSeconds(30))).isTrue();
    assertThat(store.rows.get()).isEqualTo(101);
    assertThat(store.refusals.get()).isEqualTo(3);
  }

  private static void listen(TestKafka kafka, Arrivals rows) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.putArray("brokers").add(kafka.address());
    settings.put("topic", "moody").put("start", "earliest");
    OutboundConfig config = new OutboundConfig("127.0.0.0/8", null);
    KafkaConnector connector = new KafkaConnector(new Networks(config), new Trust(config));
    try {
      connector.listen(connector.read(settings), rows);
    } catch (InterruptedException _) {
      // As it should end.
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Is behind twice, and once does not know that it has stored what it has. */
  private static final class MoodyStore implements Arrivals {
    final AtomicLong rows = new AtomicLong();
    final AtomicInteger refusals = new AtomicInteger();
    private volatile Positions positions = Positions.NONE;

    @Override
    public List<Column> columns() {
      return List.of();
    }

    @Override
    public Positions positions() {
      return positions;
    }

    @Override
    public void connected() {}

    @Override
    public void take(Batch batch, Positions from, Positions to) {
      assertThat(from).isEqualTo(positions);
      if (batch.rowCount() > 0 && refusals.get() < 2) {
        refusals.incrementAndGet();
        throw new AppException(BEHIND, "Later.");
      }
      positions = to;
      rows.addAndGet(batch.rowCount());
      if (batch.rowCount() > 0 && refusals.get() == 2) {
        refusals.incrementAndGet();
        throw new AppException(BROKEN, "Perhaps.");
      }
    }

    @Override
    public void leftOut(String remark) {
      throw new AssertionError(remark);
    }
  }
}
