package com.streamdata.query.statement.macro;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $__timeGroup} is to put in place of missing rows.
 *
 * @param step from one row to the next
 * @param value null for nothing
 * @param previous whether the row before counts instead
 */
public record Fill(Duration step, @Nullable Double value, boolean previous) {}
