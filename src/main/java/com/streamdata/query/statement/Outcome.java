package com.streamdata.query.statement;

import com.streamdata.error.AppException;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.ask.Statement;

/** What became of one statement of a query. */
public sealed interface Outcome {
  Statement statement();

  /** It gave rows; numbers need not be finite. */
  record Got(Statement statement, Answer answer) implements Outcome {}

  /** It was refused or failed. */
  record Failed(Statement statement, AppException reason) implements Outcome {}
}
