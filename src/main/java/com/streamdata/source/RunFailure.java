package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param answer the beginning of what came back; null when nothing did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunFailure(Stage stage, String message, @Nullable String answer) {
  static RunFailure of(FetchFailure failure) {
    return new RunFailure(failure.stage(), failure.getMessage(), failure.answer().orElse(null));
  }
}
