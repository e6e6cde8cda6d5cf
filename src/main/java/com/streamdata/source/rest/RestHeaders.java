package com.streamdata.source.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import com.streamdata.outbound.HttpAsk;
import com.streamdata.source.fetch.SourceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Headers that are sent along. All are secrets but those that say nothing about who is asking.
 *
 * @param values by name, whatever its case
 */
public record RestHeaders(Map<String, String> values) {
  static final RestHeaders NONE = new RestHeaders(Map.of());
  private static final int MOST = 50;
  private static final int LONGEST = 4000;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e\\t]*[\\x21-\\x7e])?");

  /** What belongs to the connection, or is decided here. */
  private static final Set<String> OURS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "keep-alive",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public RestHeaders {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    values = copy;
  }

  @JsonCreator
  static RestHeaders of(JsonNode node) {
    if (!node.isObject()) {
      throw Checks.invalid("", "must be an object of names and values");
    }
    List<ErrorDetail> wrong = new ArrayList<>();
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    node.properties()
        .forEach(header -> {
          String name = header.getKey();
          String problem = problem(name, header.getValue());
          if (problem.isEmpty() && values.put(name, header.getValue().stringValue()) != null) {
            problem = "is there twice, whatever its case";
          }
          if (!problem.isEmpty()) {
            wrong.add(ErrorDetail.field(name, problem));
          }
        });
    if (values.size() > MOST) {
      wrong.add(ErrorDetail.field("", "must be at most " + MOST));
    }
    if (!wrong.isEmpty()) {
      throw Checks.invalid(wrong);
    }
    return new RestHeaders(values);
  }

  private static String problem(String name, JsonNode value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      return "is not the name of a header";
    }
    if (OURS.contains(lower) || lower.startsWith("proxy-")) {
      return "is set by the server itself";
    }
    boolean fits =
        value.isString()
            && value.stringValue().length() <= LONGEST
            && VALUE.matcher(value.stringValue()).matches();
    return fits ? "" : "must be 1 to " + LONGEST + " characters of ASCII on one line";
  }

  static boolean isSecret(String name) {
    return !HttpAsk.OPEN_HEADERS.contains(name.toLowerCase(Locale.ROOT));
  }

  boolean hidesAny() {
    return values.entrySet().stream().anyMatch(RestHeaders::isHidden);
  }

  /** These, with what is hidden from before. */
  RestHeaders keeping(RestHeaders before) {
    Map<String, String> kept = new TreeMap<>(values);
    values.entrySet().stream()
        .filter(RestHeaders::isHidden)
        .forEach(header -> {
          String secret = before.values.get(header.getKey());
          Checks.require(
              secret != null, "headers." + header.getKey(), "must be given: there was none before");
          kept.put(header.getKey(), Objects.requireNonNull(secret));
        });
    return new RestHeaders(kept);
  }

  private static boolean isHidden(Map.Entry<String, String> header) {
    return isSecret(header.getKey()) && header.getValue().equals(SourceSettings.HIDDEN);
  }

  List<String> secrets() {
    return values.entrySet().stream()
        .filter(header -> isSecret(header.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  ObjectNode json(boolean hidden) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> json.put(name, hidden && isSecret(name) ? SourceSettings.HIDDEN : value));
    return json;
  }
}
