package com.streamdata.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what failed outside of every resource, in a filter or in the web server itself. */
@RestController
final class ErrorResource implements ErrorController {
  private final Problems problems;

  ErrorResource(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object set = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = set instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    problems.write(
        request,
        response,
        thrown instanceof Throwable failure
            ? ProblemMapper.known(failure)
            : ProblemMapper.of(status, new IllegalStateException("Status " + status)));
  }
}
