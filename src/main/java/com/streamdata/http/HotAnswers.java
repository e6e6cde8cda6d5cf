package com.streamdata.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.db.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers what was asked before from bytes in memory, before Spring Security and MVC run: that
 * costs a quarter of the whole way.
 *
 * <p>The only class that may answer before security. What makes that safe: an answer is found by
 * the address together with the very credentials it was made for, was made by the whole way, and is
 * given only while {@linkplain Database#generation nothing was written} since before it was made.
 * So a revoked key or share, a changed password or a new row falls through at once. A resource opts
 * in by {@link #offer}.
 *
 * <p>A client that was told to wait is told so again in the same way, see {@link #offerRefusal}.
 */
public final class HotAnswers implements Filter {
  private static final String OFFER = HotAnswers.class.getName() + ".offer";
  private static final String UNTIL = HotAnswers.class.getName() + ".until";
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int MOST_BYTES_EACH = 2 * 1024 * 1024;
  private static final int MOST_BYTES_ASKED = 4 * 1024;

  /** Letters of a question in all; a longer one is answered anew each time. */
  private static final int LONGEST_QUESTION = 6 * 1024;

  private static final int BYTES_OF_ENTRY = 400;
  private static final long SECONDS = 60;
  private static final String PUBLIC = "/api/public/dashboards/";
  private static final List<String> SHARED = List.of("/dashboard", "/data", "/annotations");

  private final Database database;
  private final InstantSource clock;
  private final Counter hits;
  private final HotRefusals refusals;
  private final Cache<Question, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Question question, Answer answer) ->
              BYTES_OF_ENTRY + 2 * question.length() + answer.weight())
          .build();

  HotAnswers(Database database, InstantSource clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.hits = metrics.counter("http.server.hot.answers");
    this.refusals = new HotRefusals(database, clock, metrics);
  }

  /** All of a request that its answer may depend on. */
  private record Question(
      String path,
      @Nullable String query,
      @Nullable String authorization,
      @Nullable String cookie,
      @Nullable String accept,
      @Nullable String host,
      @Nullable String asked) {
    /**
     * @param asked type and content of a body; null for none
     */
    static Question of(HttpServletRequest request, @Nullable String asked) {
      return new Question(
          request.getRequestURI(),
          request.getQueryString(),
          request.getHeader("Authorization"),
          request.getHeader("Cookie"),
          request.getHeader("Accept"),
          request.getHeader("Host"),
          asked);
    }

    /** All of it is chosen by whoever asks. */
    int length() {
      return Stream.of(path, query, authorization, cookie, accept, host, asked)
          .mapToInt(part -> part == null ? 0 : part.length())
          .sum();
    }
  }

  private record Answer(
      HotBody body,
      String contentType,
      String cacheControl,
      long generation,
      Instant until,
      BooleanSupplier fresh) {
    int weight() {
      return body.weight();
    }

    /** Whether it is the same whoever asks. */
    boolean isForAnybody() {
      return cacheControl.startsWith("public");
    }
  }

  /**
   * Lets the answer to this request be given again to the same credentials, for as long as nothing
   * is written to the metadata and {@code fresh} holds.
   */
  public static void offer(HttpServletRequest request, BooleanSupplier fresh) {
    request.setAttribute(OFFER, fresh);
  }

  /** Whether the answer to this request may be given again. */
  public static boolean isOffered(HttpServletRequest request) {
    return request.getAttribute(OFFER) != null;
  }

  /**
   * Bounds how long the answer to this request may be given again: its caller's rights end then.
   */
  public static void endAt(HttpServletRequest request, Instant instant) {
    Instant before = (Instant) request.getAttribute(UNTIL);
    request.setAttribute(UNTIL, before == null || instant.isBefore(before) ? instant : before);
  }

  /**
   * Lets a refusal of this request that says how long to wait be given again to the same client at
   * the same address, whatever it sends there, until that time is over or something is written to
   * the metadata.
   */
  public static void offerRefusal(HttpServletRequest request) {
    request.setAttribute(HotRefusals.OFFER, true);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      if (HotRefusals.isDoor(http)) {
        refusals.knock(http, answer, chain);
        return;
      }
      if ("GET".equals(http.getMethod()) && mayBeHot(http.getRequestURI())) {
        answer(Question.of(http, null), http, null, answer, chain);
        return;
      }
      if (isQuery(http)) {
        byte[] body = http.getInputStream().readNBytes(http.getContentLength());
        String asked = http.getContentType() + "\n" + new String(body, StandardCharsets.ISO_8859_1);
        answer(Question.of(http, asked), http, body, answer, chain);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** Grafana's visitors ask for a panel's data with a POST whose body says how much of it. */
  private static boolean isQuery(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && request.getRequestURI().startsWith(PUBLIC)
        && request.getRequestURI().endsWith("/query")
        && request.getContentLength() >= 0
        && request.getContentLength() <= MOST_BYTES_ASKED;
  }

  private static boolean mayBeHot(String path) {
    return path.equals("/dashboards")
        || path.equals("/visualizations")
        || (path.startsWith("/share/") && SHARED.stream().anyMatch(path::endsWith))
        || path.equals("/api/dashboards/public-dashboards")
        || path.startsWith(PUBLIC);
  }

  private void answer(
      Question question,
      HttpServletRequest request,
      byte @Nullable [] body,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    Answer answer = answers.getIfPresent(question);
    if (answer != null && isFresh(answer)) {
      hits.increment();
      write(answer, request, response);
      return;
    }
    long generation = database.generation();
    ContentCachingResponseWrapper wrapper = new ContentCachingResponseWrapper(response);
    chain.doFilter(body == null ? request : new RepeatableRequest(request, body), wrapper);
    if (request.getAttribute(OFFER) instanceof BooleanSupplier fresh
        && wrapper.getStatus() == HttpServletResponse.SC_OK) {
      Answer made = made(wrapper, generation, until(request), fresh);
      if (wrapper.getContentSize() <= MOST_BYTES_EACH && question.length() <= LONGEST_QUESTION) {
        answers.put(question, made);
      }
      wrapper.resetBuffer();
      write(made, request, response);
    } else {
      wrapper.copyBodyToResponse();
    }
  }

  private boolean isFresh(Answer answer) {
    return answer.generation() == database.generation()
        && clock.instant().isBefore(answer.until())
        && answer.fresh().getAsBoolean();
  }

  private static Answer made(
      ContentCachingResponseWrapper wrapper,
      long generation,
      Instant until,
      BooleanSupplier fresh) {
    String contentType = wrapper.getContentType();
    String cacheControl = wrapper.getHeader("Cache-Control");
    return new Answer(
        HotBody.of(wrapper.getContentAsByteArray()),
        contentType == null ? "application/json" : contentType,
        cacheControl == null ? "private, no-cache" : cacheControl,
        generation,
        until,
        fresh);
  }

  private Instant until(HttpServletRequest request) {
    Instant most = clock.instant().plusSeconds(SECONDS);
    return request.getAttribute(UNTIL) instanceof Instant end && end.isBefore(most) ? end : most;
  }

  private static void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", answer.cacheControl());
    response.setHeader(
        "Vary",
        answer.isForAnybody()
            ? "Accept, Accept-Encoding"
            : "Authorization, Cookie, Accept, Accept-Encoding");
    String encodings = request.getHeader("Accept-Encoding");
    if ("GET".equals(request.getMethod())) {
      response.setHeader("ETag", answer.body().tagFor(encodings));
      if (answer.body().matches(request.getHeader("If-None-Match"))) {
        // The other headers are those of the answer that the client has (RFC 9110, 15.4.5).
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    SecurityHeaders.ofData(response);
    response.setContentType(answer.contentType());
    answer.body().write(encodings, response);
  }
}
