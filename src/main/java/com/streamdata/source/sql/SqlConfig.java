package com.streamdata.source.sql;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What sources may read of this machine.
 *
 * @param sqliteFolder holds the SQLite files that may be sources; null for none
 */
public record SqlConfig(@Nullable Path sqliteFolder) {}
