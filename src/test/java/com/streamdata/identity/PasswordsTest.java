package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.error.AppException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @AfterEach
  void close() {
    passwords.close();
  }

  @Test
  void hashIsArgon2idAsRecommendedWithASaltOfItsOwn() {
    String hash = passwords.hash("correct horse");

    assertThat(hash)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
  }

  @Test
  void onlyTheSamePasswordMatches() {
    String hash = passwords.hash("pässwörd 😀");

    assertThat(passwords.matches("pässwörd 😀", hash)).isTrue();
    assertThat(passwords.matches("pässwörd", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  /**
   * Made by the reference implementation's command line: argon2 somesalt -id -t 2 -k 65536 -p 1.
   */
  @Test
  void hashesOfOthersAreUnderstood() {
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(passwords.matches("password", hash)).isTrue();
    assertThat(passwords.matches("passwore", hash)).isFalse();
  }

  @Test
  void whatIsNoHashIsAFaultOfOurs() {
    assertThatThrownBy(() -> passwords.matches("x", "plain"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tooManyAtOnceAreTurnedAway() {
    List<Future<String>> asked;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      asked =
          IntStream.range(0, 200).mapToObj(_ -> threads.submit(() -> passwords.hash("x"))).toList();
    }

    List<Throwable> refusals =
        asked.stream()
            .filter(job -> job.state() == Future.State.FAILED)
            .map(Future::exceptionNow)
            .toList();
    assertThat(refusals).isNotEmpty().hasSizeLessThan(200);
    assertThat(refusals)
        .allSatisfy(refusal -> {
          assertThat(refusal).isInstanceOf(AppException.class);
          assertThat(((AppException) refusal).retryAfter()).isNotNull();
        });
  }
}
