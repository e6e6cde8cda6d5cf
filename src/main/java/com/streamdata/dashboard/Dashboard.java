package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.http.StoredJson;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as it is stored, without what belongs to it.
 *
 * @param uid names it in scopes and in Grafana's addresses; up to 40 letters, digits, - and _
 * @param owner the owner's e-mail address
 * @param version grows with every change of it or its visualizations
 * @param timeFrom default beginning of what is shown, as people write it; null for everything
 * @param tiles JSON list of its key-metric tiles
 * @param filters JSON list of the filters on all its visualizations
 * @param notes JSON list of panels that are told of and not drawn
 * @param variables JSON list of what its statements may name
 */
record Dashboard(
    DashboardId id,
    String uid,
    String name,
    String owner,
    Instant createdAt,
    long version,
    String timeZone,
    @Nullable String timeFrom,
    @Nullable String timeTo,
    String tiles,
    String filters,
    String notes,
    String variables) {

  List<Tile> tileList() {
    return StoredJson.readList(tiles, Tile.class);
  }

  List<Filter> filterList() {
    return StoredJson.readList(filters, Filter.class);
  }

  List<Note> noteList() {
    return StoredJson.readList(notes, Note.class);
  }

  List<Variable> variableList() {
    return StoredJson.readList(variables, Variable.class);
  }

  /** What is shown to who asks for no time; null for everything. */
  @Nullable TimeRange usual() {
    return timeFrom == null && timeTo == null ? null : new TimeRange(timeFrom, timeTo);
  }
}
