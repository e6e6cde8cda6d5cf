package com.streamdata.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where the server may connect to: public addresses, and the ranges in its settings.
 *
 * <p>A name that leads to several addresses is refused if one of them is, and connections are made
 * to the very addresses that were checked: a name server that answers differently the second time
 * is not asked a second time.
 */
@Component
public final class Networks {
  private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(5);

  private final List<IpRange> allowed;
  private final Lookup lookup;

  @Autowired
  public Networks(OutboundConfig config) {
    this(config, Lookup.ofTheMachine(LONGEST_LOOKUP));
  }

  Networks(OutboundConfig config, Lookup lookup) {
    this.allowed = config.ranges();
    this.lookup = lookup;
  }

  /**
   * The addresses of a host, each of which the server may connect to.
   *
   * @param host a name, or an address with or without brackets
   * @throws RefusedAddress if one of them is not allowed, or the host is written strangely
   * @throws UnknownHostException if there is no such name, or the name server is not to be reached
   */
  public InetAddress[] resolve(String host) throws UnknownHostException {
    HostName name = HostName.of(host);
    InetAddress[] addresses =
        name.address().isPresent() ? new InetAddress[] {name.address().get()} : find(name.text());
    for (InetAddress address : addresses) {
      require(address);
    }
    return addresses;
  }

  private InetAddress[] find(String name) throws UnknownHostException {
    try {
      return lookup.find(name);
    } catch (UnknownHostException e) {
      throw e;
    } catch (IOException e) {
      UnknownHostException unknown = new UnknownHostException(e.getMessage());
      unknown.initCause(e);
      throw unknown;
    }
  }

  /**
   * Does nothing if the server may connect there.
   *
   * @throws RefusedAddress if not
   */
  public void require(InetAddress address) throws RefusedAddress {
    if (!permits(address) || !PublicAddresses.embedded(address).allMatch(this::permits)) {
      throw new RefusedAddress(
          "The server may not connect to "
              + address.getHostAddress()
              + ", which is no public address; an administrator can allow its range"
              + " (STREAMDATA_ALLOWED_NETWORKS)");
    }
  }

  /** An address to connect to, checked. */
  InetSocketAddress require(InetSocketAddress wanted) throws UnknownHostException {
    if (wanted.isUnresolved()) {
      return new InetSocketAddress(resolve(wanted.getHostString())[0], wanted.getPort());
    }
    require(wanted.getAddress());
    return wanted;
  }

  /** Makes sockets that connect only to where the server may; for drivers of databases. */
  public SocketFactory sockets() {
    return new CheckedSockets(this);
  }

  private boolean permits(InetAddress address) {
    return PublicAddresses.contain(address)
        || allowed.stream().anyMatch(range -> range.contains(address));
  }
}
