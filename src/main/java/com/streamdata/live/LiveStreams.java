package com.streamdata.live;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Server-sent events with what open pages show, as it changes.
 *
 * <p>Ten times a second, and whenever rows have changed, each {@link Feed} looks for what can be
 * another result by now; twice a second each page's right to see it is looked at.
 */
@Component
public final class LiveStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  /** A quarter of the places is left to others. */
  private static final int MOST_OF_ONE = 7_500;

  /** Different ones: each is made again as its rows change, and as time goes by. */
  private static final int MOST_FEEDS_OF_ONE = 100;

  private static final ErrorCode STOPPING =
      new ErrorCode("live.stopping", ErrorKind.UNAVAILABLE, "The server is stopping");
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_PER_CHECK = 5;
  private static final int TICKS_PER_BEAT = 150;
  private static final byte[] HELLO = ": StreamData\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Database database;
  private final InstantSource clock;
  private final Places places;
  private final ConcurrentHashMap<Object, Feed> feeds = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-ticks").daemon().factory());

  /** What comes after the end is for nobody. */
  private final ExecutorService delivery =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("live-delivery").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private boolean ticking;
  private long tick;

  LiveStreams(
      Database database,
      Datasets datasets,
      LiveConfig config,
      InstantSource clock,
      MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.places = new Places(config);
    datasets.onChange(this::changed);
    metrics.gauge("live.streams", places, Places::size);
  }

  /**
   * Answers a request with a stream of events, which goes on after this returns.
   *
   * @param client all addresses that count as the one that asks
   * @param lastEventId what the client has already; null if it has nothing
   * @throws AppException what the watch throws; too-many and unavailable, when too many streams are
   *     open, of all or by one address, link or account; unavailable, when the server is stopping
   */
  public void open(
      HttpServletRequest request,
      HttpServletResponse response,
      String client,
      Watch watch,
      @Nullable String lastEventId) {
    if (!isRunning()) {
      throw new AppException(STOPPING, "Ask again in a moment.");
    }
    if (isTooMuch(watch)) {
      throw Places.full();
    }
    Runnable leave = places.take(request.getRemoteAddr(), client);
    boolean joined = false;
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      if (request.getMethod().equals("GET")) {
        startTicking();
        EventSocket socket = request.upgrade(EventSocket.class);
        join(socket, watch, Seen.of(lastEventId), leave);
        joined = true;
        takeOver(response);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    } finally {
      if (!joined) {
        leave.run();
      }
    }
  }

  private boolean isTooMuch(Watch watch) {
    List<Feed> own = feeds.values().stream().filter(feed -> feed.isOf(watch.whose())).toList();
    return own.stream().mapToInt(Feed::size).sum() >= MOST_OF_ONE
        || (own.size() >= MOST_FEEDS_OF_ONE && !feeds.containsKey(watch.key()));
  }

  private void join(EventSocket socket, Watch watch, Seen seen, Runnable leave) {
    feeds.compute(
        watch.key(),
        (_, known) -> {
          Feed feed = known == null ? new Feed(watch.whose(), watch.show(), delivery) : known;
          socket.watch(feed, watch.pass(), seen, leave, clock.instant());
          return feed;
        });
  }

  /** From here on the connection is ours: its end is the end of the answer. */
  private static void takeOver(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader("Connection", "close");
    response.getOutputStream().write(HELLO);
    response.flushBuffer();
  }

  private synchronized void startTicking() {
    if (!ticking) {
      ticking = true;
      var unused =
          ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Called by the thread that writes rows: leaves everything to ours. */
  private void changed(SourceId source) {
    if (!feeds.isEmpty() && looking.compareAndSet(false, true)) {
      try {
        ticks.execute(this::look);
      } catch (RejectedExecutionException _) {
        // The server is stopping.
      }
    }
  }

  private void look() {
    looking.set(false);
    feeds.values().forEach(Feed::look);
  }

  private void tick() {
    tick++;
    try {
      look();
      if (tick % TICKS_PER_CHECK == 0) {
        check();
      }
    } catch (RuntimeException e) {
      LOG.error("Open pages could not be looked after", e);
    }
    if (tick % TICKS_PER_BEAT == 0) {
      beat();
    }
  }

  /** Shows on all connections that they are alive. */
  void beat() {
    delivery.execute(
        () -> feeds.values().forEach(feed -> feed.sockets().forEach(EventSocket::beat)));
  }

  private void check() {
    long generation = database.generation();
    Instant now = clock.instant();
    feeds.forEach((key, feed) -> {
      feed.sockets().forEach(socket -> socket.check(generation, now));
      feed.reload(generation);
      feeds.computeIfPresent(key, (_, one) -> one.size() == 0 ? null : one);
    });
  }

  private void endAll() {
    feeds.values().forEach(feed -> feed.sockets().forEach(EventSocket::end));
  }

  @Override
  public void start() {}

  @Override
  public boolean isRunning() {
    return !ticks.isShutdown();
  }

  /**
   * Comes before the server waits for the requests in flight: streams would not end by themselves.
   */
  @Override
  public void stop() {
    ticks.shutdownNow();
    delivery.shutdown();
    endAll();
  }
}
