package com.streamdata.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet: those that IANA's special-purpose registries (RFC
 * 6890 and what came after it) do not take out.
 */
final class PublicAddresses {
  private static final List<IpRange> SPECIAL =
      ranges(
          "0.0.0.0/8", // this network; connecting to it reaches the machine itself
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure's machine agent, the same on every machine there
          "169.254.0.0/16", // link-local, where clouds keep their metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, and broadcast
          "2001::/23", // Teredo, benchmarks, ORCHID and other protocol assignments
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  /** What is given out as global unicast; everything else of IPv6 is local or special. */
  private static final IpRange GLOBAL_UNICAST = IpRange.of("2000::/3");

  private static final IpRange TEREDO = IpRange.of("2001::/32");
  private static final IpRange SIX_TO_FOUR = IpRange.of("2002::/16");

  /**
   * Forms that end in an IPv4 address: compatible, translated, NAT64 and its local one. Mapped
   * addresses are IPv4 ones to Java.
   */
  private static final List<IpRange> ENDING_IN_IPV4 =
      ranges("::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48");

  private PublicAddresses() {}

  private static List<IpRange> ranges(String... ranges) {
    return Stream.of(ranges).map(IpRange::of).toList();
  }

  static boolean contain(InetAddress address) {
    boolean general = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
    return general && SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  /** The IPv4 addresses that packets to this one may end up at. */
  static Stream<InetAddress> embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return Stream.of();
    }
    if (TEREDO.contains(address)) {
      return Stream.of(ipv4(bytes, 4, 0), ipv4(bytes, 12, 0xff));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return Stream.of(ipv4(bytes, 2, 0));
    }
    boolean ends = ENDING_IN_IPV4.stream().anyMatch(range -> range.contains(address));
    return ends || isIsatap(bytes) ? Stream.of(ipv4(bytes, 12, 0)) : Stream.of();
  }

  /** RFC 5214: the interface is {@code 0:5efe} or {@code 200:5efe} and the IPv4 address. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~3) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  private static InetAddress ipv4(byte[] bytes, int start, int flipped) {
    StringBuilder text = new StringBuilder();
    for (int at = start; at < start + 4; at++) {
      text.append(at == start ? "" : ".").append((bytes[at] ^ flipped) & 0xff);
    }
    return Inet4Address.ofLiteral(text.toString());
  }
}
