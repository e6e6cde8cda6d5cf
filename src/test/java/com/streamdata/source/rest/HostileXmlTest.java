package com.streamdata.source.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestFolders;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** XML by which somebody would read files, reach other servers, or use up this one. */
class HostileXmlTest {
  private static final Path CORPUS = Path.of("src/test/resources/rest/hostile-xml");
  private static final TestEndpoint CANARY = TestEndpoint.http().xml("/", "<!ENTITY a 'b'>");
  private static final String SECRET = "what stands in the file";
  private static final Pattern REPEATED =
      Pattern.compile("\\{\\{([0-9]+)\\*(.*?)}}", Pattern.DOTALL);
  private static final long MOST_MEMORY = 64L << 20;

  /** A hundred times what one takes on a quiet machine. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir private static Path folder;

  static List<Path> bodies() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.sorted().toList();
    }
  }

  /** What is loaded once does not count for the first of them. */
  @BeforeAll
  static void warmUp() throws IOException {
    Files.writeString(folder.resolve("canary.txt"), SECRET);
    read(bytes(CORPUS.resolve("stylesheet.xml")), "/r/i");
    read(bytes(CORPUS.resolve("stylesheet.xml")), "//i | //j");
  }

  @AfterAll
  static void stop() {
    CANARY.close();
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(bodies()).hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void nothingIsReadFetchedOrUsedUp(Path body) throws IOException {
    byte[] bytes = bytes(body);
    for (String path : List.of("/r/i", "//i | //j", "")) {
      long memory = allocated();
      long start = System.nanoTime();
      String rows = read(bytes, path);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(LONGEST);
      assertThat(allocated() - memory).as(path).isLessThan(MOST_MEMORY);
      assertThat(rows).as(path).doesNotContain(SECRET);
      assertThat(CANARY.connections()).as(path).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void doctypesAreRefused(Path body) throws IOException {
    byte[] bytes = bytes(body);
    boolean hasOne = new String(bytes, ISO_8859_1).replace("\0", "").contains("<!DOCTYPE");

    if (hasOne) {
      assertThat(read(bytes, "/r/i")).contains("DOCTYPE");
    }
  }

  /** The rows, or why there are none; without a path it looks for them. */
  private static String read(byte[] bytes, String path) throws IOException {
    try (RowSpool spool = new RowSpool(TestFolders.temporary())) {
      if (path.isEmpty()) {
        return XmlSearch.in(new ByteArrayInputStream(bytes), null).toString();
      }
      new XmlAnswer(spool).read(new ByteArrayInputStream(bytes), null, path);
      return Files.readString(spool.finish());
    } catch (XMLStreamException | FetchFailure e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A body with {@code {{3*<a>}}} written out; {@code #} is the number of the repetition. */
  private static byte[] bytes(Path body) throws IOException {
    byte[] raw = Files.readAllBytes(body);
    String text = new String(raw, ISO_8859_1);
    if (text.indexOf('\0') >= 0) {
      return raw;
    }
    StringBuilder whole = new StringBuilder();
    int end = 0;
    for (Matcher repeated = REPEATED.matcher(text); repeated.find(); end = repeated.end()) {
      whole.append(text, end, repeated.start());
      for (int i = 0; i < Integer.parseInt(repeated.group(1)); i++) {
        whole.append(repeated.group(2).replace("#", Integer.toString(i)));
      }
    }
    return whole
        .append(text.substring(end))
        .toString()
        .replace("FILE", folder.resolve("canary.txt").toUri().toString())
        .replace("URL", CANARY.url("/"))
        .getBytes(ISO_8859_1);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
