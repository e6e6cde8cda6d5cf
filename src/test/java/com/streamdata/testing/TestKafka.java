package com.streamdata.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One real broker on loopback for all tests of a run, in a process of its own that is started by
 * the first that needs it and ends with the JVM.
 */
public final class TestKafka {
  public static final String PASSWORD = "correct-horse";

  private static @Nullable TestKafka shared;

  private final Path folder;
  private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
  private final TestCertificate authority = TestCertificate.authority();
  private Process process;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Where clients may connect. */
  public enum Listener {
    PLAIN("PLAINTEXT"),
    /** Wants a user and a password: reader and {@link #PASSWORD}. */
    USER("SASL_PLAINTEXT"),
    /** Sends clients on to 10.1.2.3. */
    ASTRAY("PLAINTEXT"),
    TLS("SSL"),
    /** The same user. */
    USERTLS("SASL_SSL"),
    /** Its certificate is signed by itself. */
    STRANGER("SSL"),
    /** Its certificate is for db.example.com. */
    OTHERNAME("SSL"),
    /** Its certificate has expired. */
    EXPIRED("SSL");

    private final String protocol;

    Listener(String protocol) {
      this.protocol = protocol;
    }

    private boolean isEncrypted() {
      return protocol.endsWith("SSL");
    }

    private TestCertificate certificate(TestCertificate authority) {
      return switch (this) {
        case STRANGER -> TestCertificate.of("ip:127.0.0.1");
        case OTHERNAME -> authority.issue("dns:db.example.com");
        case EXPIRED -> authority.issueExpired("ip:127.0.0.1");
        case PLAIN, USER, ASTRAY, TLS, USERTLS -> authority.issue("ip:127.0.0.1");
      };
    }
  }

  private TestKafka(Path folder) throws IOException {
    this.folder = folder;
    for (Listener listener : Listener.values()) {
      ports.put(listener, freePort());
    }
    Files.writeString(folder.resolve("server.properties"), properties(freePort()));
    Files.writeString(folder.resolve("logback.xml"), "<configuration/>");
    Files.writeString(trusted(), authority.pem());
    this.process = launch();
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers", address(), "metric.reporters", "", "max.request.size", 4_000_000);
    this.admin = Admin.create(client);
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The one of this run. */
  public static synchronized TestKafka shared() {
    if (shared == null) {
      try {
        TestKafka started = new TestKafka(Files.createTempDirectory("streamdata-kafka"));
        Runtime.getRuntime().addShutdownHook(new Thread(started::end));
        started.awaitStart();
        shared = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  private void awaitStart() {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> process.isAlive() && !admin.describeCluster().nodes().get().isEmpty());
  }

  private String properties(int controller) throws IOException {
    String properties =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%1$d
        listeners=CONTROLLER://127.0.0.1:%1$d,%2$s
        advertised.listeners=%3$s
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,%4$s
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAIN
        sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256
        log.dirs=%5$s
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        num.network.threads=1
        num.io.threads=2
        message.max.bytes=4000000
        """
            .formatted(
                controller,
                each(listener -> listener + "://127.0.0.1:" + ports.get(listener)),
                each(listener ->
                    listener
                        + (listener == Listener.ASTRAY ? "://10.1.2.3:" : "://127.0.0.1:")
                        + ports.get(listener)),
                each(listener -> listener + ":" + listener.protocol),
                folder.resolve("log"));
    return properties + users(Listener.USER) + users(Listener.USERTLS) + certificates();
  }

  private static String each(Function<Listener, String> text) {
    return Arrays.stream(Listener.values()).map(text).collect(Collectors.joining(","));
  }

  private static String users(Listener listener) {
    return """
    listener.name.%1$s.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_reader="%2$s";
    listener.name.%1$s.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
    """
        .formatted(name(listener), PASSWORD);
  }

  private String certificates() throws IOException {
    StringBuilder properties = new StringBuilder();
    for (Listener listener : Listener.values()) {
      if (listener.isEncrypted()) {
        TestCertificate certificate = listener.certificate(authority);
        Path file = folder.resolve(name(listener) + ".pem");
        Files.writeString(file, certificate.keyPem() + certificate.pem());
        properties.append(
            """
            listener.name.%1$s.ssl.keystore.type=PEM
            listener.name.%1$s.ssl.keystore.location=%2$s
            """
                .formatted(name(listener), file));
      }
    }
    return properties.toString();
  }

  private static String name(Listener listener) {
    return listener.name().toLowerCase(Locale.ROOT);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
            "-cp",
            System.getProperty("java.class.path"),
            KafkaBroker.class.getName(),
            folder.toString())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** As in the settings of a source. */
  public String address() {
    return address(Listener.PLAIN);
  }

  /** As in the settings of a source. */
  public String address(Listener listener) {
    return "127.0.0.1:" + ports.get(listener);
  }

  /** The certificate of who signs those of the listeners. */
  public Path trusted() {
    return folder.resolve("trusted.pem");
  }

  public void create(String topic, int partitions) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
  }

  public void delete(String topic) throws Exception {
    admin.deleteTopics(Set.of(topic)).all().get();
    await().ignoreExceptions().until(() -> !admin.listTopics().names().get().contains(topic));
  }

  public void widen(String topic, int partitions) throws Exception {
    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all().get();
  }

  /** Sends without waiting; {@link #flush} waits. */
  public void send(String topic, int partition, byte @Nullable [] message) {
    var unused = producer.send(new ProducerRecord<>(topic, partition, null, message));
  }

  public void send(String topic, int partition, String message) {
    send(topic, partition, message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Waits until everything sent is there. */
  public void flush() throws ExecutionException, InterruptedException {
    producer.flush();
  }

  /** SIGKILL, and waits for the end. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** Starts again with what was there. */
  public void restart() throws IOException {
    process = launch();
    awaitStart();
  }

  private void end() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
