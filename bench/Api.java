import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls our REST API with the first admin's key. */
record Api(String url) {
  static final String KEY = "sd_" + "00112233445566778899".repeat(2);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  JsonNode post(String path, String json) throws Exception {
    return JSON.readTree(send("POST", path, "application/json", BodyPublishers.ofString(json)));
  }

  JsonNode post(String path, String type, BodyPublisher body) throws Exception {
    return JSON.readTree(send("POST", path, type, body));
  }

  JsonNode get(String path) throws Exception {
    return JSON.readTree(bytes(path));
  }

  void delete(String path) throws Exception {
    send("DELETE", path, "application/json", BodyPublishers.noBody());
  }

  byte[] bytes(String path) throws Exception {
    return send("GET", path, "application/json", BodyPublishers.noBody());
  }

  /** The entity tag of an answer as whoever has no key gets it. */
  String tag(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return HTTP.send(request, BodyHandlers.discarding()).headers().firstValue("ETag").orElseThrow();
  }

  private byte[] send(String method, String path, String type, BodyPublisher body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + ": " + new String(answer.body()));
    }
    return answer.body();
  }
}
