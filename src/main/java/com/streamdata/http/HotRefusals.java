package com.streamdata.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.db.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Remembers who was told to wait at which address: until then the same client is told the same
 * again, whatever it sends there. Lets nobody in, so all that a mistake here could do is to refuse.
 */
final class HotRefusals {
  static final String OFFER = HotRefusals.class.getName() + ".offer";
  private static final int TOO_MANY = 429;
  private static final int MOST = 10_000;

  /** What it says is no older than this: how many minutes to wait. */
  private static final Duration LASTS = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;
  private final Counter given;
  private final Cache<Door, Refusal> refusals =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LASTS).build();

  HotRefusals(Database database, InstantSource clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.given = metrics.counter("http.server.hot.refusals");
  }

  private record Door(String path, Client client) {
    static Door of(HttpServletRequest request) {
      return new Door(request.getRequestURI(), Client.of(request));
    }
  }

  /**
   * @param generation of the metadata before it was made: whatever is written may have changed what
   *     is behind the door
   */
  private record Refusal(byte[] body, @Nullable String contentType, long generation, Instant end) {}

  /** Whether it is where passwords of links are tried. */
  static boolean isDoor(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && request.getRequestURI().startsWith("/share/")
        && request.getRequestURI().endsWith("/unlock");
  }

  /** Refuses, slowly, if this client was told to wait for longer; otherwise goes the whole way. */
  void knock(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Door door = Door.of(request);
    Refusal known = refusals.getIfPresent(door);
    if (known != null && holds(known)) {
      given.increment();
      SlowRefusal.await();
      write(known, response);
      return;
    }
    long generation = database.generation();
    ContentCachingResponseWrapper wrapper = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, wrapper);
    String wait = wrapper.getHeader(HttpHeaders.RETRY_AFTER);
    if (wait != null && wrapper.getStatus() == TOO_MANY && request.getAttribute(OFFER) != null) {
      Instant end = clock.instant().plusSeconds(Long.parseLong(wait));
      byte[] body = wrapper.getContentAsByteArray();
      refusals.put(door, new Refusal(body, wrapper.getContentType(), generation, end));
    }
    wrapper.copyBodyToResponse();
  }

  private boolean holds(Refusal refusal) {
    return refusal.generation() == database.generation() && clock.instant().isBefore(refusal.end());
  }

  private void write(Refusal refusal, HttpServletResponse response) throws IOException {
    SecurityHeaders.ofData(response);
    SecurityHeaders.notKept(response);
    long wait = Duration.between(clock.instant(), refusal.end()).toSeconds();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait)));
    response.setStatus(TOO_MANY);
    response.setContentType(refusal.contentType());
    response.setContentLength(refusal.body().length);
    response.getOutputStream().write(refusal.body());
  }
}
