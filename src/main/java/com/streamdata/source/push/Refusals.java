package com.streamdata.source.push;

import com.streamdata.dataset.DatasetErrors;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows that do not fit: the first hundred faults in words, all of them counted. */
final class Refusals {
  private static final int SHOWN = 100;

  private final List<ErrorDetail> shown = new ArrayList<>();
  private long faults;
  private long rows;
  private long lastLine = -1;

  void add(long line, @Nullable String column, String message) {
    faults++;
    if (line != lastLine) {
      rows++;
      lastLine = line;
    }
    if (shown.size() < SHOWN) {
      shown.add(ErrorDetail.row(line, column, message));
    }
  }

  boolean has(long line) {
    return lastLine == line;
  }

  /** The first fault, in words. */
  Optional<String> first() {
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    ErrorDetail fault = shown.getFirst();
    String column = fault.column() == null ? "it" : fault.column();
    return Optional.of(column + " " + fault.message());
  }

  /** Throws if anything was refused. */
  void done(long rowsRead) {
    if (faults == 0) {
      return;
    }
    String more =
        faults > SHOWN ? "; the first " + SHOWN + " of " + faults + " faults are listed" : "";
    String message =
        "%d of %d rows do not fit, so none was kept%s.".formatted(rows, rowsRead, more);
    throw new AppException(DatasetErrors.ROWS_REFUSED, message, shown);
  }
}
