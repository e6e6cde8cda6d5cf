package com.streamdata.source.fetch;

import java.util.List;
import java.util.Map;

/**
 * Fetches the rows of a source once. Used by one thread, which is interrupted when it takes too
 * long.
 */
@FunctionalInterface
public interface Fetch {
  /**
   * Fetches.
   *
   * @param before what the last good run left, such as an entity tag; empty when every row is
   *     wanted
   * @throws FetchFailure saying where it failed; then the rows that were there stay
   */
  Fetched fetch(Map<String, String> before, RowSink rows) throws FetchFailure, InterruptedException;

  /**
   * Where in what was fetched rows may be, the best first, for whoever sets the source up. Empty
   * where there is no choice, or it was said where they are and they were there.
   */
  default List<RowPlace> places() {
    return List.of();
  }
}
