import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The limit L: answers the same bytes to whatever is asked, parses nothing but the empty line that
 * ends a request, and knows nobody. As many threads as cores, each with a selector of its own.
 *
 * <p>Arguments: port, file with the body.
 */
public class NioServer implements Runnable {
  private static final int END = 0x0d0a0d0a;

  private final Selector selector;
  private final ByteBuffer answer;

  NioServer(ByteBuffer answer) throws IOException {
    this.selector = Selector.open();
    this.answer = answer;
  }

  public static void main(String[] arguments) throws IOException {
    ByteBuffer answer = answer(Files.readAllBytes(Path.of(arguments[1])));
    NioServer[] loops = new NioServer[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < loops.length; i++) {
      loops[i] = new NioServer(answer.duplicate());
      Thread.ofPlatform().start(loops[i]);
    }
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      int port = Integer.parseInt(arguments[0]);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
      for (int i = 0; ; i++) {
        loops[i % loops.length].take(server.accept());
      }
    }
  }

  private static ByteBuffer answer(byte[] body) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer answer = ByteBuffer.allocateDirect(head.length + body.length);
    return answer.put(head).put(body).flip();
  }

  /** One connection: the last four bytes read, and what is still to be written. */
  private static final class Connection {
    final ByteBuffer answer;
    int last;

    Connection(ByteBuffer answer) {
      this.answer = answer;
    }
  }

  private void take(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    ByteBuffer own = answer.duplicate();
    channel.register(selector, SelectionKey.OP_READ, new Connection(own.position(own.limit())));
    selector.wakeup();
  }

  @Override
  public void run() {
    ByteBuffer input = ByteBuffer.allocateDirect(16 * 1024);
    while (true) {
      try {
        selector.select();
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
          serve(keys.next(), input);
          keys.remove();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static void serve(SelectionKey key, ByteBuffer input) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isReadable()) {
        if (channel.read(input.clear()) < 0) {
          channel.close();
          return;
        }
        input.flip();
        while (input.hasRemaining()) {
          connection.last = connection.last << 8 | input.get() & 0xff;
          if (connection.last == END) {
            connection.answer.rewind();
          }
        }
      }
      channel.write(connection.answer);
      key.interestOps(
          connection.answer.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    } catch (IOException _) {
      channel.close();
    }
  }
}
