package com.streamdata.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A real broker on loopback in a process of its own. Besides its plain listener it has one for
 * users, and one that tells clients to go to an address where they may not.
 */
public final class TestKafka implements AutoCloseable {
  public static final String PASSWORD = "correct-horse";

  private final Path folder;
  private final int port;
  private final int userPort;
  private final int wrongPort;
  private Process process;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  private TestKafka(Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    this.userPort = freePort();
    this.wrongPort = freePort();
    Files.writeString(folder.resolve("server.properties"), properties(freePort()));
    Files.writeString(folder.resolve("logback.xml"), "<configuration/>");
    this.process = launch();
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers", address(), "metric.reporters", "", "max.request.size", 4_000_000);
    this.admin = Admin.create(client);
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Starts in an empty folder and waits until it answers. */
  public static TestKafka startIn(Path folder) throws IOException {
    TestKafka kafka = new TestKafka(folder);
    kafka.awaitStart();
    return kafka;
  }

  private void awaitStart() {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> process.isAlive() && !admin.describeCluster().nodes().get().isEmpty());
  }

  private String properties(int controller) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.bootstrap.servers=127.0.0.1:%1$d
    listeners=CONTROLLER://127.0.0.1:%1$d,PLAIN://127.0.0.1:%2$d,USER://127.0.0.1:%3$d,WRONG://127.0.0.1:%4$d
    advertised.listeners=PLAIN://127.0.0.1:%2$d,USER://127.0.0.1:%3$d,WRONG://10.1.2.3:%4$d
    listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAIN:PLAINTEXT,USER:SASL_PLAINTEXT,WRONG:PLAINTEXT
    controller.listener.names=CONTROLLER
    inter.broker.listener.name=PLAIN
    sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256
    listener.name.user.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_reader="%5$s";
    listener.name.user.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
    log.dirs=%6$s
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    num.network.threads=1
    num.io.threads=2
    message.max.bytes=4000000
    """
        .formatted(controller, port, userPort, wrongPort, PASSWORD, folder.resolve("log"));
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
    return "127.0.0.1:" + port;
  }

  /** Where a user and a password are wanted: reader and {@link #PASSWORD}. */
  public String addressForUsers() {
    return "127.0.0.1:" + userPort;
  }

  /** Sends clients on to 10.1.2.3. */
  public String addressThatLeadsAstray() {
    return "127.0.0.1:" + wrongPort;
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

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
