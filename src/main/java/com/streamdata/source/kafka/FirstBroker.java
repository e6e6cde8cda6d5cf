package com.streamdata.source.kafka;

import com.streamdata.outbound.Networks;
import com.streamdata.outbound.RefusedAddress;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Connects to brokers for a moment, before Kafka's client does: the client would go on trying for
 * long, and not say what is wrong.
 */
record FirstBroker(Networks networks, Trust trust) {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  /** Fails if none of these can be talked to, saying why the last of them cannot. */
  void require(KafkaSettings settings) throws FetchFailure {
    FetchFailure last = new FetchFailure(Stage.CONNECTION, "There are no brokers.");
    for (String broker : settings.brokers()) {
      try {
        reach(broker, settings.secured().isEncrypted());
        return;
      } catch (IOException e) {
        last = failure(broker, e);
      }
    }
    throw last;
  }

  private void reach(String broker, boolean encrypted) throws IOException {
    String host = KafkaSettings.host(broker);
    int port = KafkaSettings.port(broker);
    try (Socket socket = networks.sockets().createSocket()) {
      socket.connect(InetSocketAddress.createUnresolved(host, port), PATIENCE_MILLIS);
      if (encrypted) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        ((SSLSocket) trust.sockets().createSocket(socket, host, port, true)).startHandshake();
      }
    }
  }

  private static FetchFailure failure(String broker, IOException failure) {
    return switch (failure) {
      case RefusedAddress e -> new FetchFailure(Stage.REFUSED, broker + ": " + e.getMessage());
      case UnknownHostException _ ->
          new FetchFailure(Stage.NAME, "No address is known of " + broker + ".");
      case SSLException e ->
          new FetchFailure(
              Stage.TLS, "No encrypted connection to " + broker + ": " + Trust.words(e) + ".");
      case SocketTimeoutException _ ->
          new FetchFailure(Stage.TIMEOUT, broker + " does not answer in time.");
      default -> new FetchFailure(Stage.CONNECTION, "Nothing takes connections at " + broker + ".");
    };
  }
}
