package com.streamdata.query;

import com.streamdata.access.SourceId;
import java.time.Instant;

/**
 * A table and how old it is. Kept and given to many at once: its parts never change.
 *
 * @param asOf when the rows of the source last changed
 * @param version of the source's rows: the answer is the newest while the source has this one
 */
public record Answer(Table table, Instant asOf, SourceId source, long version) {}
