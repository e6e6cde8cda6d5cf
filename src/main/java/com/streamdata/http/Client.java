package com.streamdata.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The machine or household a request comes from: an IPv4 address or the /64 of an IPv6 one. */
public record Client(String network) {
  private static final int NETWORK_BYTES = 8;

  public static Client of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  static Client of(String address) {
    if (!address.contains(":")) {
      return new Client(address);
    }
    try {
      // An address in digits is parsed, never looked up.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      Arrays.fill(bytes, Math.min(NETWORK_BYTES, bytes.length), bytes.length, (byte) 0);
      return new Client(InetAddress.getByAddress(bytes).getHostAddress());
    } catch (UnknownHostException _) {
      return new Client(address);
    }
  }
}
