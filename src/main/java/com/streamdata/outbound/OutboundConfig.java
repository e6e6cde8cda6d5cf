package com.streamdata.outbound;

import com.streamdata.error.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where sources may connect to.
 *
 * @param allowedNetworks ranges besides public addresses, such as {@code 10.1.0.0/16, fd12::/16};
 *     null for none
 */
public record OutboundConfig(@Nullable String allowedNetworks) {
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
  }

  List<IpRange> ranges() {
    return items(allowedNetworks).map(IpRange::of).toList();
  }

  private static Stream<String> items(@Nullable String list) {
    return list == null ? Stream.of() : Arrays.stream(list.split(",", -1)).map(String::strip);
  }
}
