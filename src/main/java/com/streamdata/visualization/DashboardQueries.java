package com.streamdata.visualization;

import com.streamdata.access.AccessErrors;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.db.Database;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.Answer;
import com.streamdata.query.Asked;
import com.streamdata.query.Query;
import com.streamdata.query.QueryService;
import com.streamdata.query.SavedQuery;
import com.streamdata.query.Shape;
import com.streamdata.query.SqlQuery;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Component;

/**
 * Queries of a dashboard, be they of its visualizations or its key metrics: in its time zone, with
 * its filters, over its own sources. Does not ask who may: whoever calls this has.
 */
@Component
public final class DashboardQueries {
  private final Database database;
  private final QueryService queries;

  DashboardQueries(Database database, QueryService queries) {
    this.database = database;
    this.queries = queries;
  }

  /**
   * Everything that is wrong with a query for a dashboard, none if it is right.
   *
   * @param handle of the transaction that is going to keep the query
   * @param caller who wants it kept: SQL only by an account that may read its sources
   * @param kept queries that are there already, whose SQL is not asked about again
   * @return paths are relative to the query: put them {@link ErrorDetail#under} its own place
   */
  public List<ErrorDetail> check(
      Handle handle,
      Caller caller,
      DashboardId dashboard,
      Shape shape,
      SavedQuery query,
      List<SavedQuery> kept) {
    return switch (query) {
      case Query columns -> check(handle, dashboard, shape, columns, kept);
      case SqlQuery sql -> kept.contains(sql) ? List.of() : queries.check(caller, dashboard, sql);
    };
  }

  /**
   * Everything that is wrong with a query that comes with a whole dashboard, none if it is right.
   *
   * @param caller who may read the source of a query of columns; of statements it is asked here
   */
  public List<ErrorDetail> check(
      Caller caller, DashboardId dashboard, Shape shape, SavedQuery query) {
    return switch (query) {
      case Query columns -> queries.check(shape, columns);
      case SqlQuery sql -> queries.check(caller, dashboard, sql);
    };
  }

  private List<ErrorDetail> check(
      Handle handle, DashboardId dashboard, Shape shape, Query query, List<SavedQuery> kept) {
    boolean own =
        kept.stream().anyMatch(each -> each.sources().contains(query.source()))
            || handle
                .attach(VisualizationStore.class)
                .dashboardOf(query.source())
                .filter(dashboard::equals)
                .isPresent();
    return own
        ? queries.check(shape, query)
        : List.of(ErrorDetail.field("source", "is not a source of this dashboard"));
  }

  /**
   * The answer to a query that was saved.
   *
   * @throws com.streamdata.error.AppException invalid when a variable is to have a value that is
   *     not among its choices
   */
  public Answer run(DashboardId dashboard, Shape shape, SavedQuery query, Asked asked) {
    Frame frame =
        database
            .from(VisualizationStore.class, store -> store.findFrame(dashboard))
            .orElseThrow(() -> AccessErrors.notFound("dashboard"));
    return queries.run(
        shape,
        query,
        asked.range().orElse(frame.usual()),
        asked.zone() == null ? frame.zone() : asked.zone(),
        frame.shared());
  }
}
