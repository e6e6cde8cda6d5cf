package com.streamdata.source.rest;

import com.streamdata.error.Checks;
import com.streamdata.http.RecordReader;
import com.streamdata.outbound.RefusedAddress;
import com.streamdata.outbound.WebAddress;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Taking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a source of a REST API needs to know.
 *
 * @param url http or https; parameters that are called like secrets are treated as such
 * @param method GET unless given
 * @param body for POST only; JSON unless a header says otherwise
 * @param format null: as the answer says
 * @param rows JSONPath or XPath to the rows; null: where the most are
 * @param mode replace unless given
 * @param key column by which a row that is there already is known, for append only
 * @param refreshSeconds from the end of one run to the next; 60 unless given
 * @param paging null: all rows come in one answer
 */
public record RestSettings(
    String url,
    @Nullable RestMethod method,
    @Nullable String body,
    @Nullable RestHeaders headers,
    @Nullable RestFormat format,
    @Nullable String rows,
    @Nullable RestMode mode,
    @Nullable String key,
    @Nullable Integer refreshSeconds,
    @Nullable Paging paging)
    implements SourceSettings {
  private static final int USUAL_SECONDS = 60;
  private static final int FEWEST_SECONDS = 5;
  private static final int MOST_SECONDS = 86_400;
  private static final int LARGEST_BODY = 100_000;
  private static final int LONGEST_KEY = 200;

  public RestSettings {
    Checks checks = new Checks();
    checkUrl(url, checks);
    checks
        .that(body == null || method == RestMethod.POST, "body", "is for the method POST only")
        .that(
            body == null || body.length() <= LARGEST_BODY,
            "body",
            "must have at most 100000 characters")
        .that(key == null || mode == RestMode.APPEND, "key", "is for the mode append only")
        .that(
            key == null || !key.isBlank() && key.length() <= LONGEST_KEY,
            "key",
            "must be the name of a column")
        .that(
            refreshSeconds == null
                || refreshSeconds >= FEWEST_SECONDS && refreshSeconds <= MOST_SECONDS,
            "refresh_seconds",
            "must be 5 to 86400");
    checkPath(rows, format, "rows", checks);
    checkPath(paging == null ? null : paging.path(), format, "paging.path", checks);
    checks.done();
  }

  /** Reads what stands in a request or in the database. */
  static RestSettings read(JsonNode members) {
    return RecordReader.read(members, RestSettings.class);
  }

  private static void checkUrl(String url, Checks checks) {
    try {
      WebAddress.of(url);
    } catch (RefusedAddress e) {
      checks.that(false, "url", Objects.requireNonNull(e.getMessage()));
    }
  }

  private static void checkPath(
      @Nullable String path, @Nullable RestFormat format, String field, Checks checks) {
    if (path != null) {
      boolean json = format == null ? path.startsWith("$") : format == RestFormat.JSON;
      String problem = json ? JsonPaths.problem(path) : XmlPaths.problem(path);
      checks.that(problem.isEmpty(), field, problem);
    }
  }

  WebAddress address() {
    try {
      return WebAddress.of(url);
    } catch (RefusedAddress e) {
      throw new IllegalStateException("The address was checked", e);
    }
  }

  RestHeaders sentHeaders() {
    return headers == null ? RestHeaders.NONE : headers;
  }

  byte @Nullable [] bodyBytes() {
    return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
  }

  boolean isGet() {
    return method != RestMethod.POST;
  }

  /** Everything that must not be seen in what came back. */
  List<String> secrets() {
    List<String> secrets = new ArrayList<>(sentHeaders().secrets());
    secrets.addAll(NamedSecrets.of(url));
    if (body != null) {
      secrets.add(body);
      secrets.addAll(NamedSecrets.of(body));
    }
    return secrets;
  }

  @Override
  public ObjectNode stored() {
    return json(false);
  }

  @Override
  public ObjectNode shown() {
    return json(true);
  }

  private ObjectNode json(boolean hidden) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("url", hidden ? NamedSecrets.hide(url) : url);
    json.put("method", isGet() ? "GET" : "POST");
    if (body != null) {
      json.put("body", hidden ? NamedSecrets.hide(body) : body);
    }
    json.set("headers", sentHeaders().json(hidden));
    if (format != null) {
      json.put("format", format.wireName());
    }
    if (rows != null) {
      json.put("rows", rows);
    }
    json.put("mode", mode == null ? RestMode.REPLACE.wireName() : mode.wireName());
    if (key != null) {
      json.put("key", key);
    }
    json.put("refresh_seconds", every().orElseThrow().toSeconds());
    if (paging != null) {
      json.set("paging", paging.json());
    }
    return json;
  }

  @Override
  public RestSettings keepingSecretsOf(SourceSettings before) {
    boolean bodyHides = body != null && NamedSecrets.isHidden(body);
    if (!sentHeaders().hidesAny() && !NamedSecrets.isHidden(url) && !bodyHides) {
      return this;
    }
    if (!(before instanceof RestSettings known)
        || !address().origin().equals(known.address().origin())) {
      throw Checks.invalid(
          sentHeaders().hidesAny() ? "headers" : bodyHides ? "body" : "url",
          "has secrets that were given for another server; enter them again");
    }
    return new RestSettings(
        NamedSecrets.keep(url, known.url),
        method,
        body == null ? null : NamedSecrets.keep(body, known.body == null ? "" : known.body),
        sentHeaders().keeping(known.sentHeaders()),
        format,
        rows,
        mode,
        key,
        refreshSeconds,
        paging);
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofSeconds(refreshSeconds == null ? USUAL_SECONDS : refreshSeconds));
  }

  @Override
  public Taking taking() {
    return mode == RestMode.APPEND ? new Taking.Append(key) : new Taking.Replace();
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return shown().toString();
  }
}
