import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the extracted server once, on a free port and in a folder that is thrown away, and sends it
 * a few requests, so that Java writes down which classes it needs (JEP 514).
 *
 * <p>Arguments: the java command, the folder with {@code app/streamdata.jar}, where {@code
 * streamdata.aot} goes, and the options that the server will run with: the cache fits no others.
 */
public class Train {
  private static final Pattern ADDRESS = Pattern.compile("http://[^/\\s]+:(\\d+)(/\\S*)");
  private static final String API_KEY = "sd_" + "0123456789".repeat(4);
  private static final int MINUTES = 3;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    List<String> command = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
    command.addFirst(arguments[0]);
    command.add("-XX:AOTCacheOutput=" + folder.resolve("streamdata.aot"));
    command.addAll(List.of("-jar", folder.resolve("app/streamdata.jar").toString()));
    Path data = Files.createTempDirectory("streamdata-train");
    try {
      run(command, data);
    } finally {
      delete(data);
    }
    System.exit(Files.exists(folder.resolve("streamdata.aot")) ? 0 : 1);
  }

  private static void run(List<String> command, Path data) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("STREAMDATA_"));
    builder.environment().put("STREAMDATA_PORT", "0");
    builder.environment().put("STREAMDATA_ADDRESS", "127.0.0.1");
    builder.environment().put("STREAMDATA_DATA_DIR", data.toString());
    builder.environment().put("STREAMDATA_ADMIN_PASSWORD", "only for training");
    builder.environment().put("STREAMDATA_API_KEY", API_KEY);
    Process server = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    List<String> console = new ArrayList<>();
    try (BufferedReader lines = server.inputReader()) {
      ask(addresses(lines, console));
      server.toHandle().destroy();
      lines.lines().forEach(console::add);
    }
    if (!server.waitFor(MINUTES, TimeUnit.MINUTES) || server.exitValue() != 0) {
      server.destroyForcibly();
      console.forEach(System.err::println);
    }
  }

  /** Those that the server prints, until the empty line after them; none if it does not start. */
  private static List<MatchResult> addresses(BufferedReader lines, List<String> console)
      throws IOException {
    List<MatchResult> found = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      console.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        found.add(address.toMatchResult());
      }
      if (line.isEmpty() && !found.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static void ask(List<MatchResult> addresses) throws Exception {
    Set<String> paths =
        new LinkedHashSet<>(List.of("/health", "/", "/dashboards", "/visualizations"));
    addresses.forEach(address -> paths.add(address.group(2)));
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String path : addresses.isEmpty() ? Set.<String>of() : paths) {
        URI uri = URI.create("http://127.0.0.1:" + addresses.getFirst().group(1) + path);
        HttpRequest request =
            HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + API_KEY).build();
        http.send(request, BodyHandlers.discarding());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
