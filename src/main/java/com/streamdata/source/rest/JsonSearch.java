package com.streamdata.source.rest;

import com.streamdata.source.push.JsonObjects;
import com.streamdata.source.rest.RowSearch.Kind;
import com.streamdata.source.rest.RowSearch.Proposal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Looks for lists in JSON, token by token. */
final class JsonSearch {
  private static final int MOST_PLACES = 1000;

  private final Map<String, FoundPlace> lists = new LinkedHashMap<>();
  private final List<Proposal> others = new ArrayList<>();

  private JsonSearch() {}

  static RowSearch in(InputStream body) {
    JsonSearch search = new JsonSearch();
    try (JsonParser json = JsonObjects.parser(body)) {
      FoundPlace root = new FoundPlace("$", false);
      long values = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        values++;
        search.look(json, "$", false, root);
      }
      search.others.add(root.proposal(values > 1 ? Kind.RECORDS : Kind.WHOLE, values));
    }
    List<Proposal> found = new ArrayList<>(search.others);
    search.lists.values().forEach(list -> found.add(list.proposal()));
    return RowSearch.of(found);
  }

  /** Looks at a value, and into it. */
  private void look(JsonParser json, String path, boolean inside, FoundPlace at) {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, path, inside, at);
      case START_ARRAY -> list(json, path, inside);
      default -> {}
    }
  }

  private void object(JsonParser json, String path, boolean inside, FoundPlace at) {
    ListLengths lengths = new ListLengths();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      at.column(name);
      boolean isList = json.nextToken() == JsonToken.START_ARRAY;
      String inner = path + JsonPaths.step(name);
      look(json, inner, inside, new FoundPlace(inner, inside));
      lengths.add(isList ? lists.get(inner) : null);
    }
    if (!inside && lengths.areColumns()) {
      others.add(at.proposal(Kind.COLUMNS, lengths.rows()));
    }
  }

  private void list(JsonParser json, String path, boolean inside) {
    if (lists.size() >= MOST_PLACES && !lists.containsKey(path)) {
      json.skipChildren();
      return;
    }
    FoundPlace list = lists.computeIfAbsent(path, _ -> new FoundPlace(path, inside));
    while (json.nextToken() != JsonToken.END_ARRAY) {
      switch (json.currentToken()) {
        case START_OBJECT -> {
          list.record();
          object(json, path + "[*]", true, list);
        }
        case START_ARRAY -> {
          list.list();
          json.skipChildren();
        }
        default -> list.value();
      }
    }
  }

  /** Whether all members of an object are lists of values, as many in each. */
  private static final class ListLengths {
    private boolean only = true;
    private int count;
    private long rows = -1;

    void add(@Nullable FoundPlace list) {
      Proposal found = list == null ? null : list.proposal();
      only &= found != null && found.kind() == Kind.VALUES && (rows < 0 || rows == found.rows());
      rows = found == null ? rows : found.rows();
      count++;
    }

    boolean areColumns() {
      return only && count > 1;
    }

    long rows() {
      return rows;
    }
  }
}
