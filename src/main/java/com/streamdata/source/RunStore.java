package com.streamdata.source;

import com.streamdata.access.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables {@code source_refresh} and {@code source_run}. */
@RegisterConstructorMapper(Progress.class)
@RegisterConstructorMapper(RunStore.Row.class)
interface RunStore {
  /** A run as it is stored. */
  record Row(
      Instant startedAt,
      long ms,
      long rowCount,
      String state,
      String remarks,
      @Nullable String error) {}

  @SqlQuery(
      """
      SELECT refreshed_at, next_at, failures, state, error FROM source_refresh
      WHERE source_id = :id
      """)
  Optional<Progress> find(SourceId id);

  @SqlUpdate(
      """
      INSERT INTO source_refresh (source_id, refreshed_at, next_at, failures, state, error)
      SELECT id, :refreshedAt, :nextAt, :failures, :state, :error FROM source WHERE id = :id
      ON CONFLICT (source_id) DO UPDATE SET refreshed_at = excluded.refreshed_at,
        next_at = excluded.next_at, failures = excluded.failures, state = excluded.state,
        error = excluded.error
      """)
  void put(
      SourceId id,
      @Nullable Instant refreshedAt,
      @Nullable Instant nextAt,
      int failures,
      String state,
      @Nullable String error);

  default void put(SourceId id, Progress progress) {
    put(
        id,
        progress.refreshedAt(),
        progress.nextAt(),
        progress.failures(),
        progress.state(),
        progress.error());
  }

  /** Notes a run, unless the source was deleted meanwhile. */
  @SqlUpdate(
      """
      INSERT INTO source_run (source_id, started_at, ms, row_count, state, remarks, error)
      SELECT id, :startedAt, :ms, :rowCount, :state, :remarks, :error FROM source WHERE id = :id
      """)
  void add(
      SourceId id,
      Instant startedAt,
      long ms,
      long rowCount,
      String state,
      String remarks,
      @Nullable String error);

  default void add(SourceId id, Row run) {
    add(id, run.startedAt(), run.ms(), run.rowCount(), run.state(), run.remarks(), run.error());
  }

  /** Forgets all but the newest runs. */
  @SqlUpdate(
      """
      DELETE FROM source_run WHERE source_id = :id AND id <= (
        SELECT id FROM source_run WHERE source_id = :id ORDER BY id DESC LIMIT 1 OFFSET :kept)
      """)
  void trim(SourceId id, int kept);

  /** Newest first. */
  @SqlQuery(
      """
      SELECT started_at, ms, row_count, state, remarks, error FROM source_run
      WHERE source_id = :id ORDER BY id DESC LIMIT :limit
      """)
  List<Row> list(SourceId id, int limit);
}
