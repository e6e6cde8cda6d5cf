package com.streamdata.dataset;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the rows of a dataset were read from where they come from. Stored in the same transaction
 * as the rows, so that neither is there without the other.
 *
 * @param offsets what is to be read next, by names that only the reader understands
 */
public record Positions(Map<String, Long> offsets) {
  public static final Positions NONE = new Positions(Map.of());

  public Positions {
    offsets = Map.copyOf(offsets);
  }

  /** These, but with others in place of those of the same names. */
  public Positions with(Map<String, Long> changed) {
    Map<String, Long> all = new HashMap<>(offsets);
    all.putAll(changed);
    return new Positions(all);
  }
}
