package com.streamdata.http;

import com.streamdata.error.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A list is whole unless a page is asked for.
 *
 * @param page from 1; null for the first
 * @param perpage 1 to 1000; null for all, or for 100 when only a page is given
 */
public record Page(@Nullable Integer page, @Nullable Integer perpage) {
  private static final int MOST = 1000;
  private static final int USUAL = 100;

  public Page {
    new Checks()
        .that(page == null || page >= 1, "page", "must be 1 or more")
        .that(
            perpage == null || (perpage >= 1 && perpage <= MOST),
            "perpage",
            "must be between 1 and 1000")
        .done();
  }

  /** The asked part; empty past the end. */
  public <T> List<T> of(List<T> all) {
    if (page == null && perpage == null) {
      return all;
    }
    int size = perpage == null ? USUAL : perpage;
    long from = (page == null ? 0L : page - 1L) * size;
    return from >= all.size()
        ? List.of()
        : all.subList((int) from, (int) Math.min(from + size, all.size()));
  }
}
