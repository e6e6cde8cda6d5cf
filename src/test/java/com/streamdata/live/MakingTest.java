package com.streamdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MakingTest {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger version = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void makesEachVersionOnceHoweverOftenItIsLookedAt() {
    Making making = making(() -> json(made.incrementAndGet()));

    await().until(() -> look(making, 1));
    for (int i = 0; i < 1_000; i++) {
      making.look();
    }
    version.incrementAndGet();
    await().until(() -> look(making, 2));

    assertThat(made).hasValue(2);
  }

  @Test
  void makesAtMostFourASecondHoweverOftenItChanges() {
    Making making = making(() -> json(made.incrementAndGet()));
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();

    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> {
          version.incrementAndGet();
          making.look();
          return System.nanoTime() >= end;
        });

    assertThat(made.get()).isBetween(2, 9);
  }

  @Test
  void marksTheLastResultAsOldWhileTheNextTakesLong() {
    CountDownLatch slow = new CountDownLatch(1);
    Making making =
        making(() -> {
          if (made.incrementAndGet() == 2) {
            waitFor(slow);
          }
          return json(made.get());
        });
    await().until(() -> look(making, 1));

    version.incrementAndGet();
    await().until(() -> look(making, 2));
    slow.countDown();
    await().until(() -> look(making, 3));

    assertThat(events.get(1)).contains("{\"stale\":true,\"value\":1}");
    assertThat(events.get(2)).contains("{\"value\":2}");
  }

  @Test
  void asksAgainForWhatWasOldAtFirst() {
    Part part =
        new Part("v1", version::get, () -> new Part.Result(json(7), made.incrementAndGet() < 3));
    Making making =
        new Making(
            part,
            Frame.NONE,
            (_, frame) -> events.add(new String(frame.event(), StandardCharsets.UTF_8)));

    await().until(() -> look(making, 2));

    assertThat(events.getFirst()).contains("{\"stale\":true,\"value\":7}");
    assertThat(events.getLast()).contains("{\"value\":7}");
    assertThat(made).hasValue(3);
  }

  @Test
  void tellsWhyThereIsNoResult() {
    ErrorCode code = new ErrorCode("query.wrong", ErrorKind.INVALID, "Wrong");
    Making making =
        making(() -> {
          throw new AppException(code, "Column \"a\nb\" is gone.");
        });

    await().until(() -> look(making, 1));

    assertThat(events.getFirst())
        .startsWith("event: failed\ndata: v1 ")
        .endsWith("\ndata: {\"detail\":\"Column \\\"a\\nb\\\" is gone.\"}\n\n");
  }

  private Making making(Supplier<byte[]> json) {
    return new Making(
        new Part("v1", version::get, () -> new Part.Result(json.get(), false)),
        Frame.NONE,
        (_, frame) -> events.add(new String(frame.event(), StandardCharsets.UTF_8)));
  }

  private boolean look(Making making, int expected) {
    making.look();
    return events.size() >= expected;
  }

  private static byte[] json(int value) {
    return ("{\"value\":" + value + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static void waitFor(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
