package com.streamdata.source.fetch;

import java.util.List;
import java.util.Map;

/**
 * What came of fetching.
 *
 * @param unchanged nothing is different from the last good run: its rows stay
 * @param state for the next run
 * @param remarks what was left out and why, in words; empty when everything was taken
 */
public record Fetched(boolean unchanged, Map<String, String> state, List<String> remarks) {
  public Fetched {
    state = Map.copyOf(state);
    remarks = List.copyOf(remarks);
  }

  public static Fetched changed(Map<String, String> state) {
    return new Fetched(false, state, List.of());
  }

  public static Fetched unchanged(Map<String, String> state) {
    return new Fetched(true, state, List.of());
  }
}
