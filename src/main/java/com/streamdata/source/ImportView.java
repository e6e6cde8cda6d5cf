package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.error.AppException;
import com.streamdata.source.file.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param state running, done or failed
 * @param rows taken so far; visible to readers only once it is done
 * @param bytes size of the file
 * @param percent of the rows; 0 until the file has been looked through
 * @param rejected the first hundred lines that were left out, once it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
    String id,
    String state,
    long rows,
    long bytes,
    int percent,
    List<Rejected> rejected,
    long rejectedCount,
    @Nullable Failure error) {

  /** Why an import failed. */
  record Failure(String code, String message) {
    static Failure of(Exception failure) {
      return failure instanceof AppException expected && expected.getMessage() != null
          ? new Failure(expected.code().code(), expected.getMessage())
          : new Failure("server.error", "Something went wrong on this server.");
    }
  }
}
