package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a transaction did: tables as they are after it, and tables that are gone. */
record Changed(Collection<Table> tables, Collection<SourceId> dropped) {
  static final Changed NOTHING = new Changed(List.of(), List.of());

  static Changed table(Table table) {
    return new Changed(List.of(table), List.of());
  }

  /** With what was done after it to other tables. */
  Changed and(Changed more) {
    return new Changed(joined(tables, more.tables), joined(dropped, more.dropped));
  }

  private static <T> List<T> joined(Collection<T> first, Collection<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
