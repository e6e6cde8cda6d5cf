package com.streamdata.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.streamdata.access.DashboardId;
import com.streamdata.error.AppException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final DashboardId BUSY = new DashboardId(1);
  private static final DashboardId OTHER = new DashboardId(2);

  private final Turns turns = new Turns(2, 3);
  private final AtomicInteger running = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void ofOneDashboardOnlySoManyRunWhateverIsAsked() {
    for (int i = 0; i < 5; i++) {
      begin(turns);
    }
    await().until(() -> running.get() == 2);

    assertThat(turns.take(OTHER, () -> "at once")).isEqualTo("at once");
    end.countDown();
    await().until(() -> running.get() == 5);
  }

  @Test
  void fullLineRefusesAndIsOpenAgainOnceItIsShorter() {
    Turns narrow = new Turns(2, 0);
    begin(narrow);
    begin(narrow);
    await().until(() -> running.get() == 2);

    assertThatThrownBy(() -> narrow.take(BUSY, () -> "no room"))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("waiting");
    end.countDown();

    await().ignoreExceptions().until(() -> narrow.take(BUSY, () -> "room").equals("room"));
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() ->
              turns.take(
                  BUSY,
                  () -> {
                    throw new IllegalStateException("fails");
                  }))
          .hasMessage("fails");
    }

    assertThat(turns.take(BUSY, () -> "goes on")).isEqualTo("goes on");
  }

  private void begin(Turns turns) {
    Thread.startVirtualThread(() ->
        turns.take(
            BUSY,
            () -> {
              running.incrementAndGet();
              try {
                end.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              return "done";
            }));
  }
}
