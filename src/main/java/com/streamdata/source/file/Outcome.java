package com.streamdata.source.file;

import java.util.List;

/**
 * What became of the lines of a file that are not rows now.
 *
 * @param rejected the first hundred
 * @param rejectedCount how many there are in all
 */
public record Outcome(List<Rejected> rejected, long rejectedCount) {
  static final int SHOWN = 100;
}
