package com.streamdata.query.table;

import com.streamdata.dataset.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of an answer.
 *
 * @param values one for each row: {@link java.time.Instant}, {@link java.time.LocalDate}, {@link
 *     Long}, {@link java.math.BigInteger} when 64 bits are too few, {@link Double} (finite), {@link
 *     Boolean} or {@link String}; null where there is none
 */
public record TableColumn(String name, ColumnType type, List<@Nullable Object> values) {}
