package com.streamdata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.ChildServer;
import com.streamdata.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SIGTERM does. */
class ShutdownTest {
  private static final String BODY = "{\"name\": \"asked for before the end\"}";

  @TempDir Path data;

  @Test
  void endsWithZero() throws Exception {
    try (ChildServer server = ChildServer.startIn(data)) {
      server.admin().get("/dashboards").expect(200);

      server.terminate();

      assertThat(server.exitCode(10)).isZero();
    }
  }

  @Test
  void finishesWhatIsInFlightAndTakesNothingNew() throws Exception {
    try (ChildServer server = ChildServer.startIn(data);
        Socket slow = new Socket("127.0.0.1", server.port())) {
      send(slow, head() + BODY.substring(0, 10));
      server.admin().get("/dashboards").expect(200);

      server.terminate();
      await().until(() -> refuses(server.port()));
      send(slow, BODY.substring(10));
      String answer = new String(slow.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 201");
      assertThat(server.exitCode(10)).isZero();
    }
    try (ChildServer again = ChildServer.startIn(data)) {
      assertThat(again.admin().get("/dashboards").text()).contains("asked for before the end");
    }
  }

  @Test
  void waitsForNobodyForEver() throws Exception {
    try (ChildServer server = ChildServer.startIn(data);
        Socket stuck = new Socket("127.0.0.1", server.port())) {
      send(stuck, head() + BODY.substring(0, 10));
      server.admin().get("/dashboards").expect(200);

      server.terminate();

      assertThat(server.exitCode(10)).isZero();
    }
  }

  /** Pages listen for hours; waiting for them takes longer than this test allows. */
  @Test
  void openPagesDoNotDelayIt() throws Exception {
    try (ChildServer server = ChildServer.startIn(data);
        Socket page = new Socket("127.0.0.1", server.port())) {
      String id =
          server.admin().post("/dashboards", "{\"name\": \"x\"}").json().path("id").asString();
      String link =
          server
              .admin()
              .post("/dashboards/" + id + "/share", "{\"access\": \"view\"}")
              .json()
              .path("share_link")
              .asString();
      send(
          page,
          "GET " + URI.create(link).getPath() + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(page.getInputStream().read()).isEqualTo('H');

      server.terminate();

      assertThat(server.exitCode(5)).isZero();
    }
  }

  private static String head() {
    return String.join(
        "\r\n",
        "POST /dashboards HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer " + TestServer.ADMIN_KEY,
        "Content-Type: application/json",
        "Content-Length: " + BODY.length(),
        "",
        "");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private static boolean refuses(int port) {
    try (Socket attempt = new Socket("127.0.0.1", port)) {
      return !attempt.isConnected();
    } catch (java.net.ConnectException _) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
