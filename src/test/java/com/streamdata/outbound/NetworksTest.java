package com.streamdata.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.StreamData;
import com.streamdata.config.Settings;
import com.streamdata.config.SettingsException;
import com.streamdata.error.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server may connect to, and how an address can be written. */
class NetworksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "[::1]",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::10.0.0.1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2606:4700::5efe:127.0.0.1",
        "2606:4700::200:5efe:10.0.0.1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void addressesThatAreNotPublicAreRefused(String address) {
    assertThatThrownBy(() -> networks(null).resolve(address)).isInstanceOf(RefusedAddress.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111", "[2a00:1450::8a]"})
  void publicAddressesAreAllowed(String address) throws UnknownHostException {
    assertThat(networks(null).resolve(address)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0x7f.0.0.0x1",
        "0x",
        "017700000001",
        "0177.0.0.1",
        "127.0.0.01",
        "127.0.0.1.",
        "127.0.0.256",
        "127.0.0.1.1",
        "１２７.０.０.１",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "127%2e0%2e0%2e1",
        "localhost%00.example.com",
        "[::1%25lo]",
        "[fe80::1%eth0]",
        "[::1",
        "::1]",
        "[v1.fe80::1]",
        "[127.0.0.1]",
        "user@host",
        "a b",
        "a..b",
        "-a.example",
        "a\tb",
        "host/path",
        "host\\path",
        "host#",
        "host?"
      })
  void strangeSpellingsAreRefusedBeforeAnyoneIsAsked(String host) {
    AtomicInteger asked = new AtomicInteger();
    Networks networks =
        new Networks(
            new OutboundConfig(null, null),
            name -> {
              asked.incrementAndGet();
              return new InetAddress[] {InetAddress.ofLiteral("8.8.8.8")};
            });

    assertThatThrownBy(() -> networks.resolve(host)).isInstanceOf(RefusedAddress.class);

    assertThat(asked).hasValue(0);
  }

  @Test
  void oneRefusedAddressOfANameIsEnough() {
    Networks networks = named(null, "8.8.8.8", "10.0.0.1");

    assertThatThrownBy(() -> networks.resolve("mixed.example"))
        .isInstanceOf(RefusedAddress.class)
        .hasMessageContaining("10.0.0.1")
        .hasMessageContaining("STREAMDATA_ALLOWED_NETWORKS");
  }

  @Test
  void namesInOtherScriptsAndWithADotAtTheEndAreFound() throws UnknownHostException {
    Networks networks =
        new Networks(
            new OutboundConfig(null, null),
            name -> {
              assertThat(name).isIn("xn--bcher-kva.example", "example.com");
              return new InetAddress[] {InetAddress.ofLiteral("8.8.8.8")};
            });

    assertThat(networks.resolve("Bücher.example")).hasSize(1);
    assertThat(networks.resolve("example.com.")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.2.3, true",
    "10.1.0.0/16, 10.2.0.1, false",
    "192.168.7.20, 192.168.7.20, true",
    "192.168.7.20, 192.168.7.21, false",
    "127.0.0.0/8, ::ffff:127.0.0.1, true",
    "fd12::/16, fd12::1, true",
    "fd12::/16, fd13::1, false",
    "64:ff9b::/96, 64:ff9b::8.8.8.8, true",
    "64:ff9b::/96, 64:ff9b::10.0.0.1, false",
    "2002::/16, 2002:a00:1::, false",
    "0.0.0.0/0, 169.254.169.254, true",
    "0.0.0.0/0, ::1, false",
  })
  void settingsAllowRanges(String range, String address, boolean allowed) {
    Networks networks = networks(" " + range + " , 198.18.0.0/20");

    assertThat(permits(networks, address)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0/8",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "localhost",
        "10.0.0.0/8,,",
        "fd00::/129",
        "::ffff:10.0.0.0/104",
        "fe80::1%lo/64",
        "0x7f.0.0.1/8",
        "10.0.0.0/8;fd00::/8"
      })
  void wrongRangesNameTheSetting(String ranges) {
    assertThatThrownBy(() -> new OutboundConfig(ranges, null))
        .isInstanceOfSatisfying(
            AppException.class,
            wrong ->
                assertThat(wrong.details().getFirst().field())
                    .isEqualTo("STREAMDATA_ALLOWED_NETWORKS"));
  }

  @Test
  void wrongRangesStopTheStart() {
    Map<String, String> environment = Map.of("STREAMDATA_ALLOWED_NETWORKS", "10.0.0.0/8,inside");

    assertThatThrownBy(() -> new Settings(environment, StreamData.CONFIGS))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("STREAMDATA_ALLOWED_NETWORKS must list ranges")
        .hasMessageContaining("inside");
  }

  @Test
  void socketsConnectOnlyToWhereTheServerMay() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
      try (Socket socket = networks("127.0.0.0/8").sockets().createSocket()) {
        socket.connect(address, 1000);
        assertThat(socket.isConnected()).isTrue();
      }
      Networks strict = networks(null);

      assertThatThrownBy(() -> strict.sockets().createSocket().connect(address))
          .isInstanceOf(RefusedAddress.class);
      assertThatThrownBy(() -> strict.sockets().createSocket("localhost", address.getPort()))
          .isInstanceOf(RefusedAddress.class);
      assertThatThrownBy(
              () -> strict.sockets().createSocket(address.getAddress(), address.getPort()))
          .isInstanceOf(RefusedAddress.class);
    }
  }

  private static boolean permits(Networks networks, String address) {
    try {
      return networks.resolve(address).length > 0;
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static Networks networks(@Nullable String allowed) {
    return new Networks(new OutboundConfig(allowed, null));
  }

  private static Networks named(@Nullable String allowed, String... addresses) {
    InetAddress[] found = new InetAddress[addresses.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = InetAddress.ofLiteral(addresses[i]);
    }
    return new Networks(new OutboundConfig(allowed, null), name -> found);
  }
}
