package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import java.util.Collection;
import java.util.List;

/** What a transaction did: tables as they are after it, and tables that are gone. */
record Changed(Collection<Table> tables, Collection<SourceId> dropped) {
  static final Changed NOTHING = new Changed(List.of(), List.of());

  static Changed table(Table table) {
    return new Changed(List.of(table), List.of());
  }
}
