package com.streamdata.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events that reads only when it is asked to. */
public final class EventStream implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final BufferedReader lines;
  private String lastId = "";

  /**
   * One event.
   *
   * @param data its lines of data
   */
  public record Event(String name, List<String> data) {
    /** What a result is of: {@code v7}. */
    public String part() {
      return data.getFirst().split(" ")[0];
    }

    /** The short name of a result's bytes. */
    public String tag() {
      return data.getFirst().split(" ")[1];
    }

    public String json() {
      return data.get(1);
    }
  }

  /**
   * Asks for a stream; reads nothing yet.
   *
   * @param headers each as {@code Name: value}
   */
  public EventStream(TestServer server, String path, String... headers) {
    URI uri = URI.create(server.url());
    try {
      socket.setReceiveBufferSize(16 * 1024);
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head =
          "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers);
      String end = headers.length == 0 ? "\r\n" : "\r\n\r\n";
      socket.getOutputStream().write((head + end).getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next event of all; empty at the end of the stream. */
  public Optional<Event> next() {
    try {
      String name = "";
      List<String> data = new ArrayList<>();
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data.add(line.substring("data: ".length()));
        } else if (line.startsWith("id: ")) {
          lastId = line.substring("id: ".length());
        } else if (line.isEmpty() && !data.isEmpty() && !name.equals("beat")) {
          return Optional.of(new Event(name, List.copyOf(data)));
        } else if (line.isEmpty()) {
          data.clear();
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next of this name; fails when there will be none. */
  public Event next(String name) {
    Optional<Event> event = next();
    while (event.isPresent() && !event.get().name().equals(name)) {
      event = next();
    }
    return event.orElseThrow(() -> new AssertionError("The stream ended without " + name));
  }

  /** Everything until the page is said to have all there is. */
  public List<Event> untilComplete() {
    List<Event> events = new ArrayList<>();
    for (Event event = next().orElseThrow();
        !event.name().equals("mark");
        event = next().orElseThrow()) {
      events.add(event);
    }
    return events;
  }

  /** Reads until the page has results of all these parts. */
  public void untilItHas(String... parts) {
    next("mark");
    while (!Stream.of(parts).allMatch(part -> lastId.contains("." + part + "="))) {
      next("mark");
    }
  }

  /** Reads until a result of this part has such text. */
  public Event until(String part, String text) {
    Event event = next("result");
    while (!event.part().equals(part) || !event.json().contains(text)) {
      event = next("result");
    }
    return event;
  }

  /** Reads until the end, which must come. */
  public void untilEnd() {
    Optional<Event> event = next();
    while (event.isPresent()) {
      event = next();
    }
  }

  /** What a browser would send as Last-Event-ID. */
  public String lastId() {
    return lastId;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
