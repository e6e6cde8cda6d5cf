package com.streamdata.live;

import java.util.List;

/**
 * What pages show.
 *
 * @param shape another one whenever there is more to draw anew than results: letters, digits,
 *     dashes
 */
public record Show(String shape, List<Part> parts) {
  public Show {
    parts = List.copyOf(parts);
  }
}
