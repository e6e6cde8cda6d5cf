package com.streamdata.visualization;

import com.streamdata.access.AccessErrors;
import com.streamdata.access.DashboardId;
import com.streamdata.db.Database;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.Answer;
import com.streamdata.query.Query;
import com.streamdata.query.QueryService;
import com.streamdata.query.Shape;
import com.streamdata.query.TimeRange;
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
   * @return paths are relative to the query: put them {@link ErrorDetail#under} its own place
   */
  public List<ErrorDetail> check(Handle handle, DashboardId dashboard, Shape shape, Query query) {
    boolean own =
        handle
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
   * @param asked {@link TimeRange#ALL} for the dashboard's usual time
   */
  public Answer run(DashboardId dashboard, Shape shape, Query query, TimeRange asked) {
    Frame frame =
        database
            .from(VisualizationStore.class, store -> store.findFrame(dashboard))
            .orElseThrow(() -> AccessErrors.notFound("dashboard"));
    return queries.run(shape, query, asked.orElse(frame.usual()), frame.zone(), frame.shared());
  }
}
