package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.http.HttpErrors;
import com.streamdata.http.Problems;
import com.streamdata.http.RepeatableRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a client repeat a POST whose answer it never saw: the same {@code Idempotency-Key} and body
 * give the first answer again (draft-ietf-httpapi-idempotency-key-header). Only successes are kept.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;
  private static final int MOST_BYTES = 1024 * 1024;

  private final Idempotency idempotency;
  private final Problems problems;

  IdempotencyFilter(Idempotency idempotency, Problems problems) {
    this.idempotency = idempotency;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod())
        || request.getHeader(HEADER) == null
        || !(request.getAttribute(CallerFilter.CALLER) instanceof Caller.Account);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller.Account caller = (Caller.Account) request.getAttribute(CallerFilter.CALLER);
    Idempotency.Key key = Idempotency.Key.of(caller, request.getHeader(HEADER));
    try {
      Checks.require(
          !key.text().isBlank() && key.text().length() <= LONGEST_KEY,
          HEADER,
          "must have 1 to 255 characters");
      byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new AppException(
            HttpErrors.TOO_LARGE, "A request with an Idempotency-Key has at most 1 MiB.");
      }
      ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
      idempotency.begin(key);
      try {
        answer(key, new RepeatableRequest(request, body), answer, chain);
      } finally {
        idempotency.end(key);
      }
      // Not before: who has the answer and repeats at once must not be told to wait for it.
      answer.copyBodyToResponse();
    } catch (AppException refused) {
      problems.write(request, response, refused);
    }
  }

  private void answer(
      Idempotency.Key key,
      RepeatableRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain)
      throws IOException, ServletException {
    String hash = idempotency.hash(fingerprint(request, request.body()));
    Optional<Idempotency.Answer> first = idempotency.find(key, hash);
    if (first.isPresent()) {
      repeat(first.get(), response);
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() / 100 == 2) {
      String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
      idempotency.keep(
          key,
          hash,
          new Idempotency.Answer(response.getStatus(), response.getHeader("Location"), body));
    }
  }

  private static void repeat(Idempotency.Answer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    if (answer.location() != null) {
      response.setHeader("Location", answer.location());
    }
    response.setHeader("Idempotent-Replayed", "true");
    response.setContentType("application/json");
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** All that makes it the same request. */
  private static String fingerprint(HttpServletRequest request, byte[] body) {
    return request.getMethod()
        + " "
        + request.getRequestURI()
        + "?"
        + request.getQueryString()
        + "\n"
        + request.getContentType()
        + "\n"
        + HexFormat.of().formatHex(body);
  }
}
