package com.streamdata.api.grafana;

import com.streamdata.dashboard.DashboardContent;
import com.streamdata.dashboard.Note;
import com.streamdata.dashboard.Tile;
import com.streamdata.error.AppException;
import com.streamdata.http.RecordReader;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import com.streamdata.visualization.DisplayOptions;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.PanelNumbers;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.VisualizationTitle;
import com.streamdata.visualization.VisualizationType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dashboard in Grafana's JSON as ours. What cannot be drawn becomes a note that says why. */
final class DashboardTranslation {
  static final TimeRange USUAL_RANGE = new TimeRange("now-6h", "now");

  private static final int LONGEST_NAME = 200;
  private static final Place TOP = new Place(0, 0, 24, 4);

  private final JsonNode dashboard;
  private final DataSources sources;
  private final List<Tile> tiles = new ArrayList<>();
  private final List<NewVisualization> visualizations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  private DashboardTranslation(JsonNode dashboard, DataSources sources) {
    this.dashboard = dashboard;
    this.sources = sources;
  }

  static DashboardContent of(JsonNode dashboard, DataSources sources) {
    DashboardTranslation translation = new DashboardTranslation(dashboard, sources);
    List<GrafanaPanel> panels = GrafanaPanels.of(dashboard);
    panels.forEach(translation::add);
    if (panels.size() == GrafanaPanels.MOST) {
      translation.whole("Only the first 1000 panels of this dashboard are looked at.");
    }
    translation.addForms();
    return new DashboardContent(
        nameOf(dashboard),
        zoneOf(dashboard),
        rangeOf(dashboard),
        filtersOf(dashboard),
        Templating.read(dashboard),
        translation.tiles,
        translation.visualizations,
        translation.notes);
  }

  /** The title in one line of at most 200 characters. */
  static String nameOf(JsonNode dashboard) {
    String name = Lenient.line(Lenient.text(dashboard, "title"), LONGEST_NAME);
    return name.isEmpty() ? "Dashboard" : name;
  }

  /** An IANA name: UTC where none is named, or the viewer's own is meant (contract 2.6). */
  static String zoneOf(JsonNode dashboard) {
    String zone = Lenient.text(dashboard, "timezone");
    return ZoneId.getAvailableZoneIds().contains(zone) ? zone : "UTC";
  }

  /** What we wrote ourselves counts as long as nobody has changed the time beside it. */
  static TimeRange rangeOf(JsonNode dashboard) {
    JsonNode time = dashboard.path("time");
    JsonNode own = dashboard.path(OwnMember.NAME);
    if (own.has("time_range") && time.equals(DashboardJson.time(OwnMember.range(own)))) {
      return OwnMember.range(own);
    }
    try {
      String from = Lenient.orNull(Lenient.text(time, "from"));
      String to = Lenient.orNull(Lenient.text(time, "to"));
      return from == null || to == null ? USUAL_RANGE : new TimeRange(from, to);
    } catch (AppException _) {
      return USUAL_RANGE;
    }
  }

  private static List<Filter> filtersOf(JsonNode dashboard) {
    try {
      return Lenient.objects(dashboard.path(OwnMember.NAME), "filters").stream()
          .map(json -> RecordReader.read(json, Filter.class))
          .toList();
    } catch (AppException _) {
      return List.of();
    }
  }

  private void add(GrafanaPanel panel) {
    Drawing drawing = Drawing.of(panel.json());
    try {
      switch (drawing) {
        case Drawing.Chart(VisualizationType type) -> visualizations.add(chart(panel, type));
        case Drawing.Metric _ -> tiles.add(tile(panel));
        case Drawing.Words _ -> note(panel, PlainText.of(panel.json()));
        case Drawing.Heading _ -> note(panel, "");
        case Drawing.Nothing(String why) -> throw new NotShownException(why);
      }
    } catch (NotShownException e) {
      notes.add(new Note(panel.id(), panel.title(), e.why(), e.detail(), panel.place()));
    }
  }

  private NewVisualization chart(GrafanaPanel panel, VisualizationType type)
      throws NotShownException {
    Format usual =
        type == VisualizationType.TABLE || type == VisualizationType.PIECHART
            ? Format.TABLE
            : Format.TIME_SERIES;
    SavedQuery query = PanelQuery.read(panel.json(), sources, usual);
    return new NewVisualization(
        type,
        new VisualizationTitle(titleOf(panel)),
        query,
        new DisplayOptions(OwnMember.options(panel, new Drawing.Chart(type))),
        panel.id(),
        OwnMember.place(panel));
  }

  private Tile tile(GrafanaPanel panel) throws NotShownException {
    SavedQuery query = PanelQuery.read(panel.json(), sources, Format.TABLE);
    ObjectNode options = OwnMember.options(panel, new Drawing.Metric());
    return new Tile(
        panel.title(),
        query,
        options.isEmpty() ? null : options,
        OwnMember.panelId(panel),
        OwnMember.place(panel));
  }

  /** A visualization must be called something. */
  static String titleOf(GrafanaPanel panel) {
    return panel.title().isEmpty() ? "Panel " + panel.id() : panel.title();
  }

  private void note(GrafanaPanel panel, String text) {
    notes.add(new Note(panel.id(), panel.title(), text, null, panel.place()));
  }

  /** Forms of dashboards whose panels are not found where they usually are. */
  private void addForms() {
    if (dashboard.path("elements").isObject() || dashboard.path("spec").isObject()) {
      whole("Grafana's schema v2 is kept, but its panels are not drawn here.");
    } else if (!Lenient.objects(dashboard, "rows").isEmpty()) {
      whole("It is of Grafana before version 5: open and save it in a newer one first.");
    }
  }

  /** About the dashboard as a whole, below everything else. */
  private void whole(String why) {
    PanelNumbers numbers = new PanelNumbers(Set.of());
    int bottom = 0;
    for (GrafanaPanel panel : GrafanaPanels.of(dashboard)) {
      numbers.take(panel.id());
      bottom = Math.max(bottom, panel.place().y() + panel.place().h());
    }
    Place below = Grid.down(TOP, bottom);
    notes.add(new Note(numbers.take(null), nameOf(dashboard), why, null, below));
  }
}
