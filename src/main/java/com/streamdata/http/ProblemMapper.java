package com.streamdata.http;

import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns every failure of a resource into a problem document. */
@RestControllerAdvice
final class ProblemMapper {
  private final Problems problems;

  ProblemMapper(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  void map(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (failure instanceof ClientAbortException
        || failure instanceof AsyncRequestNotUsableException) {
      return;
    }
    if (failure instanceof HttpRequestMethodNotSupportedException method) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed(method)));
    }
    problems.write(request, response, known(failure));
  }

  /** What a client may be told of a failure; one that is our fault comes back as it is. */
  static Throwable known(Throwable failure) {
    AppException inside = inside(failure);
    if (inside != null) {
      return failure instanceof MethodArgumentTypeMismatchException wrong
          ? named(wrong.getName(), inside)
          : inside;
    }
    return switch (failure) {
      case MethodArgumentTypeMismatchException wrong ->
          Checks.invalid(wrong.getName(), "is not of the right form");
      case MissingServletRequestParameterException missing ->
          Checks.invalid(missing.getParameterName(), "is required");
      case HttpMessageNotReadableException _ ->
          new AppException(HttpErrors.BAD_REQUEST, "A body is required.");
      case HttpMediaTypeNotSupportedException unsupported ->
          new AppException(
              HttpErrors.UNSUPPORTED_TYPE,
              "Send one of "
                  + MediaType.toString(unsupported.getSupportedMediaTypes())
                  + " as Content-Type.");
      case ErrorResponse response -> of(response.getStatusCode().value(), failure);
      default -> failure;
    };
  }

  /** Path ids are not found as they are; anything else is a wrong parameter that wants its name. */
  private static AppException named(String name, AppException inside) {
    return inside.details().isEmpty()
        ? inside
        : Checks.invalid(inside.details().stream().map(detail -> detail.under(name)).toList());
  }

  static Throwable of(int status, Throwable failure) {
    ErrorCode code =
        switch (status) {
          case 400 -> HttpErrors.BAD_REQUEST;
          case 401, 403 -> HttpErrors.REFUSED;
          case 404 -> HttpErrors.NO_SUCH_ADDRESS;
          case 405 -> HttpErrors.METHOD_NOT_ALLOWED;
          case 406 -> HttpErrors.NOT_ACCEPTABLE;
          case 413 -> HttpErrors.TOO_LARGE;
          case 415 -> HttpErrors.UNSUPPORTED_TYPE;
          default -> HttpErrors.INTERNAL;
        };
    return code == HttpErrors.INTERNAL ? failure : new AppException(code, code.title() + ".");
  }

  /**
   * What a value of ours said when Spring made it from the request. Nobody else's wrapping is
   * opened: a stored row that is not valid is our fault.
   */
  private static @Nullable AppException inside(Throwable failure) {
    if (!(failure instanceof AppException || failure instanceof NestedRuntimeException)) {
      return null;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AppException app) {
        return app;
      }
    }
    return null;
  }

  private static String[] allowed(HttpRequestMethodNotSupportedException failure) {
    String[] methods = failure.getSupportedMethods();
    return methods == null ? new String[0] : methods;
  }
}
