package com.streamdata.source;

import com.streamdata.access.SourceId;
import com.streamdata.db.Database;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fetches rows when it is time. Every run has a virtual thread of its own, so that a slow source
 * delays no other.
 */
@Component
final class Refreshes {
  private static final Logger LOG = LoggerFactory.getLogger(Refreshes.class);
  private static final long TICK_MILLIS = 100;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration AFTER_OUR_FAULT = Duration.ofMinutes(1);
  private static final long SPREAD_MILLIS = 5_000;

  private final Database database;
  private final Refresh refresh;
  private final InstantSource clock;
  private final Map<SourceId, Slot> slots = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("refreshes").daemon().factory());

  /** What is planned and going on for one source; guarded by itself. */
  private static final class Slot {
    @Nullable Instant nextAt;
    @Nullable Going going;
    boolean again;
  }

  private record Going(Instant started, CompletableFuture<Optional<Run>> end, Thread thread) {}

  Refreshes(Database database, Refresh refresh, InstantSource clock) {
    this.database = database;
    this.refresh = refresh;
    this.clock = clock;
  }

  /** Goes on where the server had stopped; what is overdue is spread over some seconds. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    for (Source source : database.from(SourceStore.class, SourceStore::list)) {
      if (source.settings() != null) {
        Progress progress =
            database.from(RunStore.class, store -> store.find(source.id())).orElse(Progress.NONE);
        if (progress.nextAt() != null || progress.equals(Progress.NONE)) {
          plan(source.id(), notBefore(progress.nextAt()));
        }
      }
    }
    var unused =
        ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private Instant notBefore(@Nullable Instant due) {
    Instant now = clock.instant();
    return due != null && due.isAfter(now)
        ? due
        : now.plusMillis(ThreadLocalRandom.current().nextLong(SPREAD_MILLIS));
  }

  private void plan(SourceId id, @Nullable Instant at) {
    Slot slot = slots.computeIfAbsent(id, _ -> new Slot());
    synchronized (slot) {
      slot.nextAt = at;
    }
  }

  /** The source is new or was changed: it is fetched at once, with what is known of it now. */
  void soon(SourceId id) {
    Slot slot = slots.computeIfAbsent(id, _ -> new Slot());
    synchronized (slot) {
      slot.nextAt = clock.instant();
      slot.again = slot.going != null;
    }
  }

  /** The source is gone. */
  void forget(SourceId id) {
    Slot slot = slots.remove(id);
    if (slot != null) {
      synchronized (slot) {
        slot.nextAt = null;
        if (slot.going != null) {
          slot.going.thread().interrupt();
        }
      }
    }
  }

  /** Fetches now, or waits for the run that is going on; empty if the source is gone. */
  Optional<Run> now(SourceId id) {
    return begin(id, slots.computeIfAbsent(id, _ -> new Slot())).join();
  }

  private void tick() {
    try {
      Instant now = clock.instant();
      slots.forEach((id, slot) -> look(id, slot, now));
    } catch (RuntimeException e) {
      LOG.error("Sources could not be looked through; it is tried again", e);
    }
  }

  private void look(SourceId id, Slot slot, Instant now) {
    synchronized (slot) {
      if (slot.going != null) {
        if (slot.going.started().plus(LONGEST).isBefore(now)) {
          slot.going.thread().interrupt();
        }
        return;
      }
      if (slot.nextAt == null || slot.nextAt.isAfter(now)) {
        return;
      }
    }
    var unused = begin(id, slot);
  }

  private CompletableFuture<Optional<Run>> begin(SourceId id, Slot slot) {
    synchronized (slot) {
      if (slot.going == null) {
        CompletableFuture<Optional<Run>> end = new CompletableFuture<>();
        Thread thread =
            Thread.ofVirtual().name("refresh-" + id).unstarted(() -> run(id, slot, end));
        slot.going = new Going(clock.instant(), end, thread);
        slot.again = false;
        thread.start();
      }
      return slot.going.end();
    }
  }

  private void run(SourceId id, Slot slot, CompletableFuture<Optional<Run>> end) {
    Optional<Run> run = Optional.empty();
    @Nullable Instant next = clock.instant().plus(AFTER_OUR_FAULT);
    try {
      Optional<Refresh.Ended> ended = refresh.run(id);
      run = ended.map(Refresh.Ended::run);
      next = ended.flatMap(Refresh.Ended::nextAt).orElse(null);
    } catch (RuntimeException e) {
      LOG.error("A run of source {} could not be written down", id, e);
    } finally {
      end(id, slot, next);
      end.complete(run);
    }
  }

  private void end(SourceId id, Slot slot, @Nullable Instant next) {
    synchronized (slot) {
      slot.going = null;
      if (!slot.again) {
        slot.nextAt = next;
      }
      if (slot.nextAt == null) {
        slots.remove(id, slot);
      }
    }
  }

  @PreDestroy
  void stop() {
    ticks.shutdownNow();
    refresh.stop();
    slots
        .values()
        .forEach(slot -> {
          synchronized (slot) {
            if (slot.going != null) {
              slot.going.thread().interrupt();
            }
          }
        });
  }
}
