package com.streamdata.http;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorKind;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents, wherever in the server a request fails. */
@Component
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JsonMapper json;
  private final List<ErrorFormat> formats;

  Problems(JsonMapper json, List<ErrorFormat> formats) {
    this.json = json;
    this.formats = formats;
  }

  /** Answers with what went wrong; a response that has begun is left as it is. */
  public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    if (failure instanceof AppException app) {
      addHeaders(response, app);
    }
    String path = pathOf(request);
    Problem problem = problem(failure);
    Optional<ErrorFormat> format = formats.stream().filter(each -> each.covers(path)).findFirst();
    ErrorFormat.Told told =
        format
            .map(each -> each.tell(path, failure instanceof AppException app ? app : null))
            .orElseGet(
                () -> new ErrorFormat.Told(problem.status(), json.writeValueAsBytes(problem)));
    response.setStatus(told.status());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(
        format.isPresent() ? MediaType.APPLICATION_JSON_VALUE : Problem.MEDIA_TYPE);
    response.setContentLength(told.body().length);
    response.getOutputStream().write(told.body());
  }

  /** Where the client asked, also after it was sent on to the page for errors. */
  private static String pathOf(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
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
