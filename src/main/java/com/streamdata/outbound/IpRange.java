package com.streamdata.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses, as CIDR writes it.
 *
 * @param first any address of the range
 * @param bits how many leading bits all its addresses have in common
 */
record IpRange(InetAddress first, int bits) {
  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/([0-9]{1,3}))?");
  private static final Pattern IPV4 = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");

  /** A range known to be well written. */
  static IpRange of(String cidr) {
    return parse(cidr).orElseThrow(() -> new IllegalArgumentException(cidr + " is no range"));
  }

  /** {@code 10.0.0.0/8}, {@code fd00::/8} or one address; empty for anything else. */
  static Optional<IpRange> parse(String cidr) {
    Matcher matcher = CIDR.matcher(cidr);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return address(matcher.group(1))
        .flatMap(address -> {
          int most = address.getAddress().length * Byte.SIZE;
          int bits = matcher.group(2) == null ? most : Integer.parseInt(matcher.group(2));
          return bits <= most ? Optional.of(new IpRange(address, bits)) : Optional.empty();
        });
  }

  /** The address that is written out in full; names are never looked up. */
  static Optional<InetAddress> address(String text) {
    try {
      if (text.indexOf(':') >= 0) {
        InetAddress address = Inet6Address.ofLiteral(text);
        return text.indexOf('%') < 0 ? Optional.of(address) : Optional.empty();
      }
      return IPV4.matcher(text).matches()
          ? Optional.of(Inet4Address.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] here = first.getAddress();
    byte[] there = address.getAddress();
    if (here.length != there.length) {
      return false;
    }
    for (int at = 0; at * Byte.SIZE < bits; at++) {
      int left = Math.min(bits - at * Byte.SIZE, Byte.SIZE);
      int mask = 0xff << (Byte.SIZE - left) & 0xff;
      if (((here[at] ^ there[at]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
