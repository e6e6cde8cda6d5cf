package com.streamdata.live;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one page. Keeps no events for it: whenever it can take more it is given the
 * newest of what it lacks. A page that leaves too much lying is dropped; it connects again.
 *
 * <p>A connection that was taken over from HTTP has none of the buffers of a request, which are
 * five times of what is left; see RATIONALE.
 */
public final class EventSocket implements InternalHttpUpgradeHandler {
  private static final byte[] BEAT = "event: beat\ndata: 1\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BEHIND = 256 * 1024;
  private static final int MOST_AT_ONCE = 8 * 1024;
  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  /** A page that takes nothing for so many heartbeats is gone without a word. */
  private static final int MOST_BEATS_MISSED = 4;

  private volatile @Nullable SocketWrapperBase<?> wire;
  private volatile @Nullable Feed feed;
  private Instant arrival = Instant.MIN;
  private Pass pass = () -> Instant.MIN;
  private Runnable leave = () -> {};
  private long generation;
  private Instant until = Instant.MIN;
  private Progress progress = new Progress(Seen.NOTHING);
  private byte @Nullable [] sending;
  private int sent;
  private boolean waiting;
  private int behind;
  private int beatsMissed;
  private volatile boolean ended;

  /**
   * Tells what to send; before the connection is there.
   *
   * @param leave to be called once it is gone
   * @param now until a while after which it has to be there
   */
  void watch(Feed feed, Pass pass, Seen seen, Runnable leave, Instant now) {
    this.feed = feed;
    this.pass = pass;
    this.leave = leave;
    this.progress = new Progress(seen);
    this.arrival = now.plus(ARRIVAL);
    feed.join(this);
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    wire = wrapper;
  }

  @Override
  public void init(WebConnection connection) {
    deliver(0);
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    SocketWrapperBase<?> open = wire;
    boolean here =
        open != null
            && switch (event) {
              case OPEN_READ -> isThere(open);
              case OPEN_WRITE -> pump(open);
              default -> false;
            };
    return here ? SocketState.UPGRADED : SocketState.CLOSED;
  }

  /** Pages send nothing; that one is gone is something to be read. */
  private static boolean isThere(SocketWrapperBase<?> open) {
    ByteBuffer ignored = ByteBuffer.allocate(64);
    try {
      int read = open.read(false, ignored.clear());
      while (read > 0) {
        read = open.read(false, ignored.clear());
      }
      return read == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Sends what the page lacks. The lock is the one that the container holds while it reads, writes
   * or closes.
   *
   * @param bytes how much there is to send since the last time
   */
  void deliver(int bytes) {
    SocketWrapperBase<?> open = wire;
    if (open == null) {
      return;
    }
    Lock lock = open.getLock();
    lock.lock();
    try {
      if (waiting) {
        behind += bytes;
        if (behind > MOST_BEHIND) {
          end();
        }
      } else if (!pump(open)) {
        end();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Shows that the connection is alive. */
  void beat() {
    SocketWrapperBase<?> open = wire;
    if (open == null) {
      return;
    }
    Lock lock = open.getLock();
    lock.lock();
    try {
      if (waiting && ++beatsMissed > MOST_BEATS_MISSED) {
        end();
        return;
      }
      if (!waiting && sending == null) {
        sending = BEAT;
        sent = 0;
      }
      deliver(BEAT.length);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes as much as the connection takes now; the container calls again when it takes more.
   *
   * @return false when it is broken
   */
  private boolean pump(SocketWrapperBase<?> open) {
    Lock lock = open.getLock();
    lock.lock();
    try {
      if (ended || open.isClosed()) {
        return false;
      }
      waiting = open.flush(false);
      while (!waiting && hasMore()) {
        write(open);
        waiting = open.flush(false);
      }
      if (waiting) {
        open.registerWriteInterest();
      } else {
        behind = 0;
        beatsMissed = 0;
      }
      return true;
    } catch (IOException | RuntimeException _) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasMore() {
    if (sending == null) {
      sending = progress.next(Objects.requireNonNull(feed).newest());
      sent = 0;
    }
    return sending != null;
  }

  private void write(SocketWrapperBase<?> open) throws IOException {
    byte[] bytes = Objects.requireNonNull(sending);
    int length = Math.min(bytes.length - sent, MOST_AT_ONCE);
    open.write(false, bytes, sent, length);
    sent += length;
    if (sent == bytes.length) {
      sending = null;
    }
  }

  /**
   * Ends the stream if the page may not see any more what it shows.
   *
   * @param written the metadata's generation
   */
  void check(long written, Instant now) {
    if (wire == null && now.isAfter(arrival)) {
      // The client was gone before it was answered.
      destroy();
    }
    if (written == generation && now.isBefore(until)) {
      return;
    }
    try {
      until = pass.check();
      generation = written;
      if (!now.isBefore(until)) {
        end();
      }
    } catch (RuntimeException _) {
      end();
    }
  }

  /** Closes the connection. */
  void end() {
    ended = true;
    SocketWrapperBase<?> open = wire;
    if (open != null) {
      open.processSocket(SocketEvent.STOP, true);
    }
  }

  @Override
  public void destroy() {
    ended = true;
    if (feed != null && feed.leave(this)) {
      leave.run();
    }
  }

  @Override
  public void timeoutAsync(long now) {
    // Streams have no end of their own.
  }

  @Override
  public void setSslSupport(SSLSupport support) {
    // Nothing depends on it.
  }

  @Override
  public void pause() {
    // Streams are ended before the server stops.
  }
}
