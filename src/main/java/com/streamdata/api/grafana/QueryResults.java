package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorKind;
import com.streamdata.query.statement.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of queries, by their refs (observed behaviour, 3.2). */
record QueryResults(SortedMap<String, Result> results) {

  /**
   * What became of one.
   *
   * @param error null when it went well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      @Nullable String error, @Nullable String errorSource, int status, List<DataFrame> frames) {
    static Result of(DataFrame frame) {
      return new Result(null, null, 200, List.of(frame));
    }

    static Result failed(AppException reason) {
      boolean theirs =
          reason.code().kind() == ErrorKind.INVALID || reason.code().kind() == ErrorKind.NOT_FOUND;
      return new Result(
          String.valueOf(reason.getMessage()), "downstream", theirs ? 400 : 500, List.of());
    }
  }

  static QueryResults of(Collection<Outcome> outcomes) {
    SortedMap<String, Result> results = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      String ref = outcome.statement().ref();
      results.put(
          ref,
          switch (outcome) {
            case Outcome.Got got ->
                Result.of(Frames.of(ref, got.statement().format(), got.answer().table()));
            case Outcome.Failed failed -> Result.failed(failed.reason());
          });
    }
    return new QueryResults(results);
  }

  /** 400 if any of them failed. */
  int status() {
    return results.values().stream().anyMatch(result -> result.error() != null) ? 400 : 200;
  }
}
