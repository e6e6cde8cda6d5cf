package com.streamdata.visualization;

import com.streamdata.query.answer.Answer;
import com.streamdata.source.Outage;
import org.jspecify.annotations.Nullable;

/**
 * The data of a chart as it can be had now.
 *
 * @param stale whether there is something newer, which is being made
 * @param outage null while all its sources can be had
 */
public record Current(Answer answer, boolean stale, @Nullable Outage outage) {}
