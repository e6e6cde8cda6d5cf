package com.streamdata;

import com.streamdata.access.SourceId;
import com.streamdata.config.ServerConfig;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.source.push.PushFormat;
import com.streamdata.source.push.PushedRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Replays a recorded week of earthquakes into a source of the demo, one each second, for ever. Ends
 * when the source is deleted. The data folder tells the next start which source it is.
 */
@Component
final class LiveDemo implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveDemo.class);

  /** So much there is to see already when somebody looks for the first time, in seconds. */
  private static final long BEFORE = 15 * 60;

  private final ServerConfig config;
  private final Datasets datasets;
  private final InstantSource clock;
  private final Path note;
  private @Nullable ScheduledExecutorService seconds;
  private boolean running;

  LiveDemo(ServerConfig config, Datasets datasets, InstantSource clock) {
    this.config = config;
    this.datasets = datasets;
    this.clock = clock;
    this.note = config.dataDir().resolve("live-demo");
  }

  /** Fills a source with what was before now, and goes on. */
  void begin(SourceId source) {
    try {
      Files.writeString(note, source.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RecordedQuakes quakes = new RecordedQuakes(Demo.resource("earthquakes.json"));
    long now = clock.instant().getEpochSecond();
    push(source, quakes, now - BEFORE, now);
    replay(source, quakes);
  }

  /** Goes on with what an earlier start began. */
  void goOn() {
    source()
        .filter(source -> datasets.find(source).isPresent())
        .ifPresent(source -> replay(source, new RecordedQuakes(Demo.resource("earthquakes.json"))));
  }

  private Optional<SourceId> source() {
    try {
      return config.demo() && Files.exists(note)
          ? Optional.of(new SourceId(Long.parseLong(Files.readString(note).strip())))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      LOG.warn("The demo is not live: {} cannot be read", note, e);
      return Optional.empty();
    }
  }

  private synchronized void replay(SourceId source, RecordedQuakes quakes) {
    if (!running) {
      return;
    }
    seconds =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-demo").daemon().factory());
    var unused = seconds.scheduleAtFixedRate(() -> next(source, quakes), 1, 1, TimeUnit.SECONDS);
  }

  private void next(SourceId source, RecordedQuakes quakes) {
    try {
      if (datasets.find(source).isEmpty()) {
        Files.deleteIfExists(note);
        stop();
        return;
      }
      long now = clock.instant().getEpochSecond();
      push(source, quakes, now, now + 1);
    } catch (RuntimeException | IOException e) {
      LOG.debug("The demo missed a second", e);
    }
  }

  private void push(SourceId source, RecordedQuakes quakes, long from, long to) {
    String rows =
        LongStream.range(from, to)
            .mapToObj(second -> quakes.row(second, Instant.ofEpochSecond(second)).toString())
            .collect(Collectors.joining(",", "[", "]"));
    Dataset dataset = datasets.find(source).orElseThrow();
    try {
      Batch batch =
          PushedRows.read(
              new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
              PushFormat.JSON,
              false,
              dataset.columns());
      datasets.append(source, batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (seconds != null) {
      seconds.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the server begins to listen. */
  @Override
  public int getPhase() {
    return 0;
  }
}
