package com.streamdata.source.rest;

import com.streamdata.source.rest.RowSearch.Kind;
import com.streamdata.source.rest.RowSearch.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is counted at one place while an answer is looked through. */
final class FoundPlace {
  private static final int SHOWN_COLUMNS = 20;

  private final String path;
  private final boolean inside;
  private final Set<String> columns = new LinkedHashSet<>();
  private long records;
  private long lists;
  private long values;

  FoundPlace(String path, boolean inside) {
    this.path = path;
    this.inside = inside;
  }

  void record() {
    records++;
  }

  void list() {
    lists++;
  }

  void value() {
    values++;
  }

  void column(String name) {
    if (columns.size() < SHOWN_COLUMNS) {
      columns.add(name);
    }
  }

  Proposal proposal() {
    if (records > 0) {
      return proposal(Kind.RECORDS, records + lists + values);
    }
    if (lists > 0) {
      return proposal(Kind.LISTS, lists + values);
    }
    return proposal(values > 0 ? Kind.VALUES : Kind.NOTHING, values);
  }

  Proposal proposal(Kind kind, long rows) {
    return new Proposal(path, kind, inside, rows, new ArrayList<>(columns));
  }
}
