package com.streamdata.query;

/** What an answer is the answer to, apart from the rows it was made of. */
sealed interface Asking permits Question, StatementRun {}
