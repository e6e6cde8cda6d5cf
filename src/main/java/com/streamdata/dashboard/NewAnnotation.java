package com.streamdata.dashboard;

import com.streamdata.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotation to be made, or as it is going to be.
 *
 * @param time epoch milliseconds; null for now
 * @param timeEnd null for a moment
 */
public record NewAnnotation(
    long panelId, @Nullable Long time, @Nullable Long timeEnd, String text, List<String> tags) {
  private static final long YEAR_9999 = 253_402_300_799_999L;
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_TAG = 100;

  public NewAnnotation {
    tags = List.copyOf(tags);
    require(!text.isBlank(), AnnotationErrors.NO_TEXT);
    require(text.length() <= LONGEST_TEXT, AnnotationErrors.TOO_LONG);
    require(isTime(time) && isTime(timeEnd), AnnotationErrors.BAD_TIME);
    require(
        tags.size() <= MOST_TAGS && tags.stream().allMatch(tag -> tag.length() <= LONGEST_TAG),
        AnnotationErrors.BAD_TAGS);
  }

  /** The earlier of its two times. */
  long start(long now) {
    long begin = begin(now);
    return timeEnd == null || timeEnd == 0 ? begin : Math.min(begin, timeEnd);
  }

  /** The later of its two times. */
  long end(long now) {
    long begin = begin(now);
    return timeEnd == null || timeEnd == 0 ? begin : Math.max(begin, timeEnd);
  }

  private long begin(long now) {
    return time == null || time == 0 ? now : time;
  }

  private static boolean isTime(@Nullable Long time) {
    return time == null || (time >= 0 && time <= YEAR_9999);
  }

  private static void require(boolean holds, ErrorCode otherwise) {
    if (!holds) {
      throw AnnotationErrors.failure(otherwise);
    }
  }
}
