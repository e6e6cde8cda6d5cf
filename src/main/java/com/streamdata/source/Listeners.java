package com.streamdata.source;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps one listener for each source whose rows come by themselves. Which there are is looked up
 * whenever any metadata was written, so nobody has to say that one was made, changed or deleted.
 */
@Component
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
  private static final long TICK_MILLIS = 250;

  private final Database database;
  private final Sources sources;
  private final Connectors connectors;
  private final Datasets datasets;
  private final RunLog runs;
  private final InstantSource clock;
  private final Map<SourceId, Listener> listeners = new HashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("listeners").daemon().factory());
  private long generation = -1;

  Listeners(
      Database database,
      Sources sources,
      Connectors connectors,
      Datasets datasets,
      RunLog runs,
      InstantSource clock) {
    this.database = database;
    this.sources = sources;
    this.connectors = connectors;
    this.datasets = datasets;
    this.runs = runs;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    var unused =
        ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void tick() {
    try {
      long now = database.generation();
      if (now != generation) {
        follow(database.from(SourceStore.class, store -> store.list(SourceKind.KAFKA.wireName())));
        generation = now;
      }
      listeners.values().forEach(Listener::note);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Sources could not be listened to; it is tried again", e);
    }
  }

  private void follow(List<Source> wanted) throws InterruptedException {
    Map<SourceId, Source> byId = new HashMap<>();
    wanted.forEach(source -> byId.put(source.id(), source));
    List<Listener> gone = new ArrayList<>();
    for (Listener listener : List.copyOf(listeners.values())) {
      Source now = byId.get(listener.source().id());
      if (now == null || !Objects.equals(now.settings(), listener.source().settings())) {
        listener.close();
        gone.add(listener);
        listeners.remove(listener.source().id());
      }
    }
    Listener.awaitEnd(gone);
    byId.values().forEach(this::listen);
  }

  private void listen(Source source) {
    if (!listeners.containsKey(source.id()) && connectors.isListening(source.sourceKind())) {
      sources.dataset(source);
      Listener listener = new Listener(source, connectors, datasets, runs, clock);
      listeners.put(source.id(), listener);
      listener.start();
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    ticks.shutdownNow();
    synchronized (this) {
      listeners.values().forEach(Listener::close);
      Listener.awaitEnd(listeners.values());
    }
  }
}
