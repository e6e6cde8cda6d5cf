package com.streamdata.live;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events that tell a page that what it shows has changed.
 *
 * <p>Twice a second every stream's state is looked at; a new one is sent as event {@code changed}
 * with the state as its id, so that a page that reconnects (Last-Event-ID) hears only of what it
 * missed. A stream whose state is gone, for its link was revoked or has expired, is closed.
 */
@Component
public final class LiveStreams implements SmartLifecycle {
  private static final ErrorCode FULL =
      new ErrorCode("live.full", ErrorKind.UNAVAILABLE, "Too many open streams");
  private static final int MOST = 2_000;
  private static final long TICK_MILLIS = 500;
  private static final int TICKS_PER_HEARTBEAT = 30;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-streams").daemon().factory());
  private boolean ticking;
  private long tick;

  private static final class Stream {
    final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    final Supplier<Optional<String>> state;
    @Nullable String told;

    Stream(Supplier<Optional<String>> state, @Nullable String told) {
      this.state = state;
      this.told = told;
    }
  }

  /**
   * Opens a stream.
   *
   * @param state names what is shown now; empty when it may no longer be. Is called often and must
   *     be quick
   * @param lastEventId the state the client knows already; null if it knows none
   * @throws AppException unavailable, when too many are open or the server is stopping
   */
  public SseEmitter open(Supplier<Optional<String>> state, @Nullable String lastEventId) {
    if (streams.size() >= MOST || !isRunning()) {
      throw new AppException(FULL, "Ask for the data now and then instead.");
    }
    Stream stream = new Stream(state, lastEventId);
    stream.emitter.onCompletion(() -> streams.remove(stream));
    stream.emitter.onTimeout(() -> end(stream));
    stream.emitter.onError(_ -> streams.remove(stream));
    streams.add(stream);
    startTicking();
    return stream.emitter;
  }

  private synchronized void startTicking() {
    if (!ticking) {
      ticking = true;
      var unused =
          ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    tick++;
    streams.forEach(this::look);
  }

  private void look(Stream stream) {
    try {
      Optional<String> now = stream.state.get();
      if (now.isEmpty()) {
        end(stream);
      } else if (!now.get().equals(stream.told)) {
        stream.emitter.send(SseEmitter.event().id(now.get()).name("changed").data("{}"));
        stream.told = now.get();
      } else if (tick % TICKS_PER_HEARTBEAT == 0) {
        stream.emitter.send(SseEmitter.event().comment(""));
      }
    } catch (IOException | RuntimeException _) {
      // The page is gone, or its state cannot be told: it connects again if it wants to.
      end(stream);
    }
  }

  private void end(Stream stream) {
    streams.remove(stream);
    stream.emitter.complete();
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
    streams.forEach(this::end);
  }
}
