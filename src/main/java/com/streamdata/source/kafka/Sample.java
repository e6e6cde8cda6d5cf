package com.streamdata.source.kafka;

import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.push.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The newest messages of a topic, for somebody who tries it out. */
final class Sample {
  private static final int MOST = 50;
  private static final int MOST_REMARKS = 20;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();

  private Sample() {}

  static Fetched read(Connection connection, String topic, RowSink rows) throws FetchFailure {
    Consumer<byte[], byte[]> consumer = connection.consumer();
    Set<TopicPartition> partitions = Partitions.all(connection, topic);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    end.forEach((partition, newest) ->
        consumer.seek(partition, Math.max(first.getOrDefault(partition, 0L), newest - MOST)));
    Messages messages = new Messages(List.of());
    List<String> remarks = new ArrayList<>();
    long began = System.nanoTime();
    while (messages.rowCount() < MOST
        && System.nanoTime() - began < PATIENCE_NANOS
        && !isRead(consumer, end)) {
      consumer
          .poll(POLL)
          .forEach(message -> TopicReading.fault(messages, message).ifPresent(remarks::add));
      connection.require(POLL);
    }
    rows.take(messages.batch());
    return new Fetched(false, Map.of(), remarks.stream().limit(MOST_REMARKS).toList());
  }

  private static boolean isRead(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end) {
    return end.entrySet().stream()
        .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
  }
}
