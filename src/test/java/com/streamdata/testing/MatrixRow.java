package com.streamdata.testing;

import java.util.List;

/**
 * One line of an authorization matrix: an operation, and the status that each caller gets.
 *
 * @param expected in the order of {@link TestCallers#ALL}
 */
public record MatrixRow(String method, String path, List<Integer> expected) {
  /** Words: method, address, and a status for each caller. */
  public static MatrixRow of(String line) {
    List<String> words = List.of(line.strip().split("\\s+"));
    return new MatrixRow(
        words.get(0),
        words.get(1),
        words.subList(2, words.size()).stream().map(Integer::valueOf).toList());
  }
}
