package com.streamdata.source.kafka;

import com.streamdata.config.Secret;
import com.streamdata.error.Checks;
import com.streamdata.http.RecordReader;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Taking;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a source of a topic needs to know. There is no place for a property of Kafka's client.
 *
 * @param brokers at least one {@code host:port}; the others of the cluster are found from there
 * @param start where to begin when nothing was read yet; null for latest
 * @param security null for plaintext
 * @param mechanism null unless there is a user
 */
record KafkaSettings(
    List<String> brokers,
    String topic,
    @Nullable Start start,
    @Nullable Security security,
    @Nullable Mechanism mechanism,
    @Nullable String user,
    @Nullable String password)
    implements SourceSettings {
  private static final int MOST_BROKERS = 20;
  private static final int LONGEST = 1000;
  private static final Pattern BROKER =
      Pattern.compile("(\\[[0-9a-fA-F:.]{2,45}]|[\\p{L}\\p{N}._-]{1,253}):([0-9]{1,5})");

  /** Kafka's own rule. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  KafkaSettings {
    start = start == null ? Start.LATEST : start;
    security = security == null ? Security.PLAINTEXT : security;
    boolean login = security.hasUser();
    new Checks()
        .that(
            !brokers.isEmpty() && brokers.size() <= MOST_BROKERS,
            "brokers",
            "must be 1 to " + MOST_BROKERS)
        .that(
            brokers.stream().allMatch(KafkaSettings::isBroker),
            "brokers",
            "must each be host:port, such as kafka.example.com:9092 or [2001:db8::1]:9092")
        .that(
            TOPIC.matcher(topic).matches() && !topic.equals(".") && !topic.equals(".."),
            "topic",
            "must have 1 to 249 of A-Z a-z 0-9 . _ -")
        .that(login == (mechanism != null), "mechanism", rule(login))
        .that(login == (user != null), "user", rule(login))
        .that(login == (password != null), "password", rule(login))
        .that(isText(user), "user", "must have 1 to 1000 characters that can be printed")
        .that(isText(password), "password", "must have 1 to 1000 characters that can be printed")
        .done();
  }

  private static String rule(boolean login) {
    return login ? "is required with sasl" : "is for sasl_plaintext and sasl_tls only";
  }

  private static boolean isBroker(String broker) {
    var matcher = BROKER.matcher(broker);
    if (!matcher.matches()) {
      return false;
    }
    int port = Integer.parseInt(matcher.group(2));
    return port >= 1 && port <= 65_535;
  }

  private static boolean isText(@Nullable String text) {
    return text == null
        || (!text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().noneMatch(Character::isISOControl));
  }

  /** Reads what stands in a request or in the database. */
  static KafkaSettings read(JsonNode members) {
    return RecordReader.read(members, KafkaSettings.class);
  }

  Start starting() {
    return Objects.requireNonNull(start);
  }

  Security secured() {
    return Objects.requireNonNull(security);
  }

  /** What proves the user to be one; empty without a user. */
  Optional<String> login() {
    return mechanism == null || user == null || password == null
        ? Optional.empty()
        : Optional.of(mechanism.login(user, new Secret(password)));
  }

  /** The host of a broker, without brackets. */
  static String host(String broker) {
    String host = broker.substring(0, broker.lastIndexOf(':'));
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static int port(String broker) {
    return Integer.parseInt(broker.substring(broker.lastIndexOf(':') + 1));
  }

  @Override
  public ObjectNode stored() {
    return json(password);
  }

  @Override
  public ObjectNode shown() {
    return json(password == null ? null : HIDDEN);
  }

  private ObjectNode json(@Nullable String secret) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("brokers");
    brokers.forEach(list::add);
    json.put("topic", topic);
    json.put("start", starting().wireName());
    json.put("security", secured().wireName());
    if (mechanism != null) {
      json.put("mechanism", mechanism.wireName());
      json.put("user", user);
      json.put("password", secret);
    }
    return json;
  }

  @Override
  public KafkaSettings keepingSecretsOf(SourceSettings before) {
    if (!HIDDEN.equals(password)) {
      return this;
    }
    if (!(before instanceof KafkaSettings known) || !tellsNobodyElse(known)) {
      throw Checks.invalid(
          "password", "was given for other brokers or a better secured connection; enter it again");
    }
    return new KafkaSettings(brokers, topic, start, security, mechanism, user, known.password);
  }

  private boolean tellsNobodyElse(KafkaSettings known) {
    boolean asSecure =
        secured().isEncrypted() || (!known.secured().isEncrypted() && mechanism == known.mechanism);
    return known.password != null && known.brokers.containsAll(brokers) && asSecure;
  }

  @Override
  public Optional<Duration> every() {
    return Optional.empty();
  }

  @Override
  public Taking taking() {
    return new Taking.Append(null);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return shown().toString();
  }
}
