package com.streamdata.share;

import com.streamdata.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where Spring Boot would believe what a request says about its origin: in Kubernetes. */
class ForwardedAddressTest {
  private static final String PLATFORM = "spring.main.cloud-platform";
  private static TestServer server;

  @BeforeAll
  static void start() {
    System.setProperty(PLATFORM, "kubernetes");
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    System.clearProperty(PLATFORM);
    server.close();
  }

  @Test
  void whoSaysToComeFromElsewhereIsCountedAllTheSame() {
    String path = new LiveDashboard(server).share(", \"password\": \"right\"");

    for (int i = 0; i < 10; i++) {
      unlock(path, i, 401);
    }

    unlock(path, 11, 429);
  }

  private static void unlock(String path, int from, int status) {
    server
        .anonymous()
        .with("X-Forwarded-For", "192.0.2." + from)
        .post(path + "/unlock", "{\"password\": \"wrong\"}")
        .expect(status);
  }
}
