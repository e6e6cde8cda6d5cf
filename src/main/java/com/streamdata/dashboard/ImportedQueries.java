package com.streamdata.dashboard;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.SavedQuery;
import com.streamdata.query.Shape;
import com.streamdata.query.Variable;
import com.streamdata.visualization.DashboardQueries;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which panels of an imported dashboard can be drawn; the others become notes. */
@Component
final class ImportedQueries {
  private static final int MOST_VISUALIZATIONS = 200;
  private static final int MOST_TILES = 50;
  private static final int LONGEST_REASON = 1_000;
  private static final Place SOMEWHERE = new Place(0, 0, 8, 4);

  private final DashboardQueries queries;

  ImportedQueries(DashboardQueries queries) {
    this.queries = queries;
  }

  /**
   * The content as it can be shown.
   *
   * @param dashboard the one it replaces; null for a new one
   */
  DashboardContent passing(
      Caller caller, @Nullable DashboardId dashboard, DashboardContent content) {
    DashboardId at = dashboard == null ? new DashboardId(0) : dashboard;
    List<Note> notes = new ArrayList<>();
    List<Tile> tiles = new ArrayList<>();
    for (Tile tile : content.tiles()) {
      Optional<String> wrong =
          tiles.size() < MOST_TILES
              ? wrong(caller, at, Shape.METRIC, tile.query(), content.variables())
              : Optional.of("A dashboard shows at most " + MOST_TILES + " key metrics.");
      wrong.ifPresentOrElse(
          why -> notes.add(note(tile.panelId(), tile.title(), why, tile.place())),
          () -> tiles.add(tile));
    }
    List<NewVisualization> visualizations = new ArrayList<>();
    for (NewVisualization each : content.visualizations()) {
      Optional<String> wrong =
          visualizations.size() < MOST_VISUALIZATIONS
              ? wrong(caller, at, each.type().shape(), each.query(), content.variables())
              : Optional.of("A dashboard shows at most " + MOST_VISUALIZATIONS + " charts.");
      wrong.ifPresentOrElse(
          why -> notes.add(note(each.panelId(), each.title().text(), why, each.place())),
          () -> visualizations.add(each));
    }
    return content.with(tiles, visualizations, notes);
  }

  private Optional<String> wrong(
      Caller caller,
      DashboardId dashboard,
      Shape shape,
      SavedQuery query,
      List<Variable> variables) {
    try {
      List<ErrorDetail> wrong = queries.check(caller, dashboard, shape, query, variables);
      return wrong.isEmpty()
          ? Optional.empty()
          : Optional.of(
              wrong.stream()
                  .map(detail -> detail.field() + " " + detail.message())
                  .collect(Collectors.joining("; ", "Its query does not pass: ", ".")));
    } catch (AppException e) {
      return Optional.of("Its query does not pass: " + e.getMessage());
    }
  }

  private static Note note(
      @Nullable Long panelId, String title, String why, @Nullable Place place) {
    return new Note(
        panelId == null ? 0 : panelId,
        title,
        why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why,
        place == null ? SOMEWHERE : place);
  }
}
