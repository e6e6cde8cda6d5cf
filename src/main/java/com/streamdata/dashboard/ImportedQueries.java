package com.streamdata.dashboard;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.SqlQuery;
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
  private static final int MOST_STATEMENTS = 500;
  private static final int LONGEST_DETAIL = 1_000;
  private static final String FULL = "A dashboard shows at most 200 charts and 50 key metrics.";
  private static final Place SOMEWHERE = new Place(0, 0, 8, 4);

  private final DashboardQueries queries;

  ImportedQueries(DashboardQueries queries) {
    this.queries = queries;
  }

  /** Why a panel is not drawn; the detail is not for visitors. */
  private record Wrong(String text, @Nullable String detail) {}

  /**
   * The content as it can be shown.
   *
   * @param dashboard the one it replaces; null for a new one
   */
  DashboardContent passing(
      Caller caller, @Nullable DashboardId dashboard, DashboardContent content) {
    DashboardId at = dashboard == null ? new DashboardId(0) : dashboard;
    return new Pass(caller, at, content).passed();
  }

  /** One look through a dashboard. */
  private final class Pass {
    private final Caller caller;
    private final DashboardId dashboard;
    private final DashboardContent content;
    private final List<Note> notes = new ArrayList<>();
    private int statements;

    Pass(Caller caller, DashboardId dashboard, DashboardContent content) {
      this.caller = caller;
      this.dashboard = dashboard;
      this.content = content;
    }

    DashboardContent passed() {
      List<Tile> tiles = new ArrayList<>();
      for (Tile tile : content.tiles()) {
        find(Shape.METRIC, tile.query(), tiles.size() < MOST_TILES)
            .ifPresentOrElse(
                wrong -> note(tile.panelId(), tile.title(), wrong, tile.place()),
                () -> tiles.add(tile));
      }
      List<NewVisualization> charts = new ArrayList<>();
      for (NewVisualization chart : content.visualizations()) {
        find(chart.type().shape(), chart.query(), charts.size() < MOST_VISUALIZATIONS)
            .ifPresentOrElse(
                wrong -> note(chart.panelId(), chart.title().text(), wrong, chart.place()),
                () -> charts.add(chart));
      }
      return content.with(tiles, charts, notes);
    }

    private Optional<Wrong> find(Shape shape, SavedQuery query, boolean room) {
      statements += query instanceof SqlQuery sql ? sql.statements().size() : 0;
      if (!room) {
        return Optional.of(new Wrong(FULL, null));
      }
      if (statements > MOST_STATEMENTS) {
        return Optional.of(new Wrong("A dashboard asks at most 500 statements.", null));
      }
      return check(shape, query).map(detail -> new Wrong("Its query does not pass.", detail));
    }

    private Optional<String> check(Shape shape, SavedQuery query) {
      try {
        List<ErrorDetail> wrong =
            queries.check(caller, dashboard, shape, query, content.variables());
        String details =
            wrong.stream()
                .map(detail -> detail.field() + " " + detail.message())
                .collect(Collectors.joining("; "));
        return wrong.isEmpty() ? Optional.empty() : Optional.of(details);
      } catch (AppException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }

    private void note(@Nullable Long panelId, String title, Wrong wrong, @Nullable Place place) {
      String detail = wrong.detail();
      notes.add(
          new Note(
              panelId == null ? 0 : panelId,
              title,
              wrong.text(),
              detail != null && detail.length() > LONGEST_DETAIL
                  ? detail.substring(0, LONGEST_DETAIL)
                  : detail,
              place == null ? SOMEWHERE : place));
    }
  }
}
