package com.streamdata.source.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file that was left out; of an Excel workbook also a cell with an error, which is
 * empty now while its line was taken.
 *
 * @param line in the file, from 1; for JSON that is no line but the number of the record
 * @param column null when the line as a whole is wrong
 * @param text what stands there, cut when long
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rejected(long line, @Nullable String column, @Nullable String text, String message) {
  private static final int LONGEST_TEXT = 500;

  public Rejected {
    if (text != null && text.length() > LONGEST_TEXT) {
      text = text.substring(0, LONGEST_TEXT) + "…";
    }
  }
}
