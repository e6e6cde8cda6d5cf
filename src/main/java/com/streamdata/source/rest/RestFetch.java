package com.streamdata.source.rest;

import com.streamdata.config.TemporaryFolder;
import com.streamdata.error.AppException;
import com.streamdata.outbound.HttpAnswer;
import com.streamdata.outbound.HttpAsk;
import com.streamdata.outbound.HttpFailure;
import com.streamdata.outbound.HttpFetch;
import com.streamdata.outbound.HttpLimits;
import com.streamdata.outbound.WebAddress;
import com.streamdata.source.fetch.Fetch;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.RowPlace;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.fetch.Stage;
import com.streamdata.source.file.FileRows;
import com.streamdata.source.file.Outcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: asks the API, page after page, and takes the rows out of what it answers. */
final class RestFetch implements Fetch {
  private static final Logger LOG = LoggerFactory.getLogger(RestFetch.class);
  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "last_modified";
  private static final String HASH = "hash";
  private static final int NOT_MODIFIED = 304;

  private final RestSettings settings;
  private final HttpFetch http;
  private final TemporaryFolder temporary;
  private final HttpLimits limits;
  private final Excerpt excerpt;
  private List<RowPlace> places = List.of();

  RestFetch(RestSettings settings, HttpFetch http, TemporaryFolder temporary, HttpLimits limits) {
    this.settings = settings;
    this.http = http;
    this.temporary = temporary;
    this.limits = limits;
    this.excerpt = new Excerpt(settings);
  }

  @Override
  public Fetched fetch(Map<String, String> before, RowSink rows)
      throws FetchFailure, InterruptedException {
    try (RowSpool spool = new RowSpool(temporary)) {
      return fetch(before, rows, spool);
    } catch (IOException e) {
      LOG.error("Rows on their way out of an answer cannot be kept", e);
      throw new FetchFailure(Stage.SERVER, "This server could not keep the rows on their way.");
    }
  }

  private Fetched fetch(Map<String, String> before, RowSink rows, RowSpool spool)
      throws FetchFailure, InterruptedException, IOException {
    Map<String, String> state = new HashMap<>();
    Pages pages = new Pages(settings, limits);
    RestFormat format = RestFormat.JSON;
    String path = settings.rows();
    for (Optional<WebAddress> next = pages.first(); next.isPresent(); ) {
      try (HttpAnswer raw = ask(next.get(), pages.isFirst() ? before : Map.of(), pages.left())) {
        if (raw.status() == NOT_MODIFIED && !before.isEmpty()) {
          return Fetched.unchanged(before);
        }
        RestAnswer answer = new RestAnswer(raw, settings, excerpt);
        if (!pages.came(raw)) {
          break;
        }
        note(raw, state);
        if (settings.paging() == null && pages.hash().equals(before.get(HASH))) {
          return Fetched.unchanged(with(state, pages.hash()));
        }
        long had = spool.rows();
        if (!answer.isEmpty()) {
          format = answer.format();
          path = path == null ? look(answer) : path;
          read(answer, path, spool);
        }
        next = pages.next(raw, answer, spool.rows() - had);
      }
    }
    if (pages.hash().equals(before.get(HASH))) {
      return Fetched.unchanged(with(state, pages.hash()));
    }
    List<String> remarks = hand(spool, format, rows);
    return new Fetched(false, with(state, pages.hash()), remarks);
  }

  private String look(RestAnswer answer) throws FetchFailure, InterruptedException {
    places = answer.places();
    return places.getFirst().path();
  }

  private void read(RestAnswer answer, String path, RowSpool spool)
      throws FetchFailure, InterruptedException {
    try {
      answer.readRows(path, spool);
    } catch (FetchFailure e) {
      if (e.stage() == Stage.PATH) {
        places = answer.places();
      }
      throw e;
    }
  }

  @Override
  public List<RowPlace> places() {
    return places;
  }

  private HttpAnswer ask(WebAddress address, Map<String, String> before, HttpLimits left)
      throws FetchFailure, InterruptedException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", "application/json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
    if (settings.body() != null) {
      headers.put("Content-Type", "application/json");
    }
    headers.putAll(settings.sentHeaders().values());
    if (settings.isGet() && settings.paging() == null) {
      putIfKnown(headers, "If-None-Match", before.get(ETAG));
      putIfKnown(headers, "If-Modified-Since", before.get(LAST_MODIFIED));
    }
    String method = settings.isGet() ? "GET" : "POST";
    try {
      return http.fetch(new HttpAsk(method, address, headers, settings.bodyBytes()), left);
    } catch (HttpFailure e) {
      String message = String.valueOf(e.getMessage());
      throw excerpt.failure(stage(e), message, e.received(), null);
    }
  }

  private static void putIfKnown(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static void note(HttpAnswer answer, Map<String, String> state) {
    answer.header("etag").ifPresent(tag -> state.put(ETAG, tag));
    answer.header("last-modified").ifPresent(time -> state.put(LAST_MODIFIED, time));
  }

  private static Map<String, String> with(Map<String, String> state, String hash) {
    state.put(HASH, hash);
    return state;
  }

  /** Gives the rows on, their types guessed from all of them. */
  private List<String> hand(RowSpool spool, RestFormat format, RowSink rows)
      throws FetchFailure, IOException {
    Outcome outcome;
    try {
      boolean written = format == RestFormat.XML;
      outcome = FileRows.readLines(spool.finish(), rows.known(), written, rows);
    } catch (AppException e) {
      throw excerpt.failure(Stage.PARSE, String.valueOf(e.getMessage()));
    }
    if (outcome.rejectedCount() == 0) {
      return List.of();
    }
    String remark =
        "%d of %d rows do not fit and were left out; row %d: %s %s"
            .formatted(
                outcome.rejectedCount(),
                spool.rows(),
                outcome.rejected().getFirst().line(),
                outcome.rejected().getFirst().column(),
                outcome.rejected().getFirst().message());
    if (outcome.rejectedCount() == spool.rows()) {
      throw excerpt.failure(Stage.PARSE, remark);
    }
    return List.of(remark);
  }

  private static Stage stage(HttpFailure e) {
    return switch (e.stage()) {
      case NAME -> Stage.NAME;
      case REFUSED -> Stage.REFUSED;
      case CONNECTION -> Stage.CONNECTION;
      case TLS -> Stage.TLS;
      case TIMEOUT -> Stage.TIMEOUT;
      case STATUS -> Stage.STATUS;
      case CONTENT_TYPE -> Stage.CONTENT_TYPE;
      case SIZE -> Stage.SIZE;
    };
  }
}
