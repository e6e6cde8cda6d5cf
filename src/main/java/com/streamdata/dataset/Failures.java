package com.streamdata.dataset;

import com.streamdata.error.AppException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What became of work that another thread does. */
final class Failures {
  private Failures() {}

  /**
   * Waits for the work.
   *
   * @throws SQLException what the work threw; its unchecked exceptions come as they are, too
   */
  static <T> T await(Future<T> work) throws SQLException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (ExecutionException e) {
      throw unwrap(e);
    }
  }

  private static RuntimeException unwrap(ExecutionException thrown) throws SQLException {
    if (thrown.getCause() instanceof SQLException failure) {
      throw failure;
    }
    return thrown.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(thrown);
  }

  static AppException closed() {
    return new AppException(DatasetErrors.UNAVAILABLE, "The store of rows is closed.");
  }

  static AppException unavailable(Throwable cause) {
    return new AppException(
        DatasetErrors.UNAVAILABLE, "The store of rows does not work just now; try later.", cause);
  }
}
