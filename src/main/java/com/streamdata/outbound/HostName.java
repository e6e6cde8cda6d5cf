package com.streamdata.outbound;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as it is written in an address.
 *
 * <p>Whatever could be read in two ways is refused: numbers in octal or hexadecimal, short forms of
 * IPv4, dots at the end of one, zones, and anything percent-encoded. Names in other scripts become
 * their ASCII form first, so that fullwidth digits are digits.
 *
 * @param text in ASCII and lower case, without brackets and without a dot at the end
 * @param address the address, where it is written out instead of a name
 */
record HostName(String text, Optional<InetAddress> address) {
  private static final int LONGEST = 253;
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern LOOKS_LIKE_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  static HostName of(String host) throws RefusedAddress {
    if (host.indexOf(':') >= 0) {
      return ipv6(host);
    }
    String ascii = ascii(host);
    if (LOOKS_LIKE_A_NUMBER.matcher(withoutDot(ascii)).matches()) {
      return ipv4(host, ascii);
    }
    String name = withoutDot(ascii);
    if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
      throw new RefusedAddress("“" + shortened(host) + "” is not the name of a host");
    }
    return new HostName(name, Optional.empty());
  }

  private static HostName ipv6(String host) throws RefusedAddress {
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    String text = brackets ? host.substring(1, host.length() - 1) : host;
    InetAddress address = IpRange.address(text).orElseThrow(() -> strange(host));
    return new HostName(text.toLowerCase(Locale.ROOT), Optional.of(address));
  }

  private static HostName ipv4(String host, String ascii) throws RefusedAddress {
    if (!IPV4.matcher(ascii).matches()) {
      throw strange(host);
    }
    InetAddress address = IpRange.address(ascii).orElseThrow(() -> strange(host));
    return new HostName(ascii, Optional.of(address));
  }

  private static String ascii(String host) throws RefusedAddress {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw new RefusedAddress("“" + shortened(host) + "” is not the name of a host");
    }
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static RefusedAddress strange(String host) {
    return new RefusedAddress(
        "“" + shortened(host) + "” is no address: write it like 192.0.2.1 or [2001:db8::1]");
  }

  private static String shortened(String host) {
    return host.length() <= 100 ? host : host.substring(0, 100) + "…";
  }
}
