package com.streamdata.outbound;

import static com.streamdata.outbound.HttpStage.CONNECTION;
import static com.streamdata.outbound.HttpStage.CONTENT_TYPE;
import static com.streamdata.outbound.HttpStage.NAME;
import static com.streamdata.outbound.HttpStage.REFUSED;
import static com.streamdata.outbound.HttpStage.SIZE;
import static com.streamdata.outbound.HttpStage.TIMEOUT;
import static com.streamdata.outbound.HttpStage.TLS;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in words what the HTTP client's exceptions mean. */
final class HttpFailures {
  private HttpFailures() {}

  static HttpFailure of(
      Exception e, WebAddress address, boolean over, HttpLimits limits, byte[] received) {
    String host = address.host();
    HttpStage stage = over ? TIMEOUT : stage(e);
    String message =
        switch (stage) {
          case NAME -> "There is no host named " + host + ", or its name server does not answer";
          case REFUSED -> String.valueOf(e.getMessage());
          case TLS -> "No encrypted connection to " + host + ": " + encryption(e);
          case TIMEOUT ->
              host + " did not finish its answer within " + limits.time().toSeconds() + " s";
          case SIZE -> size(e, host, limits);
          case CONTENT_TYPE -> packing(e, host);
          case CONNECTION, STATUS -> connection(e, address);
        };
    return new HttpFailure(stage, message, received);
  }

  private static HttpStage stage(Exception e) {
    return switch (e) {
      case RefusedAddress _ -> REFUSED;
      case UnknownHostException _ -> NAME;
      case SSLException _ -> TLS;
      case SocketTimeoutException _ -> TIMEOUT;
      case AnswerBody.TooLarge _ -> SIZE;
      case MessageConstraintException _ -> SIZE;
      case UnknownPacking _ -> CONTENT_TYPE;
      case ZipException _ -> CONTENT_TYPE;
      default -> CONNECTION;
    };
  }

  private static String size(Exception e, String host, HttpLimits limits) {
    return e instanceof AnswerBody.TooLarge
        ? "The answer of " + host + " is larger than " + (limits.bytes() >> 20) + " MiB"
        : "The headers of " + host + " are too large";
  }

  private static String packing(Exception e, String host) {
    return e instanceof UnknownPacking
        ? "The answer of " + host + " is packed with " + e.getMessage() + "; only gzip is unpacked"
        : "The answer of " + host + " is said to be gzip, and is not";
  }

  private static String connection(Exception e, WebAddress address) {
    return switch (e) {
      case NoHttpResponseException _ -> address.host() + " closed the connection without an answer";
      case ConnectionClosedException _ -> "The answer of " + address.host() + " ends early";
      default -> "The connection to " + address.origin() + " failed: " + innermost(e);
    };
  }

  private static String encryption(Exception e) {
    return e instanceof SSLException failure ? Trust.words(failure) : innermost(e);
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** The body is packed in a way that is not understood. */
  static final class UnknownPacking extends IOException {
    UnknownPacking(String packing) {
      super(packing.length() > 50 ? packing.substring(0, 50) : packing);
    }
  }
}
