package com.streamdata.source.fetch;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why rows could not be fetched, in words for whoever set the source up; without secrets. */
public final class FetchFailure extends Exception {
  private static final int LONGEST_ANSWER = 500;

  private final Stage stage;
  private final @Nullable String answer;

  public FetchFailure(Stage stage, String message) {
    this(stage, message, null);
  }

  /**
   * With what came back.
   *
   * @param answer secrets masked; only its first 500 characters are kept; null for none
   */
  public FetchFailure(Stage stage, String message, @Nullable String answer) {
    super(message);
    this.stage = stage;
    this.answer =
        answer == null ? null : answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
  }

  public Stage stage() {
    return stage;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public Optional<String> answer() {
    return Optional.ofNullable(answer);
  }
}
