package com.streamdata.http;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents, wherever in the server a request fails. */
@Component
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  /** Answers with what went wrong; a response that has begun is left as it is. */
  public void write(HttpServletResponse response, Throwable failure) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    Problem problem = problem(failure);
    response.setStatus(problem.status());
    if (failure instanceof AppException app) {
      addHeaders(response, app);
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Problem.MEDIA_TYPE);
    byte[] body = json.writeValueAsBytes(problem);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Problem problem(Throwable failure) {
    if (failure instanceof AppException app) {
      return Problem.of(app);
    }
    byte[] id = new byte[6];
    RANDOM.nextBytes(id);
    String incident = HexFormat.of().formatHex(id);
    LOG.error("Incident {}", incident, failure);
    return Problem.incident(incident);
  }

  private static void addHeaders(HttpServletResponse response, AppException failure) {
    if (failure.code().kind() == ErrorKind.UNAUTHENTICATED
        && !response.containsHeader("WWW-Authenticate")) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    Duration retryAfter = failure.retryAfter();
    if (retryAfter != null) {
      response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
  }
}
