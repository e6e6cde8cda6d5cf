package com.streamdata.query.plan;

import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.Interval;
import java.time.ZoneId;
import java.util.List;

/**
 * A query with everything around it that changes its answer, apart from the rows.
 *
 * @param interval what of time is wanted
 * @param zone by whose clocks and calendar
 * @param shared filters that hold for every source that has their column
 */
public record Question(
    Shape shape, Query query, Interval interval, ZoneId zone, List<Filter> shared) {
  public Question {
    shared = List.copyOf(shared);
  }
}
