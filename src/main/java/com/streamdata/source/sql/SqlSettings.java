package com.streamdata.source.sql;

import com.streamdata.config.Secret;
import com.streamdata.engine.SqlEngine;
import com.streamdata.error.Checks;
import com.streamdata.http.RecordReader;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Taking;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a source of another database needs to know. There is no place for a JDBC URL or a property
 * of a driver, and nothing in these fields becomes one.
 *
 * @param host null for SQLite only
 * @param port null for the engine's usual one
 * @param database of Trino the catalog, and of SQLite the file, as seen from the folder that the
 *     administrator allows
 * @param user null for SQLite only
 * @param tls whether the connection is encrypted, and the server's certificate and name checked
 * @param table what is read, unless there is a statement
 * @param statement a SELECT whose rows are read instead of a table
 * @param refreshSeconds how long an answer is good; of copied rows {@code materialiseSeconds} says
 * @param materialiseSeconds how often all rows are copied; null to ask the database each time
 */
public record SqlSettings(
    SqlEngine engine,
    @Nullable String host,
    @Nullable Integer port,
    String database,
    @Nullable String user,
    @Nullable String password,
    @Nullable Boolean tls,
    @Nullable String table,
    @Nullable String statement,
    @Nullable Integer refreshSeconds,
    @Nullable Integer materialiseSeconds)
    implements SourceSettings {
  private static final int USUAL_SECONDS = 60;
  private static final int MOST_SECONDS = 86_400;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PASSWORD = 1_000;

  /** Of a name or an address; a driver would take a comma for a second host. */
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._-]{0,252})|\\[[0-9a-fA-F:.]{2,45}]");

  private static final Pattern FILE =
      Pattern.compile(
          "[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]*(?:/[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]*)*");

  private static final Pattern CATALOG = Pattern.compile("[\\w-]+(?:/[\\w-]+)?");

  public SqlSettings {
    boolean file = engine == SqlEngine.SQLITE;
    Checks checks =
        new Checks()
            .that(
                (table == null) != (statement == null),
                "table",
                "must be given, or else a statement, but not both")
            .that(
                port == null || (port >= 1 && port <= 65_535 && !file),
                "port",
                file ? "is not for SQLite" : "must be 1 to 65535")
            .that(
                isNullOr(password, LONGEST_PASSWORD), "password", "has characters it cannot have");
    if (file) {
      checks
          .that(host == null, "host", "is not for SQLite")
          .that(user == null, "user", "is not for SQLite")
          .that(password == null, "password", "is not for SQLite")
          .that(tls == null || !tls, "tls", "is not for SQLite")
          .that(
              database.length() <= LONGEST_NAME && FILE.matcher(database).matches(),
              "database",
              "must be a file's name, such as shop.db or year/shop.db");
    } else {
      checks
          .that(
              host != null && HOST.matcher(host).matches(),
              "host",
              "must be a host's name or address, such as db.example.com, 192.0.2.1 or [2001:db8::1]")
          .that(isName(user), "user", "must have 1 to 200 characters")
          .that(
              isName(database)
                  && (engine != SqlEngine.TRINO || CATALOG.matcher(database).matches()),
              "database",
              engine == SqlEngine.TRINO
                  ? "must be a catalog, or a catalog and schema such as lake/sales"
                  : "must have 1 to 200 characters");
    }
    int least = engine == SqlEngine.TRINO ? 30 : 5;
    checks
        .that(
            engine != SqlEngine.TRINO || password == null || (tls != null && tls),
            "tls",
            "must be true: Trino takes passwords over encrypted connections only")
        .that(isSeconds(refreshSeconds, least), "refresh_seconds", "must be " + least + " to 86400")
        .that(
            isSeconds(materialiseSeconds, least),
            "materialise_seconds",
            "must be " + least + " to 86400");
    checks.done();
    if (table != null) {
      TableName.parse(table);
    } else {
      new OwnStatement(Objects.requireNonNull(statement), engine);
    }
  }

  private static boolean isSeconds(@Nullable Integer seconds, int least) {
    return seconds == null || (seconds >= least && seconds <= MOST_SECONDS);
  }

  private static boolean isName(@Nullable String name) {
    return name != null && !name.isBlank() && isNullOr(name, LONGEST_NAME);
  }

  private static boolean isNullOr(@Nullable String text, int longest) {
    return text == null
        || (text.length() <= longest && text.chars().noneMatch(Character::isISOControl));
  }

  /** Reads what stands in a request or in the database. */
  static SqlSettings read(JsonNode members) {
    return RecordReader.read(members, SqlSettings.class);
  }

  /** Whether rows are asked for where they are. */
  public boolean isLive() {
    return materialiseSeconds == null;
  }

  /** What is read, as it stands behind FROM. */
  public String from() {
    return table != null
        ? TableName.parse(table).sql(engine)
        : "(\n" + new OwnStatement(Objects.requireNonNull(statement), engine).sql() + "\n) o";
  }

  /** What to connect to, and as whom. */
  Server server() {
    return new Server(
        engine,
        host == null ? "" : host,
        port == null ? usualPort() : port,
        database,
        user == null ? "" : user,
        new Secret(password == null ? "" : password),
        isEncrypted());
  }

  /** What to connect to, and as whom. */
  record Server(
      SqlEngine engine,
      String host,
      int port,
      String database,
      String user,
      Secret password,
      boolean tls) {}

  private boolean isEncrypted() {
    return tls != null && tls;
  }

  private int usualPort() {
    return switch (engine) {
      case POSTGRESQL -> 5432;
      case MYSQL, MARIADB -> 3306;
      case TRINO -> isEncrypted() ? 443 : 8080;
      case SQLITE -> 0;
    };
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
    json.put("engine", engine.wireName());
    if (engine != SqlEngine.SQLITE) {
      json.put("host", host);
      json.put("port", server().port());
    }
    json.put("database", database);
    if (engine != SqlEngine.SQLITE) {
      json.put("user", user);
      json.put("password", secret);
      json.put("tls", isEncrypted());
    }
    put(json, "table", table);
    put(json, "statement", statement);
    json.put("refresh_seconds", refreshSeconds == null ? USUAL_SECONDS : refreshSeconds);
    if (materialiseSeconds != null) {
      json.put("materialise_seconds", materialiseSeconds);
    }
    return json;
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  @Override
  public SqlSettings keepingSecretsOf(SourceSettings before) {
    if (!HIDDEN.equals(password)) {
      return this;
    }
    if (!(before instanceof SqlSettings known) || !asksTheSame(known)) {
      throw Checks.invalid(
          "password",
          "was given for another server, or for an encrypted connection; enter it again");
    }
    return new SqlSettings(
        engine,
        host,
        port,
        database,
        user,
        known.password,
        tls,
        table,
        statement,
        refreshSeconds,
        materialiseSeconds);
  }

  private boolean asksTheSame(SqlSettings known) {
    return engine == known.engine
        && Objects.equals(host, known.host)
        && server().port() == known.server().port()
        && Objects.equals(user, known.user)
        && (isEncrypted() || !known.isEncrypted());
  }

  @Override
  public Optional<Duration> every() {
    Integer seconds = materialiseSeconds == null ? refreshSeconds : materialiseSeconds;
    return Optional.of(Duration.ofSeconds(seconds == null ? USUAL_SECONDS : seconds));
  }

  @Override
  public Taking taking() {
    return isLive() ? new Taking.Columns() : new Taking.Replace();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return shown().toString();
  }
}
