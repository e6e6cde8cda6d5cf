package com.streamdata.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.testing.StoreContract;
import com.streamdata.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions, alone and many at once. */
class DatabaseTest extends StoreContract {
  @BeforeEach
  void createTable() {
    database()
        .write(handle -> handle.execute("CREATE TABLE note (n bigint PRIMARY KEY, text text)"));
  }

  @Test
  void writtenIsReadAtOnce() {
    database().write(handle -> insert(handle, 1));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void failingTransactionLeavesNothingAndTellsWhy() {
    assertThatThrownBy(() ->
            database()
                .write(handle -> {
                  insert(handle, 1);
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");

    assertThat(count()).isZero();
  }

  @Test
  void failingTransactionsTakeNobodyWithThem() throws Exception {
    database().write(handle -> insert(handle, 0));
    List<Future<Integer>> jobs = new ArrayList<>();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 300; i++) {
        int n = i % 3 == 0 ? 0 : i;
        jobs.add(
            threads.submit(() ->
                database()
                    .write(handle -> {
                      insert(handle, -1000 - Thread.currentThread().threadId());
                      handle.execute("DELETE FROM note WHERE n < 0");
                      return insert(handle, n);
                    })));
      }
    }

    long failed = jobs.stream().filter(job -> job.state() == Future.State.FAILED).count();
    assertThat(failed).isEqualTo(100);
    assertThat(count()).isEqualTo(201);
  }

  @Test
  void whatATransactionReadIsStillSoWhenItIsWritten() throws Exception {
    database().write(handle -> handle.execute("INSERT INTO note (n, text) VALUES (0, '0')"));
    List<Future<Integer>> jobs = new ArrayList<>();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        jobs.add(threads.submit(() -> database().write(DatabaseTest::addOne)));
      }
    }

    assertThat(jobs).allMatch(job -> job.state() == Future.State.SUCCESS);
    int sum =
        database()
            .read(handle -> handle.select("SELECT text FROM note").mapTo(Integer.class).one());
    assertThat(sum).isEqualTo(100);
  }

  private static int addOne(Handle handle) {
    int before = handle.select("SELECT text FROM note").mapTo(Integer.class).one();
    return handle.execute("UPDATE note SET text = ?", String.valueOf(before + 1));
  }

  @Test
  void generationGrowsWithWritesThatWereCommitted() {
    long before = database().generation();

    database().write(handle -> insert(handle, 1));
    long after = database().generation();
    assertThat(after).isGreaterThan(before);

    database().record(handle -> insert(handle, 2));
    assertThatThrownBy(() -> database().write(handle -> insert(handle, 1)))
        .isInstanceOf(RuntimeException.class);
    if (kind == TestDatabase.Kind.SQLITE) {
      assertThat(database().generation()).isEqualTo(after);
    }
  }

  @Test
  void readerNeverSeesHalfATransaction() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> writing =
          threads.submit(() -> {
            for (int i = 0; i < 200; i += 2) {
              int n = i;
              database().write(handle -> insert(handle, n) + insert(handle, n + 1));
            }
          });
      while (!writing.isDone()) {
        assertThat(count() % 2).isZero();
      }
      writing.get();
    }
    assertThat(count()).isEqualTo(200);
  }

  @Test
  void failureNamesNoValues() {
    assertThatThrownBy(() ->
            database()
                .write(handle -> {
                  insert(handle, 4711);
                  return insert(handle, 4711);
                }))
        .hasMessageNotContaining("4711")
        .rootCause()
        .hasMessageNotContaining("4711");
  }

  @Test
  void errorInATransactionDoesNotEndTheWriter() {
    assertThatThrownBy(() ->
            database()
                .write(_ -> {
                  throw new StackOverflowError("planted");
                }))
        .isInstanceOf(StackOverflowError.class);

    database().write(handle -> insert(handle, 1));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void closedDatabaseTakesNothingMore() {
    Database database = database();
    database.close();

    assertThatThrownBy(() -> database.write(handle -> insert(handle, 1)))
        .isInstanceOf(RuntimeException.class);
  }

  private static int insert(Handle handle, long n) {
    return handle.execute("INSERT INTO note (n, text) VALUES (?, 'note')", n);
  }

  private int count() {
    return database()
        .read(handle -> handle.select("SELECT count(*) FROM note").mapTo(int.class).one());
  }
}
