package com.streamdata.identity;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import com.streamdata.http.SlowRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords: Argon2id with m=19456 KiB, t=2, p=1 (OWASP), kept as a PHC string.
 *
 * <p>A hash costs some 30 ms of a core on purpose, so they are made by few threads behind a short
 * queue: a flood of wrong passwords waits here and not in front of everything else.
 */
@Component
public final class Passwords implements AutoCloseable {
  private static final ErrorCode BUSY =
      new ErrorCode("password.busy", ErrorKind.TOO_MANY, "Too many passwords at once");
  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
  private static final int MEMORY_KIB = 19456;
  private static final int ITERATIONS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int QUEUE = 16;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor pool;

  public Passwords() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("password-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * A fresh hash.
   *
   * @throws AppException too-many, when the queue is full
   */
  public String hash(String password) {
    return onPool(() -> {
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      byte[] hash = argon2(password, salt, MEMORY_KIB, ITERATIONS, 1, HASH_BYTES);
      Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
      return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
          .formatted(
              MEMORY_KIB, ITERATIONS, base64.encodeToString(salt), base64.encodeToString(hash));
    });
  }

  /**
   * Whether this is the password of that hash.
   *
   * @throws AppException too-many, when the queue is full
   */
  public boolean matches(String password, String phc) {
    Matcher form = PHC.matcher(phc);
    if (!form.matches()) {
      throw new IllegalStateException("Not an Argon2id hash");
    }
    return onPool(() -> {
      byte[] expected = Base64.getDecoder().decode(form.group(5));
      byte[] given =
          argon2(
              password,
              Base64.getDecoder().decode(form.group(4)),
              Integer.parseInt(form.group(1)),
              Integer.parseInt(form.group(2)),
              Integer.parseInt(form.group(3)),
              expected.length);
      return MessageDigest.isEqual(expected, given);
    });
  }

  private static byte[] argon2(
      String password, byte[] salt, int memoryKib, int iterations, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private <T> T onPool(Callable<T> work) {
    Future<T> result;
    try {
      result = pool.submit(work);
    } catch (RejectedExecutionException _) {
      throw SlowRefusal.of(AppException.tooMany(BUSY, "Try again in a second.", RETRY_AFTER));
    }
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw AppException.tooMany(BUSY, "Try again in a second.", RETRY_AFTER);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
