package com.streamdata.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests with certain headers. Immutable: {@code with} gives another one. */
public final class TestClient {
  /** For a whole answer: a stream that was to be refused does not end. */
  private static final int PATIENCE_MINUTES = 2;

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String base;
  private final Map<String, String> headers;

  TestClient(String base) {
    this(base, Map.of());
  }

  private TestClient(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  public TestClient with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new TestClient(base, more);
  }

  public TestAnswer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), null);
  }

  /** How a GET is answered, without waiting for the end of a body that may have none. */
  public int statusOf(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public TestAnswer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), null);
  }

  /** Posts without a body. */
  public TestAnswer post(String path) {
    return send("POST", path, BodyPublishers.noBody(), null);
  }

  public TestAnswer post(String path, String json) {
    return send("POST", path, text(json), "application/json");
  }

  public TestAnswer post(String path, String contentType, byte[] body) {
    return send("POST", path, BodyPublishers.ofByteArray(body), contentType);
  }

  public TestAnswer patch(String path, String json) {
    return send("PATCH", path, text(json), "application/json");
  }

  public TestAnswer put(String path, String json) {
    return send("PUT", path, text(json), "application/json");
  }

  private static BodyPublisher text(String json) {
    return BodyPublishers.ofString(json, StandardCharsets.UTF_8);
  }

  private TestAnswer send(
      String method,
      String path,
      BodyPublisher body,
      @org.jspecify.annotations.Nullable String contentType) {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    headers.forEach(request::setHeader);
    try {
      return new TestAnswer(
          HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray())
              .get(PATIENCE_MINUTES, TimeUnit.MINUTES));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io
          ? new UncheckedIOException(io)
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("No end of an answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
