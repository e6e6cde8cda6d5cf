package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.DashboardId;
import com.streamdata.http.CreatedDay;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import com.streamdata.source.SourceView;
import com.streamdata.visualization.Visualization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard with all that belongs to it.
 *
 * @param owner the owner's e-mail address; null for the holder of a link
 * @param version its entity tag; grows with every change of it, its visualizations and sources
 * @param timeRange shown unless another is asked for; null for everything
 * @param filters each holds for every visualization whose source has its column
 * @param notes panels that are told of and not drawn, each in its place
 * @param variables what its statements may name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DashboardView(
    DashboardId id,
    String uid,
    String name,
    @Nullable String owner,
    CreatedDay created,
    long version,
    String timeZone,
    @Nullable TimeRange timeRange,
    List<Tile> tiles,
    List<Filter> filters,
    List<Note> notes,
    List<Variable> variables,
    List<Visualization> visualizations,
    List<SourceView> sources) {}
