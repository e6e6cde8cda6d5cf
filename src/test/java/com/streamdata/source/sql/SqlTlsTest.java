package com.streamdata.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.config.ServerConfig;
import com.streamdata.engine.SqlEngine;
import com.streamdata.http.RecordReader;
import com.streamdata.outbound.Networks;
import com.streamdata.outbound.OutboundConfig;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import com.streamdata.testing.Elsewhere;
import com.streamdata.testing.TestCertificate;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestMariaDb;
import com.streamdata.testing.TestPostgres;
import com.streamdata.testing.WithoutEncryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Encrypted connections to real databases. */
class SqlTlsTest {
  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static TestCertificate authority;

  @SuppressWarnings("NullAway.Init")
  private static TestCertificate good;

  @SuppressWarnings("NullAway.Init")
  private static Path trusted;

  @BeforeAll
  static void makeCertificates() throws IOException {
    authority = TestCertificate.authority();
    good = authority.issue("ip:127.0.0.1");
    trusted = Files.writeString(folder.resolve("trusted.pem"), authority.pem());
  }

  @AfterAll
  static void encryptNoLonger() {
    TestPostgres.encryptWith(null);
  }

  private static void encrypt(SqlEngine engine, TestCertificate certificate) {
    if (engine == SqlEngine.POSTGRESQL) {
      TestPostgres.encryptWith(certificate);
    } else {
      TestMariaDb.encryptWith(certificate);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SqlEngine.class,
      names = {"POSTGRESQL", "MARIADB", "MYSQL"})
  void rowsComeEncryptedFromWhomTheAdministratorTrusts(SqlEngine engine) throws Exception {
    encrypt(engine, good);
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, folder)) {
      String cipher =
          engine == SqlEngine.POSTGRESQL
              ? "SELECT cipher AS value FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
              : "SELECT variable_value AS value FROM information_schema.session_status"
                  + " WHERE variable_name = 'SSL_CIPHER'";

      assertThat(row(settings(elsewhere, cipher), trusted, "127.0.0.0/8")).contains("TLS_");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SqlEngine.class,
      names = {"POSTGRESQL", "MARIADB"})
  void strangersAreRefusedAndItIsSaidWhatToDo(SqlEngine engine) throws Exception {
    encrypt(engine, good);
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, folder)) {
      assertThat(refusal(elsewhere, null))
          .contains("is signed by “CN=test authority”, which this server does not trust")
          .contains("STREAMDATA_TRUSTED_CERTIFICATES");

      encrypt(engine, TestCertificate.of("ip:127.0.0.1"));
      assertThat(refusal(elsewhere, trusted)).contains("is signed by itself");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SqlEngine.class,
      names = {"POSTGRESQL", "MARIADB"})
  void otherNamesAndOldCertificatesAreRefused(SqlEngine engine) throws Exception {
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, folder)) {
      encrypt(engine, authority.issue("dns:db.example.com"));
      assertThat(refusal(elsewhere, trusted)).contains("127.0.0.1, but for db.example.com");

      encrypt(engine, authority.issueExpired("ip:127.0.0.1"));
      assertThat(refusal(elsewhere, trusted)).contains("the certificate of 127.0.0.1 expired on 2");
    }
  }

  @Test
  void aDatabaseWithoutEncryptionIsNotSpokenToWhenThatIsAskedFor() throws Exception {
    TestPostgres.encryptWith(null);
    try (Elsewhere postgres = Elsewhere.fresh(SqlEngine.POSTGRESQL, folder);
        Elsewhere mariaDb = Elsewhere.fresh(SqlEngine.MARIADB, folder);
        WithoutEncryption between = WithoutEncryption.before(TestMariaDb.port())) {
      String stripped = mariaDb.members().replace("" + TestMariaDb.port(), "" + between.port());

      assertThat(refusal(postgres, trusted)).contains("offers no encryption (TLS)");
      assertThat(refusal(settings(stripped, "SELECT 1 AS a"), trusted, "127.0.0.0/8").getMessage())
          .contains("offers no encryption (TLS)");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SqlEngine.class,
      names = {"POSTGRESQL", "MARIADB"})
  void theAddressIsCheckedAlsoWhenItIsEncrypted(SqlEngine engine) throws Exception {
    encrypt(engine, good);
    try (Elsewhere elsewhere = Elsewhere.fresh(engine, folder)) {
      FetchFailure failure = refusal(settings(elsewhere, "SELECT 1 AS a"), trusted, null);

      assertThat(failure.stage()).isEqualTo(Stage.REFUSED);
      assertThat(failure.getMessage()).contains("may not connect to 127.0.0.1");
    }
  }

  @Test
  void aWrongPasswordOverAnEncryptedConnectionIsOne() throws Exception {
    for (SqlEngine engine : List.of(SqlEngine.POSTGRESQL, SqlEngine.MARIADB)) {
      encrypt(engine, good);
      try (Elsewhere elsewhere = Elsewhere.fresh(engine, folder)) {
        for (String password : List.of("another-secret", "")) {
          String members = elsewhere.members().replace(elsewhere.password(), password);
          FetchFailure failure =
              refusal(settings(members, "SELECT 1 AS a"), trusted, "127.0.0.0/8");

          assertThat(failure.stage()).as(failure.getMessage()).isEqualTo(Stage.LOGIN);
          assertThat(failure.getMessage()).doesNotContain("another-secret");
        }
      }
    }
  }

  @Test
  void trinoIsBelievedAsOthersAre() {
    try (TestEndpoint known = trino(good);
        TestEndpoint other = trino(authority.issue("dns:db.example.com"));
        TestEndpoint plain = TestEndpoint.http()) {
      FetchFailure answered = refusal(trino(known), trusted, "127.0.0.0/8");
      FetchFailure stranger = refusal(trino(known), null, "127.0.0.0/8");
      FetchFailure otherName = refusal(trino(other), trusted, "127.0.0.0/8");
      FetchFailure unencrypted = refusal(trino(plain), trusted, "127.0.0.0/8");

      assertThat(answered.getMessage()).contains("no such thing");
      assertThat(List.of(stranger.stage(), otherName.stage(), unencrypted.stage()))
          .as(unencrypted.getMessage())
          .containsOnly(Stage.TLS);
      assertThat(stranger.getMessage()).contains("STREAMDATA_TRUSTED_CERTIFICATES");
      assertThat(otherName.getMessage()).contains("but for db.example.com");
      assertThat(known.requests()).hasSize(1);
      assertThat(other.requests()).isEmpty();
    }
  }

  private static TestEndpoint trino(TestCertificate certificate) {
    return TestEndpoint.https(certificate)
        .json(
            "/v1/statement",
            """
            {"id": "1", "infoUri": "https://127.0.0.1/", "stats": {"state": "FAILED", "queued": false,
             "scheduled": false, "nodes": 0, "totalSplits": 0, "queuedSplits": 0, "runningSplits": 0,
             "completedSplits": 0, "cpuTimeMillis": 0, "wallTimeMillis": 0, "queuedTimeMillis": 0,
             "elapsedTimeMillis": 0, "processedRows": 0, "processedBytes": 0, "peakMemoryBytes": 0},
             "error": {"message": "no such thing", "errorCode": 1, "errorName": "X", "errorType": "USER_ERROR"}}
            """);
  }

  private static SqlSettings trino(TestEndpoint endpoint) {
    return settings(
        """
        "engine": "trino", "host": "127.0.0.1", "port": %d, "database": "lake", "user": "u", "password": "p"
        """
            .formatted(endpoint.port()),
        "SELECT 1 AS a");
  }

  private static SqlSettings settings(Elsewhere elsewhere, String statement) {
    return settings(elsewhere.members(), statement);
  }

  private static SqlSettings settings(String members, String statement) {
    String json = "{" + members + ", \"tls\": true, \"statement\": \"" + statement + "\"}";
    return SqlSettings.read(RecordReader.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String refusal(Elsewhere elsewhere, @Nullable Path trusted) throws SQLException {
    elsewhere.execute("SELECT 1");
    FetchFailure failure = refusal(settings(elsewhere, "SELECT 1 AS a"), trusted, "127.0.0.0/8");
    assertThat(failure.stage()).as(failure.getMessage()).isEqualTo(Stage.TLS);
    return failure.getMessage();
  }

  private static FetchFailure refusal(
      SqlSettings settings, @Nullable Path trusted, @Nullable String allowed) {
    try {
      throw new AssertionError("Fetched: " + row(settings, trusted, allowed));
    } catch (FetchFailure e) {
      return e;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String row(SqlSettings settings, @Nullable Path trusted, @Nullable String allowed)
      throws FetchFailure, InterruptedException {
    SqlConnections connections =
        new SqlConnections(
            new Networks(new OutboundConfig(allowed, null)),
            new Trust(new OutboundConfig(null, trusted)),
            new SqlConfig(null),
            new ServerConfig(0, null, folder, null, false));
    try {
      return connections.with(
          settings,
          connection -> {
            try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + settings.from())) {
              result.next();
              return String.valueOf(result.getString(1));
            }
          });
    } finally {
      connections.close();
    }
  }
}
