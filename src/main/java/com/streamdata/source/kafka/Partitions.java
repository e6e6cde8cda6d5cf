package com.streamdata.source.kafka;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Positions;
import com.streamdata.source.fetch.Arrivals;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions of a topic are read, and from where: from where the stored rows end. Kafka's own
 * groups are not used, for their offsets are not stored with our rows.
 */
final class Partitions {
  private static final Batch NO_ROWS = new Batch(List.of(), 0, 0, new int[0]);

  private final KafkaSettings settings;
  private final Connection connection;
  private final Consumer<byte[], byte[]> consumer;
  private final Arrivals rows;
  private @Nullable String topicId;

  Partitions(KafkaSettings settings, Connection connection, Arrivals rows) {
    this.settings = settings;
    this.connection = connection;
    this.consumer = connection.consumer();
    this.rows = rows;
  }

  /** The partitions that the topic has now, at least one. */
  static Set<TopicPartition> all(Connection connection, String topic) throws FetchFailure {
    List<PartitionInfo> partitions = connection.consumer().partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new FetchFailure(Stage.PATH, "There is no topic " + topic + ".");
    }
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .collect(Collectors.toSet());
  }

  /** Begins to read the partitions that are not read yet. */
  void takeUp() throws FetchFailure {
    Set<TopicPartition> all = all(connection, settings.topic());
    Set<TopicPartition> fresh = new HashSet<>(all);
    fresh.removeAll(consumer.assignment());
    if (!fresh.isEmpty()) {
      Map<TopicPartition, Long> first = consumer.beginningOffsets(fresh);
      Map<TopicPartition, Long> end = consumer.endOffsets(fresh);
      requireSameTopic();
      Map<TopicPartition, Long> start = start(first, end);
      consumer.assign(all);
      start.forEach(consumer::seek);
    }
    requireSameTopic();
  }

  /** Begins anew, where the stored rows end. */
  void again() throws FetchFailure {
    consumer.unsubscribe();
    takeUp();
  }

  private void requireSameTopic() throws FetchFailure {
    String id = connection.idOf(settings.topic());
    if (topicId == null) {
      topicId = id;
    } else if (!topicId.equals(id)) {
      throw new FetchFailure(Stage.PATH, "The topic was deleted.");
    }
  }

  /** What is read next; stored at once, so that a restart begins at the same message. */
  private Map<TopicPartition, Long> start(
      Map<TopicPartition, Long> first, Map<TopicPartition, Long> end) {
    Positions stored = rows.positions();
    boolean begun =
        stored.offsets().keySet().stream().anyMatch(key -> key.startsWith(settings.topic() + "/"));
    boolean fromEnd = !begun && settings.starting() == Start.LATEST;
    Map<TopicPartition, Long> start = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    for (TopicPartition partition : first.keySet()) {
      long oldest = first.getOrDefault(partition, 0L);
      long newest = end.getOrDefault(partition, oldest);
      Long known = stored.offsets().get(key(partition));
      long next =
          known == null ? fromEnd ? newest : oldest : within(partition, known, oldest, newest);
      start.put(partition, next);
      found.put(key(partition), next);
    }
    Positions now = stored.with(found);
    if (!now.equals(stored)) {
      rows.take(NO_ROWS, stored, now);
    }
    return start;
  }

  private long within(TopicPartition partition, long known, long oldest, long newest) {
    if (known < oldest) {
      rows.leftOut(
          "Partition %d: messages %d to %d were deleted before they were read."
              .formatted(partition.partition(), known, oldest - 1));
      return oldest;
    }
    if (known > newest) {
      rows.leftOut(
          "Partition %d: it ended at %d and ends at %d now; the brokers have lost messages."
              .formatted(partition.partition(), known, newest));
      return newest;
    }
    return known;
  }

  /** A topic that is made anew under the same name is another one. */
  String key(TopicPartition partition) {
    return partition.topic() + "/" + topicId + "/" + partition.partition();
  }
}
