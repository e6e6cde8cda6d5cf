import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server under test, as a process on a free port of loopback. */
final class Subject implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;
  private static final int PATIENCE_SECONDS = 60;

  final int port;
  final double secondsToFirstAnswer;
  private final Process process;

  private Subject(Process process, int port, double seconds) {
    this.process = process;
    this.port = port;
    this.secondsToFirstAnswer = seconds;
  }

  /** Starts and waits for the first 200 to this path. PORT among the command's words is replaced. */
  static Subject start(List<String> command, Map<String, String> settings, String path)
      throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            command.stream().map(word -> word.equals("PORT") ? "" + port : word).toList());
    builder.environment().keySet().removeIf(name -> name.startsWith("STREAMDATA_"));
    builder.environment().putAll(settings);
    builder.environment().put("STREAMDATA_PORT", "" + port);
    builder.environment().put("STREAMDATA_ADDRESS", "127.0.0.1");
    File log = File.createTempFile("bench", ".log");
    builder.redirectErrorStream(true).redirectOutput(log);
    long begin = System.nanoTime();
    Process process = builder.start();
    while (!answers(port, path)) {
      if (process.waitFor(5, TimeUnit.MILLISECONDS)
          || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " did not start:\n" + Files.readString(log.toPath()));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    log.deleteOnExit();
    return new Subject(process, port, seconds);
  }

  private static boolean answers(int port, String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setReadTimeout(2000);
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  long pid() {
    return process.pid();
  }

  /** Processor time of all its threads so far, in seconds. */
  double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
