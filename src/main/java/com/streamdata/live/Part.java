package com.streamdata.live;

import java.util.function.Supplier;

/**
 * Something on a page that has a result.
 *
 * @param name how pages call it: letters and digits
 * @param state equal to an earlier one as long as the result cannot be another; quick
 * @param result makes it; may take long. Throws AppException when there is none, in words for
 *     whoever looks
 */
public record Part(String name, Supplier<Object> state, Supplier<Result> result) {

  /**
   * What came of making it.
   *
   * @param json an object
   * @param old whether there is something newer, which takes its time: it is asked for again
   */
  public record Result(byte[] json, boolean old) {}
}
