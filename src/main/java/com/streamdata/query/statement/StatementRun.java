package com.streamdata.query.statement;

import com.streamdata.engine.SqlText;
import com.streamdata.query.ask.Format;
import com.streamdata.query.statement.macro.Fill;
import com.streamdata.query.time.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement ready to be run.
 *
 * @param format what its rows are taken for
 * @param fill null when gaps stay gaps
 * @param range what is filled
 * @param moment roughly now, where the statement asks for it; else null
 */
record StatementRun(
    SqlText select, Format format, @Nullable Fill fill, Interval range, @Nullable Instant moment) {}
