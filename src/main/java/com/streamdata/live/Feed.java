package com.streamdata.live;

import com.streamdata.error.AppException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What any number of pages see alike. Each result is made once and sent to all as the same bytes.
 */
final class Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final long NEVER = -1;

  private final Object whose;
  private final Supplier<Show> show;
  private final Executor delivery;
  private final Set<EventSocket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean loading = new AtomicBoolean();
  private final AtomicInteger undelivered = new AtomicInteger();
  private volatile Edition newest;
  private volatile List<Making> makings = List.of();
  private volatile long generation = NEVER;

  /**
   * @param whose see {@link Watch}
   * @param delivery runs what sends to all pages, one after another
   * @throws AppException when there is nothing to show
   */
  Feed(Object whose, Supplier<Show> show, Executor delivery) {
    this.whose = whose;
    this.show = show;
    this.delivery = delivery;
    this.newest = Edition.first("", List.of(), List.of(), 0);
    become(show.get());
  }

  Edition newest() {
    return newest;
  }

  boolean isOf(Object other) {
    return whose.equals(other);
  }

  int size() {
    return sockets.size();
  }

  Set<EventSocket> sockets() {
    return sockets;
  }

  void join(EventSocket socket) {
    sockets.add(socket);
  }

  /** Returns whether it was there. */
  boolean leave(EventSocket socket) {
    return sockets.remove(socket);
  }

  /** Begins to make whatever can be another by now. */
  void look() {
    makings.forEach(Making::look);
  }

  /**
   * Looks at what is shown again, if anything was written since.
   *
   * @param now the metadata's generation
   */
  void reload(long now) {
    if (now != generation && loading.compareAndSet(false, true)) {
      Thread.startVirtualThread(() -> load(now));
    }
  }

  private void load(long now) {
    try {
      become(show.get());
      generation = now;
    } catch (AppException _) {
      sockets.forEach(EventSocket::end);
    } catch (RuntimeException e) {
      LOG.error("What is shown live could not be read", e);
    } finally {
      loading.set(false);
    }
  }

  private synchronized void become(Show shown) {
    Edition before = newest;
    if (shown.shape().equals(before.shape())) {
      return;
    }
    Map<String, Frame> frames = new HashMap<>();
    for (int i = 0; i < before.names().size(); i++) {
      frames.put(before.names().get(i), before.frames().get(i));
    }
    List<String> names = shown.parts().stream().map(Part::name).toList();
    List<Frame> kept = names.stream().map(name -> frames.getOrDefault(name, Frame.NONE)).toList();
    newest = Edition.first(shown.shape(), names, kept, before.number() + 1);
    makings =
        shown.parts().stream()
            .map(part ->
                new Making(
                    part,
                    frames.getOrDefault(part.name(), Frame.NONE),
                    (name, frame) -> publish(names, name, frame)))
            .toList();
    look();
    deliver(1);
  }

  /**
   * @param names of the parts when it was asked for: others are shown by now if they are not these
   */
  private synchronized void publish(List<String> names, String name, Frame frame) {
    if (newest.names() == names) {
      newest = newest.with(names.indexOf(name), frame);
      deliver(frame.event().length);
    }
  }

  private void deliver(int bytes) {
    if (undelivered.getAndAdd(bytes) == 0) {
      delivery.execute(() -> {
        int size = undelivered.getAndSet(0);
        sockets.forEach(socket -> socket.deliver(size));
      });
    }
  }
}
