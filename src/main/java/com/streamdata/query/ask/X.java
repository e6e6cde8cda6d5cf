package com.streamdata.query.ask;

import org.jspecify.annotations.Nullable;

/**
 * What runs along a chart.
 *
 * @param bucket how long one point is, for a timestamp or date; null to take each value as it is
 */
public record X(String column, @Nullable Bucket bucket) {}
