package com.streamdata.query;

import java.time.ZoneId;
import java.util.List;

/**
 * A query with everything around it that changes its answer, apart from the rows.
 *
 * @param interval what of time is wanted
 * @param zone by whose clocks and calendar
 * @param shared filters that hold for every source that has their column
 */
record Question(Shape shape, Query query, Interval interval, ZoneId zone, List<Filter> shared)
    implements Asking {
  Question {
    shared = List.copyOf(shared);
  }
}
