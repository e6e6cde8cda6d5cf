package com.streamdata.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.streamdata.query.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LastAnswersTest {
  private static final Answer OLD = answer(1);
  private static final Answer NEW = answer(2);

  @Test
  void givesTheLastAtOnceWhileTheNewestTakesLong() {
    LastAnswers answers = new LastAnswers(Duration.ofMillis(1));
    CountDownLatch slow = new CountDownLatch(1);
    answers.get("question", () -> OLD);

    Latest meanwhile = answers.get("question", once(slow, NEW));
    slow.countDown();

    assertThat(meanwhile).isEqualTo(new Latest(OLD, true));
    await().until(() -> answers.get("question", once(slow, NEW)).answer() == NEW);
  }

  @Test
  void givesTheNewestIfItComesInTime() {
    LastAnswers answers = new LastAnswers(Duration.ofMinutes(1));
    answers.get("question", () -> OLD);

    assertThat(answers.get("question", () -> NEW)).isEqualTo(new Latest(NEW, false));
  }

  @Test
  void givesNobodyTheAnswerToAnotherQuestion() {
    LastAnswers answers = new LastAnswers(Duration.ofMillis(1));
    answers.get("question", () -> OLD);

    assertThat(answers.get("another", () -> NEW)).isEqualTo(new Latest(NEW, false));
  }

  @Test
  void tellsWhyThereIsNoneRatherThanGivingAnOldOne() {
    LastAnswers answers = new LastAnswers(Duration.ofMinutes(1));
    answers.get("question", () -> OLD);

    assertThatThrownBy(() ->
            answers.get(
                "question",
                () -> {
                  throw new IllegalArgumentException("the column is gone");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the column is gone");
  }

  @Test
  void whatIsSlowIsMadeOnceAtATime() {
    LastAnswers answers = new LastAnswers(Duration.ofNanos(1));
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    answers.get("question", () -> OLD);

    for (int i = 0; i < 10; i++) {
      Supplier<Answer> making = once(slow, NEW);
      assertThat(
              answers.get(
                  "question",
                  () -> {
                    begun.incrementAndGet();
                    return making.get();
                  }))
          .isEqualTo(new Latest(OLD, true));
    }
    slow.countDown();

    await().until(() -> answers.get("question", () -> NEW).answer() == NEW);
    assertThat(begun).hasValue(1);
  }

  @Test
  void olderAnswerThatComesLateIsNotTheLast() {
    LastAnswers answers = new LastAnswers(Duration.ofMillis(200));
    CountDownLatch late = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Thread> making = new AtomicReference<>();
    answers.get("question", () -> answer(0));
    Latest first =
        answers.get(
            "question",
            () -> {
              making.set(Thread.currentThread());
              return once(late, OLD).get();
            });
    Latest second = answers.get("question", () -> NEW);

    late.countDown();
    await().until(() -> !making.get().isAlive());

    assertThat(first.stale()).isTrue();
    assertThat(second).isEqualTo(new Latest(NEW, false));
    assertThat(answers.get("question", once(never, OLD))).isEqualTo(new Latest(NEW, true));
    never.countDown();
  }

  private static Supplier<Answer> once(CountDownLatch open, Answer answer) {
    return () -> {
      try {
        open.await();
        return answer;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Answer answer(int rows) {
    return new Answer(new Table(List.of(), rows, false), Instant.EPOCH, Map.of());
  }
}
