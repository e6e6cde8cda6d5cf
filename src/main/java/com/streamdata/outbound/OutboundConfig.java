package com.streamdata.outbound;

import com.streamdata.error.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where sources may connect to, and whom they believe there.
 *
 * @param allowedNetworks ranges besides public addresses, such as {@code 10.1.0.0/16, fd12::/16};
 *     null for none
 * @param trustedCertificates a PEM file of certificates that are believed besides those of the
 *     authorities that the JDK trusts; null for none
 */
public record OutboundConfig(@Nullable String allowedNetworks, @Nullable Path trustedCertificates) {
  public OutboundConfig {
    String wrong =
        items(allowedNetworks)
            .filter(item -> IpRange.parse(item).isEmpty())
            .findFirst()
            .orElse(null);
    Checks.require(
        wrong == null,
        "STREAMDATA_ALLOWED_NETWORKS",
        "must list ranges such as 10.1.0.0/16, 192.168.7.20 or fd12:3456::/32, separated by commas;"
            + " this is none: "
            + wrong);
    String fault = fault(trustedCertificates);
    Checks.require(fault == null, "STREAMDATA_TRUSTED_CERTIFICATES", String.valueOf(fault));
  }

  private static @Nullable String fault(@Nullable Path certificates) {
    try {
      return certificates == null || !PemFile.read(certificates).isEmpty() ? null : "is empty";
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  List<IpRange> ranges() {
    return items(allowedNetworks).map(IpRange::of).toList();
  }

  private static Stream<String> items(@Nullable String list) {
    return list == null ? Stream.of() : Arrays.stream(list.split(",", -1)).map(String::strip);
  }
}
