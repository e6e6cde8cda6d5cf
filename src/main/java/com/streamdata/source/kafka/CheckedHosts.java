package com.streamdata.source.kafka;

import com.streamdata.outbound.Networks;
import com.streamdata.outbound.RefusedAddress;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.clients.HostResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of brokers for Kafka's client, which connects to nothing but what this
 * answers: also of the brokers that the cluster names itself, and each time anew.
 */
final class CheckedHosts implements HostResolver {
  private final Networks networks;
  private volatile @Nullable String refusal;

  CheckedHosts(Networks networks) {
    this.networks = networks;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      InetAddress[] addresses = networks.resolve(host);
      for (int i = 0; i < addresses.length; i++) {
        // With the name that was asked for: certificates are checked against it.
        addresses[i] = InetAddress.getByAddress(host, addresses[i].getAddress());
      }
      return addresses;
    } catch (RefusedAddress e) {
      refusal = "Broker " + host + ": " + e.getMessage();
      throw e;
    }
  }

  /** Fails if the cluster has named a broker that must not be connected to. */
  void requireNoneRefused() throws FetchFailure {
    String message = refusal;
    if (message != null) {
      throw new FetchFailure(Stage.REFUSED, message);
    }
  }
}
