package com.streamdata.outbound;

import com.streamdata.config.TemporaryFolder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Requests that share one deadline. When it has passed, the sockets are closed under whoever waits
 * at them: a server that sends a byte now and then gains nothing.
 */
final class HttpExchange implements AutoCloseable {
  private static final Http1Config HEADERS =
      Http1Config.custom().setMaxLineLength(16 << 10).setMaxHeaderCount(200).build();

  private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();

  private final CheckedResolver names;
  private final Networks networks;
  private final TlsSocketStrategy tls;
  private final TemporaryFolder temporary;
  private final HttpLimits limits;
  private final List<Socket> sockets = new ArrayList<>();
  private final Future<?> end;
  private boolean over;

  HttpExchange(
      Networks networks, TlsSocketStrategy tls, TemporaryFolder temporary, HttpLimits limits) {
    this.networks = networks;
    this.names = new CheckedResolver(networks);
    this.tls = tls;
    this.temporary = temporary;
    this.limits = limits;
    this.end = DEADLINES.schedule(this::giveUp, limits.time().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor deadlines() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named("deadlines-"));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  HttpAnswer ask(HttpAsk ask) throws HttpFailure, InterruptedException {
    AnswerBody body = new AnswerBody(temporary);
    try (CloseableHttpClient client = client();
        ClassicHttpResponse response = client.executeOpen(null, request(ask), null)) {
      HttpAnswer answer =
          new HttpAnswer(response.getCode(), ask.address(), headers(response), body);
      HttpEntity entity = response.getEntity();
      if (entity != null && !answer.isRedirect()) {
        read(body, entity.getContent(), answer);
      }
      return answer;
    } catch (IOException | RuntimeException e) {
      body.close();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw HttpFailures.of(e, ask.address(), isOver(), limits, body.start());
    }
  }

  private void read(AnswerBody body, InputStream content, HttpAnswer answer) throws IOException {
    InputStream capped = new Capped(content, limits.bytes());
    String packed = answer.header("content-encoding").orElse("identity").strip();
    switch (packed.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> body.read(capped, limits.bytes());
      case "gzip", "x-gzip" -> body.read(new GZIPInputStream(capped), limits.bytes());
      default -> throw new HttpFailures.UnknownPacking(packed);
    }
  }

  private static HttpUriRequestBase request(HttpAsk ask) {
    HttpUriRequestBase request = new HttpUriRequestBase(ask.method(), ask.address().uri());
    request.setHeader("User-Agent", "StreamData");
    request.setHeader("Accept-Encoding", "gzip");
    ask.headers().forEach(request::setHeader);
    if (ask.body() != null) {
      request.setEntity(new ByteArrayEntity(ask.body(), null));
    }
    return request;
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse response) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header.getValue() == null ? "" : header.getValue());
    }
    return headers;
  }

  private CloseableHttpClient client() {
    BasicHttpClientConnectionManager connections =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                _ -> socket(),
                null,
                names,
                RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build()),
            ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
            .setSocketTimeout((int) limits.time().toMillis(), TimeUnit.MILLISECONDS)
            .build());
    RequestConfig plain =
        RequestConfig.custom()
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .setRedirectsEnabled(false)
            .setResponseTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(plain)
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableDefaultUserAgent()
        .disableRedirectHandling()
        .build();
  }

  private synchronized Socket socket() throws IOException {
    if (over) {
      throw new SocketTimeoutException();
    }
    Socket socket = networks.sockets().createSocket();
    sockets.add(socket);
    return socket;
  }

  private synchronized void giveUp() {
    over = true;
    closeSockets();
  }

  private synchronized boolean isOver() {
    return over;
  }

  private void closeSockets() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is as closed as it gets.
      }
    }
  }

  @Override
  public synchronized void close() {
    end.cancel(false);
    closeSockets();
  }

  /** Also what is packed has an end, even where nothing comes out of it. */
  private static final class Capped extends FilterInputStream {
    private long left;

    Capped(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      counted(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      counted(Math.max(read, 0));
      return read;
    }

    private void counted(int more) throws AnswerBody.TooLarge {
      left -= more;
      if (left < 0) {
        throw new AnswerBody.TooLarge();
      }
    }
  }
}
