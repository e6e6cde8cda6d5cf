/** Answers are made once for all who ask at a time, and kept while their rows are the newest. */
@NullMarked
package com.streamdata.query.answer;

import org.jspecify.annotations.NullMarked;
