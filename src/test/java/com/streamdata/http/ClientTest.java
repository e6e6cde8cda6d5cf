package com.streamdata.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTest {
  @Test
  void householdIsOneClient() {
    assertThat(Client.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Client.of("2001:db8:1:2::9"));
    assertThat(Client.of("2001:db8:1:2::9")).isNotEqualTo(Client.of("2001:db8:1:3::9"));
  }

  @Test
  void everyOtherAddressIsItself() {
    assertThat(Client.of("192.0.2.1")).isNotEqualTo(Client.of("192.0.2.2"));
    assertThat(Client.of("192.0.2.1").network()).isEqualTo("192.0.2.1");
  }
}
