import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of wrk. */
final class Wrk {
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([0-9.]+)(m?s|m)");
  private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
  private static final Pattern PERCENTILE = Pattern.compile("(50|99)% +([0-9.]+)(us|ms|s|m)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern ERRORS =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  /**
   * What it saw.
   *
   * @param requests answered
   * @param refused answers that were not 2xx, and broken connections
   * @param cpuMicros of the server for each request
   */
  record Result(
      long requests, double rate, double p50Millis, double p99Millis, long refused, double cpuMicros) {
    long good() {
      return requests - refused;
    }
  }

  private final List<String> options = new ArrayList<>();
  private int connections = 64;
  private List<String> scriptArguments = List.of();

  Wrk header(String name, String value) {
    options.addAll(List.of("-H", name + ": " + value));
    return this;
  }

  Wrk script(String file, String... arguments) {
    options.addAll(List.of("-s", file));
    scriptArguments = List.of(arguments);
    return this;
  }

  Wrk connections(int number) {
    connections = number;
    return this;
  }

  Result run(Subject subject, String path, int seconds) throws Exception {
    double before = subject.cpuSeconds();
    Process process = start(subject, path, seconds);
    String printed = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    double cpu = subject.cpuSeconds() - before;
    long requests = Long.parseLong(find(REQUESTS, printed, 1));
    return new Result(
        requests,
        Double.parseDouble(find(RATE, printed, 1)),
        percentile(printed, "50"),
        percentile(printed, "99"),
        refused(printed),
        requests == 0 ? 0 : cpu * 1e6 / requests);
  }

  /** Begins and does not wait. */
  Process start(Subject subject, String path, int seconds) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s"));
    command.addAll(List.of("--latency", "--timeout", "20s"));
    command.addAll(options);
    command.add(subject.url() + path);
    command.add("--");
    command.addAll(scriptArguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static long refused(String printed) {
    Matcher status = REFUSED.matcher(printed);
    long refused = status.find() ? Long.parseLong(status.group(1)) : 0;
    Matcher errors = ERRORS.matcher(printed);
    return errors.find()
        ? refused + Long.parseLong(errors.group(2)) + Long.parseLong(errors.group(4))
        : refused;
  }

  private static double percentile(String printed, String which) {
    Matcher line = PERCENTILE.matcher(printed);
    while (line.find()) {
      if (line.group(1).equals(which)) {
        double number = Double.parseDouble(line.group(2));
        return switch (line.group(3)) {
          case "us" -> number / 1000;
          case "ms" -> number;
          case "s" -> number * 1000;
          default -> number * 60_000;
        };
      }
    }
    throw new IllegalStateException(printed);
  }

  private static String find(Pattern pattern, String printed, int group) {
    Matcher matcher = pattern.matcher(printed);
    if (!matcher.find()) {
      throw new IllegalStateException(printed);
    }
    return matcher.group(group);
  }
}
