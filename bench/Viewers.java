import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Many open pages that listen to one stream, on one thread. The newest result of a page is told by a
 * number in it, after {@link #MARK}: the nanosecond at which it was pushed.
 */
final class Viewers implements AutoCloseable, Runnable {
  private static final byte[] MARK = "\"integer\",\"values\":[".getBytes(StandardCharsets.US_ASCII);
  private static final int ROUND = 100;

  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  volatile long lastClosed;
  private final List<Long> latencies = new ArrayList<>();
  private final Selector selector = Selector.open();
  private final ByteBuffer input = ByteBuffer.allocateDirect(64 * 1024);
  private final byte[] request;
  private final int port;
  private final Thread thread = new Thread(this, "viewers");
  private volatile boolean running = true;
  private volatile boolean noting;
  private volatile List<Page> pages = new ArrayList<>();

  /** One page: how much of the mark was matched, and the number after it as far as it was read. */
  private static final class Page {
    boolean answered;
    int matched;
    boolean reading;
    long number;
    volatile long newest;
  }

  Viewers(int port, String path) throws IOException {
    this.port = port;
    request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens so many more and waits until all are answered. Seconds that took. */
  double open(int number) throws IOException {
    long begin = System.nanoTime();
    int before = open.get();
    List<Page> more = new ArrayList<>(pages);
    for (int i = 1; i <= number; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.connect(new InetSocketAddress("127.0.0.1", port));
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      Page page = new Page();
      more.add(page);
      channel.register(selector, SelectionKey.OP_READ, page);
      if (i % ROUND == 0) {
        await(before + i - ROUND);
      }
    }
    pages = more;
    await(before + number);
    return (System.nanoTime() - begin) / 1e9;
  }

  private void await(int answered) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (open.get() < answered) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(open + " of " + answered + " streams were answered");
      }
      selector.wakeup();
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Waits up to so many seconds until all have seen this number or a newer one; how many have not. */
  int missing(long number, double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    int missing = count(number);
    while (missing > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(500_000);
      missing = count(number);
    }
    return missing;
  }

  private int count(long number) {
    int missing = 0;
    for (Page page : pages) {
      missing += page.newest < number ? 1 : 0;
    }
    return missing;
  }

  void note() {
    noting = true;
  }

  /** All times from push to receipt since {@link #note}, in milliseconds, in ascending order. */
  double[] millis() {
    synchronized (latencies) {
      double[] millis = latencies.stream().mapToDouble(nanos -> nanos / 1e6).toArray();
      Arrays.sort(millis);
      return millis;
    }
  }

  @Override
  public void run() {
    try {
      while (running) {
        selector.select();
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
          read(keys.next());
          keys.remove();
        }
      }
    } catch (ClosedSelectorException _) {
      // That is the end.
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    Page page = (Page) key.attachment();
    try {
      int read = ((SocketChannel) key.channel()).read(input.clear());
      if (read < 0) {
        end(key);
      }
      if (read > 0 && !page.answered) {
        page.answered = true;
        open.incrementAndGet();
      }
    } catch (IOException _) {
      end(key);
    }
    input.flip();
    while (input.hasRemaining()) {
      take(page, input.get());
    }
  }

  private void end(SelectionKey key) {
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException _) {
      // It is gone either way.
    }
    lastClosed = System.nanoTime();
    closed.incrementAndGet();
  }

  private void take(Page page, byte letter) {
    if (page.reading) {
      if (letter >= '0' && letter <= '9') {
        page.number = page.number * 10 + letter - '0';
        return;
      }
      page.reading = false;
      if (noting && page.number > page.newest) {
        synchronized (latencies) {
          latencies.add(System.nanoTime() - page.number);
        }
      }
      page.newest = Math.max(page.newest, page.number);
    }
    page.matched = letter == MARK[page.matched] ? page.matched + 1 : letter == MARK[0] ? 1 : 0;
    if (page.matched == MARK.length) {
      page.matched = 0;
      page.number = 0;
      page.reading = true;
    }
  }

  @Override
  public void close() throws IOException {
    running = false;
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
