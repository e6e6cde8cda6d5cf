package com.streamdata.source.rest;

import com.streamdata.outbound.HttpAnswer;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.RowPlace;
import com.streamdata.source.fetch.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** One answer of an API: what it is, and what is in it. */
final class RestAnswer {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

  /** Answers that are in memory as a whole have 64 MiB in all, whoever's they are. */
  private static final int MEMORY_MIB = 64;

  private static final Semaphore MEMORY = new Semaphore(MEMORY_MIB, true);

  private final HttpAnswer answer;
  private final Excerpt excerpt;
  private final @Nullable String charset;
  private final RestFormat format;

  /**
   * Looks at an answer.
   *
   * @throws FetchFailure if it says no, or is neither JSON nor XML
   */
  RestAnswer(HttpAnswer answer, RestSettings settings, Excerpt excerpt) throws FetchFailure {
    this.answer = answer;
    this.excerpt = excerpt;
    Matcher named = CHARSET.matcher(contentType());
    this.charset = named.find() ? named.group(1) : null;
    if (answer.status() < 200 || answer.status() > 299) {
      throw failure(Stage.STATUS, answer.address().host() + " answered " + status());
    }
    this.format = settings.format() == null ? guess() : settings.format();
  }

  RestFormat format() {
    return format;
  }

  /** Nothing at all, which is how some say that there are no rows. */
  boolean isEmpty() {
    return answer.body().size() == 0;
  }

  /** Where rows may be, the best first; at least one place. */
  List<RowPlace> places() throws FetchFailure, InterruptedException {
    return parsed(false, body -> RowSearch.in(body, this).places());
  }

  void readRows(String path, RowSpool spool) throws FetchFailure, InterruptedException {
    boolean whole =
        format == RestFormat.JSON
            ? JsonPaths.names(path).isEmpty()
            : XmlPaths.names(path).isEmpty();
    this.<@Nullable Void>parsed(
        whole,
        body -> {
          switch (format) {
            case JSON -> new JsonAnswer(spool).read(body, path);
            case XML -> new XmlAnswer(spool).read(body, charset, path);
          }
          return null;
        });
  }

  /** The text at a path; empty when there is none. */
  Optional<String> text(String path) throws FetchFailure, InterruptedException {
    return parsed(
        true,
        body ->
            switch (format) {
              case JSON -> JsonPaths.text(JacksonProvider.tree(body), path);
              case XML -> XmlAnswer.text(body, charset, path);
            });
  }

  @Nullable String charset() {
    return charset;
  }

  FetchFailure failure(Stage stage, String message) {
    return excerpt.failure(stage, message, answer.body().start(), charset);
  }

  private interface Parse<T extends @Nullable Object> {
    T of(InputStream body) throws FetchFailure, IOException, XMLStreamException;
  }

  private <T extends @Nullable Object> T parsed(boolean whole, Parse<T> parse)
      throws FetchFailure, InterruptedException {
    int memory = whole ? (int) Math.min(MEMORY_MIB, 1 + (answer.body().size() >> 20)) : 0;
    MEMORY.acquire(memory);
    try (InputStream body = open()) {
      return parse.of(body);
    } catch (FetchFailure e) {
      throw failure(e.stage(), e.getMessage());
    } catch (JacksonException e) {
      throw failure(Stage.PARSE, "The answer is not JSON: " + reason(e));
    } catch (XMLStreamException e) {
      throw failure(Stage.PARSE, "The answer is not XML as it is read here: " + reason(e));
    } catch (IOException e) {
      throw failure(Stage.PARSE, "The answer cannot be read: " + e.getMessage());
    } finally {
      MEMORY.release(memory);
    }
  }

  /** Jackson knows UTF-8, UTF-16 and UTF-32 by itself, XML says what it is. */
  private InputStream open() throws IOException {
    InputStream body = answer.body().open();
    if (format == RestFormat.XML || charset == null || isUtf(charset)) {
      return body;
    }
    try (body) {
      String text = new String(body.readAllBytes(), Charset.forName(charset));
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException("its charset is not known");
    }
  }

  private static boolean isUtf(String charset) {
    return charset.regionMatches(true, 0, "utf", 0, 3) || charset.equalsIgnoreCase("us-ascii");
  }

  private RestFormat guess() throws FetchFailure {
    Optional<RestFormat> said = RestFormat.ofContentType(contentType());
    if (said.isPresent() || isEmpty()) {
      return said.orElse(RestFormat.JSON);
    }
    String start = new String(answer.body().start(), StandardCharsets.UTF_8);
    return RestFormat.ofText(start.replace("\uFEFF", ""))
        .orElseThrow(() ->
            failure(
                Stage.CONTENT_TYPE,
                "The answer is "
                    + (contentType().isEmpty() ? "" : contentType() + ", ")
                    + "neither JSON nor XML"));
  }

  private String contentType() {
    return answer.header("content-type").orElse("");
  }

  private String status() {
    HttpStatus known = HttpStatus.resolve(answer.status());
    return answer.status() + (known == null ? "" : " " + known.getReasonPhrase());
  }

  private static String reason(JacksonException e) {
    String place =
        e.getLocation() == null
            ? ""
            : "line %d, column %d: "
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return place + (e instanceof StreamReadException ? e.getOriginalMessage() : "cannot be read");
  }

  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    return start < 0 ? message : message.substring(start + "Message: ".length());
  }
}
