-- Sources that find their rows themselves: what they need to know, how far they are, and what their runs brought.

-- JSON, sealed under the server's key, for it may hold passwords; null for sources that are sent their rows.
ALTER TABLE source ADD COLUMN settings text;

-- `state` is what the next run wants to know of the last good one, a JSON object of texts; `error` is JSON, null after a good run.
CREATE TABLE source_refresh (
  source_id bigint PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  refreshed_at bigint,
  next_at bigint,
  failures integer NOT NULL,
  state text NOT NULL,
  error text
);

CREATE TABLE source_run (
  id ${identity},
  source_id bigint NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  started_at bigint NOT NULL,
  ms bigint NOT NULL,
  row_count bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('done', 'unchanged', 'failed')),
  remarks text NOT NULL,
  error text
);
CREATE INDEX source_run_of_source ON source_run (source_id, id);
