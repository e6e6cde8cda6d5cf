package com.streamdata.source.kafka;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.DatasetErrors;
import com.streamdata.dataset.Positions;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorKind;
import com.streamdata.source.fetch.Arrivals;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.push.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/**
 * Moves the messages of a topic into rows. While the store takes one batch nothing more is asked of
 * the brokers than they are answering already.
 */
final class TopicReading {
  static final int LARGEST_MESSAGE = 1 << 20;

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final long LOOK_NANOS = Duration.ofSeconds(5).toNanos();

  private final Connection connection;
  private final Consumer<byte[], byte[]> consumer;
  private final Partitions partitions;
  private final Arrivals rows;
  private Positions stored = Positions.NONE;

  TopicReading(KafkaSettings settings, Connection connection, Arrivals rows) {
    this.connection = connection;
    this.consumer = connection.consumer();
    this.partitions = new Partitions(settings, connection, rows);
    this.rows = rows;
  }

  /** Reads until the thread is interrupted, which the consumer throws. */
  void run() throws FetchFailure {
    look();
    rows.connected();
    long looked = System.nanoTime();
    while (true) {
      ConsumerRecords<byte[], byte[]> records = poll();
      if (!records.isEmpty()) {
        store(records);
      }
      connection.require(SILENCE);
      if (System.nanoTime() - looked > LOOK_NANOS) {
        look();
        looked = System.nanoTime();
      }
    }
  }

  private void look() throws FetchFailure {
    partitions.takeUp();
    stored = rows.positions();
  }

  private ConsumerRecords<byte[], byte[]> poll() throws FetchFailure {
    try {
      return consumer.poll(POLL);
    } catch (OffsetOutOfRangeException _) {
      partitions.again();
      stored = rows.positions();
      return ConsumerRecords.empty();
    }
  }

  private void store(ConsumerRecords<byte[], byte[]> records) {
    Messages messages = new Messages(rows.columns());
    records.forEach(message -> fault(messages, message).ifPresent(rows::leftOut));
    try {
      put(messages.batch(), stored.with(next(records)));
    } catch (AppException e) {
      requireRefused(e);
      storeOneByOne(records);
    }
  }

  /** What fits its own batch may not fit what is stored, or that of another message. */
  private void storeOneByOne(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> message : records) {
      Messages one = new Messages(rows.columns());
      if (fault(one, message).isEmpty()) {
        Positions after = stored.with(Map.of(key(message), message.offset() + 1));
        try {
          put(one.batch(), after);
        } catch (AppException e) {
          requireRefused(e);
          rows.leftOut(place(message) + e.getMessage());
        }
      }
    }
    put(new Messages(rows.columns()).batch(), stored.with(next(records)));
  }

  private Map<String, Long> next(ConsumerRecords<byte[], byte[]> records) {
    Map<String, Long> next = new HashMap<>();
    records
        .nextOffsets()
        .forEach((partition, position) -> next.put(partitions.key(partition), position.offset()));
    return next;
  }

  private String key(ConsumerRecord<byte[], byte[]> message) {
    return partitions.key(
        new org.apache.kafka.common.TopicPartition(message.topic(), message.partition()));
  }

  private static void requireRefused(AppException e) {
    if (!e.code().equals(DatasetErrors.ROWS_REFUSED)) {
      throw e;
    }
  }

  /** Waits for a store that is behind or out of order; the brokers stay connected meanwhile. */
  private void put(Batch batch, Positions after) {
    boolean done = false;
    while (!done) {
      try {
        rows.take(batch, stored, after);
        done = true;
      } catch (AppException e) {
        if (e.code().kind() != ErrorKind.TOO_MANY && e.code().kind() != ErrorKind.UNAVAILABLE) {
          throw e;
        }
        pause();
        done = rows.positions().equals(after);
      }
    }
    stored = after;
  }

  private void pause() {
    consumer.pause(consumer.assignment());
    try {
      consumer.poll(POLL);
    } finally {
      consumer.resume(consumer.assignment());
    }
  }

  /** Takes the rows of a message, or says what is wrong with it. */
  static Optional<String> fault(Messages messages, ConsumerRecord<byte[], byte[]> message) {
    byte[] value = message.value();
    Optional<String> fault;
    if (value == null) {
      fault = Optional.of("it has no value");
    } else if (value.length > LARGEST_MESSAGE) {
      fault = Optional.of("it has more than a megabyte");
    } else {
      fault = messages.add(value);
    }
    return fault.map(words -> place(message) + words);
  }

  private static String place(ConsumerRecord<byte[], byte[]> message) {
    return "Partition %d, offset %d: ".formatted(message.partition(), message.offset());
  }
}
