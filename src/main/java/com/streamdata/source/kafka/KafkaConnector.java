package com.streamdata.source.kafka;

import com.streamdata.outbound.Networks;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.Arrivals;
import com.streamdata.source.fetch.Fetch;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Listening;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads topics of Kafka. */
@Component
final class KafkaConnector implements Listening<KafkaSettings> {
  private final Networks networks;
  private final Trust trust;

  KafkaConnector(Networks networks, Trust trust) {
    this.networks = networks;
    this.trust = trust;
  }

  @Override
  public String kind() {
    return "kafka";
  }

  @Override
  public KafkaSettings read(JsonNode members) {
    return KafkaSettings.read(members);
  }

  @Override
  public Fetch fetch(KafkaSettings settings) {
    return (_, rows) ->
        connected(settings, connection -> Sample.read(connection, settings.topic(), rows));
  }

  @Override
  public void listen(KafkaSettings settings, Arrivals rows)
      throws FetchFailure, InterruptedException {
    connected(
        settings,
        connection -> {
          new TopicReading(settings, connection, rows).run();
          return connection;
        });
  }

  /** What is done with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws FetchFailure;
  }

  private <T> T connected(KafkaSettings settings, Work<T> work)
      throws FetchFailure, InterruptedException {
    try (Connection connection = Connection.open(settings, networks, trust)) {
      return with(connection, work);
    } catch (InterruptException e) {
      throw stopped(e);
    } catch (KafkaException e) {
      throw Failures.of(e);
    }
  }

  private static <T> T with(Connection connection, Work<T> work) throws FetchFailure {
    try {
      return work.with(connection);
    } catch (TimeoutException _) {
      throw connection.silence();
    }
  }

  private static InterruptedException stopped(InterruptException e) {
    InterruptedException stopped = new InterruptedException(e.getMessage());
    stopped.initCause(e);
    return stopped;
  }
}
