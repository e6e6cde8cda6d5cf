package com.streamdata.source.kafka;

import com.streamdata.outbound.Networks;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.internals.ConsumerDelegateCreator;
import org.apache.kafka.clients.consumer.internals.ConsumerMetadata;
import org.apache.kafka.clients.consumer.internals.ConsumerUtils;
import org.apache.kafka.clients.consumer.internals.SubscriptionState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.internals.ClusterResourceListeners;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * A client of a cluster that connects only to where the server may.
 *
 * <p>{@code KafkaConsumer} has no place to put a resolver of names, so its parts are put together
 * here, as it does itself; they are public but internal, and may change with a new version.
 */
final class Connection implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final long METADATA_MILLIS = 10_000;

  private final CheckedHosts hosts;
  private final boolean encrypted;
  private final ConsumerMetadata metadata;
  private final Metrics metrics;
  private final Consumer<byte[], byte[]> consumer;

  private Connection(
      CheckedHosts hosts,
      boolean encrypted,
      ConsumerMetadata metadata,
      Metrics metrics,
      Consumer<byte[], byte[]> consumer) {
    this.hosts = hosts;
    this.encrypted = encrypted;
    this.metadata = metadata;
    this.metrics = metrics;
    this.consumer = consumer;
  }

  /** Fails if no broker can be talked to. */
  static Connection open(KafkaSettings settings, Networks networks, Trust trust)
      throws FetchFailure {
    new FirstBroker(networks, trust).require(settings);
    try {
      return open(settings, new CheckedHosts(networks), trust);
    } catch (KafkaException e) {
      throw Failures.of(e);
    }
  }

  private static Connection open(KafkaSettings settings, CheckedHosts hosts, Trust trust) {
    ConsumerConfig config = new ConsumerConfig(properties(settings, trust));
    LogContext log = new LogContext();
    SubscriptionState subscriptions = ConsumerUtils.createSubscriptionState(config, log);
    ConsumerMetadata metadata =
        new ConsumerMetadata(config, subscriptions, log, new ClusterResourceListeners());
    metadata.bootstrap(addresses(settings.brokers()));
    Metrics metrics = new Metrics();
    var client =
        ClientUtils.createNetworkClient(
            config,
            "streamdata",
            metrics,
            ConsumerUtils.CONSUMER_METRIC_GROUP_PREFIX,
            log,
            new ApiVersions(),
            Time.SYSTEM,
            ConsumerUtils.CONSUMER_MAX_INFLIGHT_REQUESTS_PER_CONNECTION,
            config.getInt(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG),
            metadata,
            null,
            hosts,
            null,
            null);
    Consumer<byte[], byte[]> consumer =
        new ConsumerDelegateCreator()
            .create(
                log,
                Time.SYSTEM,
                config,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                client,
                subscriptions,
                metadata,
                List.of());
    return new Connection(hosts, settings.secured().isEncrypted(), metadata, metrics, consumer);
  }

  private static List<InetSocketAddress> addresses(List<String> brokers) {
    return brokers.stream()
        .map(broker ->
            InetSocketAddress.createUnresolved(
                KafkaSettings.host(broker), KafkaSettings.port(broker)))
        .toList();
  }

  private static Map<String, Object> properties(KafkaSettings settings, Trust trust) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", String.join(",", settings.brokers()));
    properties.put("client.id", "streamdata");
    properties.put("key.deserializer", ByteArrayDeserializer.class);
    properties.put("value.deserializer", ByteArrayDeserializer.class);
    properties.put("group.protocol", "classic");
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "none");
    properties.put("isolation.level", "read_committed");
    properties.put("allow.auto.create.topics", false);
    properties.put("metric.reporters", List.of());
    properties.put("enable.metrics.push", false);
    properties.put("metadata.max.age.ms", METADATA_MILLIS);
    properties.put("max.poll.records", 10_000);
    properties.put("fetch.max.bytes", 8 << 20);
    properties.put("max.partition.fetch.bytes", 1 << 20);
    properties.put("default.api.timeout.ms", 10_000);
    properties.put("request.timeout.ms", 10_000);
    properties.put("reconnect.backoff.max.ms", 5_000L);
    properties.put("security.protocol", settings.secured().protocol());
    properties.put("ssl.engine.factory.class", TrustedEngines.class);
    properties.put(TrustedEngines.TRUST, trust);
    settings.login().ifPresent(login -> properties.put("sasl.jaas.config", login));
    if (settings.mechanism() != null) {
      properties.put("sasl.mechanism", settings.mechanism().sasl());
    }
    return properties;
  }

  Consumer<byte[], byte[]> consumer() {
    return consumer;
  }

  /** What the cluster calls this topic, whatever others had that name before; not all tell. */
  String idOf(String topic) {
    return String.valueOf(metadata.topicIds().get(topic));
  }

  /** Fails if the cluster is lost or has led somewhere else; the client itself tries for ever. */
  void require(Duration patience) throws FetchFailure {
    hosts.requireNoneRefused();
    long silent = System.currentTimeMillis() - metadata.lastSuccessfulUpdate();
    if (silent > METADATA_MILLIS + patience.toMillis()) {
      throw new FetchFailure(
          Stage.CONNECTION, "No broker has answered for " + silent / 1000 + " seconds.");
    }
  }

  /** Why the client found nothing in time. */
  FetchFailure silence() throws FetchFailure {
    hosts.requireNoneRefused();
    return new FetchFailure(
        Stage.CONNECTION,
        encrypted
            ? "No broker answers at these addresses."
            : "No broker answers at these addresses; they may expect encryption (TLS).");
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try (metrics) {
      consumer.close(CloseOptions.timeout(CLOSING));
    } catch (KafkaException e) {
      // It is gone either way, and why was said before.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
