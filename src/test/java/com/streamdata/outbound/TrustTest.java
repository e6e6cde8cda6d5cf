package com.streamdata.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.streamdata.error.AppException;
import com.streamdata.testing.TestCertificate;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificates are believed. */
class TrustTest {
  private static final Networks LOOPBACK = new Networks(new OutboundConfig("127.0.0.0/8", null));

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static TestCertificate authority;

  @SuppressWarnings("NullAway.Init")
  private static Path trusted;

  @BeforeAll
  static void makeAuthority() throws IOException {
    authority = TestCertificate.authority();
    trusted = Files.writeString(folder.resolve("trusted.pem"), authority.pem());
  }

  @Test
  void whatTheAdministratorTrustsIsConnectedTo() throws Exception {
    try (TestEndpoint endpoint = serving(authority.issue("ip:127.0.0.1"))) {
      try (HttpAnswer answer = fetch(endpoint, trusted)) {
        assertThat(answer.status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aCertificateItselfCanBeTrusted() throws Exception {
    TestCertificate own = TestCertificate.of("ip:127.0.0.1");
    Path file = Files.writeString(folder.resolve("own.pem"), own.pem() + authority.pem());
    try (TestEndpoint endpoint = serving(own)) {
      fetch(endpoint, file).close();

      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void strangersAreRefusedAndItIsSaidWhatToDo() {
    String signed = refusal(authority.issue("ip:127.0.0.1"), null);
    String alone = refusal(TestCertificate.of("ip:127.0.0.1"), trusted);

    assertThat(signed)
        .contains("is signed by “CN=test authority”, which this server does not trust")
        .contains("STREAMDATA_TRUSTED_CERTIFICATES");
    assertThat(alone).contains("the certificate of 127.0.0.1 is signed by itself");
  }

  @Test
  void otherNamesAreRefusedAndNamed() {
    assertThat(refusal(authority.issue("dns:db.example.com"), trusted))
        .contains("the certificate is not for 127.0.0.1, but for db.example.com");
  }

  @Test
  void whatHasExpiredIsRefusedWithItsDay() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(10);

    assertThat(refusal(authority.issueExpired("ip:127.0.0.1"), trusted))
        .contains("the certificate of 127.0.0.1 expired on " + day);
  }

  @Test
  void plainServersAreToldApart() {
    try (TestEndpoint endpoint =
        TestEndpoint.http().on("/", (_, out) -> out.write("HTTP/1.1 400 No\r\n\r\n".getBytes()))) {
      assertThat(refusal(endpoint, null)).contains("speak without encryption");
    }
  }

  @Test
  void theHostIsCheckedBeforeItsCertificate() {
    try (TestEndpoint endpoint = serving(authority.issue("ip:127.0.0.1"))) {
      HttpFetch strict =
          new HttpFetch(
              new Networks(new OutboundConfig(null, null)),
              new Trust(new OutboundConfig(null, trusted)),
              TestFolders.temporary());

      HttpFailure failure =
          catchThrowableOfType(
              HttpFailure.class, () -> strict.fetch(ask(endpoint), HttpLimits.USUAL));

      assertThat(failure.stage()).isEqualTo(HttpStage.REFUSED);
      assertThat(endpoint.connections()).isZero();
    }
  }

  @Test
  void filesWithoutCertificatesAreRefusedAtTheStart() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
    Path broken =
        Files.writeString(
            folder.resolve("broken.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Path key = Files.writeString(folder.resolve("key.pem"), authority.pem() + authority.keyPem());

    assertRefused(folder.resolve("missing.pem"), "can be read");
    assertRefused(folder, "can be read");
    assertRefused(text, "-----BEGIN CERTIFICATE-----");
    assertRefused(broken, "-----BEGIN CERTIFICATE-----");
    assertRefused(key, "has a PRIVATE KEY");
  }

  private static void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> new OutboundConfig(null, file))
        .isInstanceOfSatisfying(
            AppException.class,
            e -> {
              assertThat(e.details().getFirst().field())
                  .isEqualTo("STREAMDATA_TRUSTED_CERTIFICATES");
              assertThat(e.details().getFirst().message())
                  .contains(words)
                  .contains(file.toString());
            });
  }

  private static TestEndpoint serving(TestCertificate certificate) {
    return TestEndpoint.https(certificate).json("/", "[]");
  }

  private static String refusal(TestCertificate certificate, @Nullable Path trusted) {
    try (TestEndpoint endpoint = serving(certificate)) {
      String message = refusal(endpoint, trusted);
      assertThat(endpoint.requests()).isEmpty();
      return message;
    }
  }

  private static String refusal(TestEndpoint endpoint, @Nullable Path trusted) {
    HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> fetch(endpoint, trusted));
    assertThat(failure.stage()).isEqualTo(HttpStage.TLS);
    return String.valueOf(failure.getMessage());
  }

  private static HttpAnswer fetch(TestEndpoint endpoint, @Nullable Path trusted) throws Exception {
    Trust trust = new Trust(new OutboundConfig(null, trusted));
    return new HttpFetch(LOOPBACK, trust, TestFolders.temporary())
        .fetch(ask(endpoint), HttpLimits.USUAL);
  }

  private static HttpAsk ask(TestEndpoint endpoint) throws RefusedAddress {
    return HttpAsk.get(WebAddress.of(endpoint.url("/").replace("http:", "https:")), Map.of());
  }
}
