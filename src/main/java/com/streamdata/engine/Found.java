package com.streamdata.engine;

import com.streamdata.error.AppException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer, as long as there is room for them: their number is limited by whoever
 * asks, but nothing else limits how long a text may be.
 */
public final class Found implements Rows.Reader {
  private static final long MOST_BYTES = 128L << 20;
  private static final int BYTES_PER_CELL = 28;
  private static final int BYTES_PER_TEXT = 40;

  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private long bytes;

  /** About how many bytes a value takes where it is kept. */
  public static long bytes(@Nullable Object value) {
    return BYTES_PER_CELL + (value instanceof String text ? BYTES_PER_TEXT + text.length() : 0);
  }

  /**
   * @throws AppException if there is no room
   */
  @Override
  public void row(@Nullable Object[] values) {
    for (Object value : values) {
      bytes += bytes(value);
    }
    if (bytes > MOST_BYTES) {
      throw new AppException(
          EngineErrors.TOO_LARGE,
          "Its rows take more than 128 MB. Fewer rows or columns may help, or shorter texts.");
    }
    rows.add(values);
  }

  public List<@Nullable Object[]> rows() {
    return rows;
  }
}
