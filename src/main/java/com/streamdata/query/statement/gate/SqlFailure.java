package com.streamdata.query.statement.gate;

import com.streamdata.engine.EngineErrors;
import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a statement failed, without what only we know of it. */
public final class SqlFailure {
  private static final Pattern OURS = Pattern.compile("\\bsource_\\d+\\b");

  private static final Pattern EXCERPT = Pattern.compile("\\sLINE \\d+:");

  private SqlFailure() {}

  /**
   * @param tables what people call our tables
   */
  public static AppException of(
      SQLException failure, Duration timeout, Map<String, String> tables) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof SQLTimeoutException || message.startsWith("INTERRUPT Error")) {
      return new AppException(
          EngineErrors.TOO_SLOW,
          "Stopped after " + timeout.toSeconds() + " s. A shorter time range may help.",
          failure);
    }
    if (message.contains("Out of Memory")) {
      return new AppException(
          EngineErrors.TOO_LARGE, "A shorter time range or a filter may help.", failure);
    }
    Matcher ours = OURS.matcher(text(message));
    String told =
        ours.replaceAll(
            found -> Matcher.quoteReplacement(tables.getOrDefault(found.group(), "a source")));
    return new AppException(QueryErrors.STATEMENT, told, failure);
  }

  /** Without the lines that show a piece of the statement, which is not as it was written. */
  static String text(String message) {
    String told = EXCERPT.split(message, 2)[0].strip();
    return told.isEmpty() ? "It cannot be understood." : told;
  }
}
