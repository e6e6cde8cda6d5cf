package com.streamdata.source.kafka;

import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Which failures of Kafka's client are what to people. */
final class Failures {
  private Failures() {}

  static FetchFailure of(KafkaException e) {
    String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return switch (e) {
      case SslAuthenticationException refused ->
          new FetchFailure(Stage.TLS, "No encrypted connection: " + encryption(refused) + ".");
      case AuthenticationException _ ->
          new FetchFailure(Stage.LOGIN, "The broker does not accept user and password.", words);
      case AuthorizationException _ ->
          new FetchFailure(Stage.LOGIN, "The user may not read this topic.", words);
      case UnknownTopicOrPartitionException _, InvalidTopicException _ ->
          new FetchFailure(Stage.PATH, "There is no such topic.", words);
      case TimeoutException _ ->
          new FetchFailure(Stage.TIMEOUT, "The brokers did not answer in time.", words);
      case UnsupportedVersionException _ ->
          new FetchFailure(Stage.STATUS, "The broker is too old.", words);
      default -> new FetchFailure(Stage.CONNECTION, "The connection failed.", words);
    };
  }

  private static String encryption(SslAuthenticationException e) {
    return e.getCause() instanceof SSLException failure
        ? Trust.words(failure)
        : String.valueOf(e.getMessage());
  }
}
