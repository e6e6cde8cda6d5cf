package com.streamdata.live;

import com.streamdata.error.AppException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes the result of one part again whenever it can be another: at most four times a second, less
 * often when it takes long, and never twice at once.
 */
final class Making {
  private static final Logger LOG = LoggerFactory.getLogger(Making.class);
  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(800);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  /** A result may keep a core busy for a tenth of the time. */
  private static final int IDLE_TIMES = 10;

  private final Part part;
  private final BiConsumer<String, Frame> done;
  private Frame frame;
  private @Nullable Object made;
  private boolean running;
  private long began;
  private long notBefore = System.nanoTime();

  /**
   * @param frame what there is from before
   * @param done takes every new frame
   */
  Making(Part part, Frame frame, BiConsumer<String, Frame> done) {
    this.part = part;
    this.frame = frame;
    this.done = done;
  }

  /** Begins to make it if it is time; tells that the last one is old if that takes long. */
  synchronized void look() {
    long now = System.nanoTime();
    if (running) {
      if (now - began > PATIENCE) {
        become(frame.aged(part.name()));
      }
    } else if (now - notBefore >= 0 && !part.state().get().equals(made)) {
      running = true;
      began = now;
      Thread.startVirtualThread(this::make);
    }
  }

  private void make() {
    Object state = part.state().get();
    Frame result = result();
    synchronized (this) {
      long took = System.nanoTime() - began;
      running = false;
      made = result.isOld() ? null : state;
      notBefore = began + Math.clamp(IDLE_TIMES * took, SHORTEST_PAUSE, took + LONGEST_PAUSE);
      become(result);
    }
  }

  private Frame result() {
    try {
      Part.Result result = part.result().get();
      Frame made = Frame.of(part.name(), result.json());
      return result.old() ? made.aged(part.name()) : made;
    } catch (AppException e) {
      return failed(e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The result of {} could not be made", part.name(), e);
      return failed("Something went wrong on the server.");
    }
  }

  private Frame failed(@Nullable String detail) {
    String problem =
        JsonNodeFactory.instance.objectNode().put("detail", String.valueOf(detail)).toString();
    return Frame.failed(part.name(), problem.getBytes(StandardCharsets.UTF_8));
  }

  private void become(Frame now) {
    boolean same = now.tag().equals(frame.tag());
    frame = now;
    if (!same) {
      done.accept(part.name(), now);
    }
  }
}
