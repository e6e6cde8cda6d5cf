package com.streamdata.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A site of somebody else's with one page; under another name, so that browsers know it for one.
 */
final class OtherSite implements AutoCloseable {
  private final HttpServer http;
  private volatile byte[] page = {};

  OtherSite() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::answer);
    http.start();
  }

  String url() {
    return "http://localhost:" + http.getAddress().getPort() + "/";
  }

  void show(String html) {
    page = ("<!doctype html><title>Blog</title>" + html).getBytes(StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
