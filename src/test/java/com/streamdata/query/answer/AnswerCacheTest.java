package com.streamdata.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.access.SourceId;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.plan.Question;
import com.streamdata.query.table.Table;
import com.streamdata.query.time.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AnswerCache cache = new AnswerCache();
  private final AtomicInteger made = new AtomicInteger();

  private static AnswerCache.Key key(long version) {
    Query query = new Query(new SourceId(1), null, null, null, List.of("a"), null, null, null);
    return new AnswerCache.Key(
        new Question(Shape.TABLE, query, Interval.ALL, ZoneId.of("UTC"), List.of()),
        Map.of(new SourceId(1), version));
  }

  private Answer make() {
    made.incrementAndGet();
    return new Answer(new Table(List.of(), 0, false), Instant.EPOCH, Map.of(new SourceId(1), 1L));
  }

  @Test
  void sameQuestionIsAnsweredOnce() {
    Answer first = cache.get(key(1), this::make);
    Answer second = cache.get(key(1), this::make);

    assertThat(second).isSameAs(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void newRowsAreAnotherQuestion() {
    cache.get(key(1), this::make);
    cache.get(key(2), this::make);

    assertThat(made).hasValue(2);
  }

  @Test
  void whoeverAsksMeanwhileWaitsForTheSameAnswer() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Callable<Answer> slow =
        () ->
            cache.get(
                key(1),
                () -> {
                  started.countDown();
                  awaitUninterrupted(release);
                  return make();
                });

    List<Future<Answer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers.add(threads.submit(slow));
      started.await();
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(slow));
      }
      release.countDown();
    }

    for (Future<Answer> answer : answers) {
      assertThat(answer.get()).isSameAs(answers.getFirst().get());
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void failureIsNotKept() {
    assertThatThrownBy(() ->
            cache.get(
                key(1),
                () -> {
                  throw new IllegalStateException("once");
                }))
        .hasMessage("once");

    cache.get(key(1), this::make);

    assertThat(made).hasValue(1);
  }

  @Test
  void longQuestionTakesItsRoomToo() {
    int usual = AnswerCache.weight(key(1), make());

    assertThat(AnswerCache.weight("x".repeat(100_000), make())).isGreaterThan(usual + 90_000);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
