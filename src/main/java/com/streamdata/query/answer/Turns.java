package com.streamdata.query.answer;

import com.streamdata.access.DashboardId;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the queries of one dashboard wait for each other: whoever asks a link for a thousand
 * different times keeps those who look at other dashboards waiting for a few of them only.
 */
final class Turns {
  private static final ErrorCode TOO_MANY =
      new ErrorCode("query.too-many", ErrorKind.TOO_MANY, "Too many queries at once");

  private final int atOnce;
  private final int waiting;
  private final ConcurrentHashMap<DashboardId, Line> lines = new ConcurrentHashMap<>();

  /**
   * @param atOnce of one dashboard
   * @param waiting of one dashboard, besides those
   */
  Turns(int atOnce, int waiting) {
    this.atOnce = atOnce;
    this.waiting = waiting;
  }

  /** Those of one dashboard. */
  private record Line(Semaphore turns, int length) {
    Line with(int more) {
      return new Line(turns, length + more);
    }
  }

  /**
   * Does the work when it is the dashboard's turn, in the order of coming.
   *
   * @throws AppException what the work throws; too-many when the line is full
   */
  <T> T take(DashboardId dashboard, Supplier<T> work) {
    Line line = Objects.requireNonNull(lines.compute(dashboard, (_, known) -> joined(known)));
    try {
      line.turns().acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        line.turns().release();
      }
    } finally {
      lines.computeIfPresent(dashboard, (_, known) -> known.length() == 1 ? null : known.with(-1));
    }
  }

  private Line joined(@Nullable Line known) {
    if (known == null) {
      return new Line(new Semaphore(atOnce, true), 1);
    }
    if (known.length() >= atOnce + waiting) {
      throw AppException.tooMany(
          TOO_MANY, "Too many queries of this dashboard are waiting.", Duration.ofSeconds(1));
    }
    return known.with(1);
  }
}
