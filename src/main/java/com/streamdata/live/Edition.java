package com.streamdata.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that a page shows at one moment.
 *
 * @param number grows with every edition
 * @param names of the parts; the same list as before while the parts are the same
 * @param frames one for each name
 * @param mark the event that tells a page what it has, once it has everything
 */
record Edition(long number, String shape, List<String> names, List<Frame> frames, byte[] mark) {
  static Edition first(String shape, List<String> names, List<Frame> frames, long number) {
    return new Edition(number, shape, names, List.copyOf(frames), mark(shape, names, frames));
  }

  /** With another frame in one place. */
  Edition with(int place, Frame frame) {
    List<Frame> changed = new ArrayList<>(frames);
    changed.set(place, frame);
    return first(shape, names, changed, number + 1);
  }

  private static byte[] mark(String shape, List<String> names, List<Frame> frames) {
    String tags =
        IntStream.range(0, names.size())
            .filter(i -> frames.get(i) != Frame.NONE)
            .mapToObj(i -> "." + names.get(i) + "=" + frames.get(i).tag())
            .collect(Collectors.joining());
    return ("event: mark\nid: " + shape + tags + "\ndata: " + shape + "\n\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
