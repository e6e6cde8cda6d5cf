-- The first schema. One text for SQLite and PostgreSQL: instants are epoch milliseconds, JSON is text,
-- and the only thing that differs is how an id is given out.

CREATE TABLE app_user (
  id ${identity},
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'editor', 'viewer')),
  password_hash text NOT NULL,
  disabled boolean NOT NULL,
  created_at bigint NOT NULL
);
CREATE UNIQUE INDEX app_user_email ON app_user (lower(email));

-- A key stands here by its hash only; permissions are a JSON list, null for all that the role allows.
CREATE TABLE api_key (
  id ${identity},
  user_id bigint NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  name text NOT NULL,
  hash text NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('admin', 'editor', 'viewer')),
  permissions text,
  created_at bigint NOT NULL,
  expires_at bigint,
  last_used_at bigint
);

CREATE TABLE session (
  hash text PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL
);

CREATE TABLE dashboard (
  id ${identity},
  uid text NOT NULL UNIQUE,
  name text NOT NULL,
  owner_id bigint NOT NULL REFERENCES app_user (id),
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  time_zone text NOT NULL,
  time_from text,
  time_to text,
  tiles text NOT NULL,
  filters text NOT NULL
);

CREATE TABLE source (
  id ${identity},
  dashboard_id bigint NOT NULL REFERENCES dashboard (id) ON DELETE CASCADE,
  name text NOT NULL,
  kind text NOT NULL,
  columns text NOT NULL,
  keep_rows bigint,
  keep_days integer,
  created_at bigint NOT NULL
);
CREATE INDEX source_of_dashboard ON source (dashboard_id);

-- Rows live in another file: a source that was deleted here is listed until its rows are gone there.
CREATE TABLE dropped_dataset (
  source_id bigint PRIMARY KEY
);

CREATE TABLE visualization (
  id ${identity},
  dashboard_id bigint NOT NULL REFERENCES dashboard (id) ON DELETE CASCADE,
  type text NOT NULL,
  title text NOT NULL,
  query text NOT NULL,
  options text NOT NULL,
  version bigint NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX visualization_of_dashboard ON visualization (dashboard_id);

-- A link. The token stands here twice: hashed under the server key to find the row, sealed to show it again.
CREATE TABLE share (
  id ${identity},
  dashboard_id bigint NOT NULL REFERENCES dashboard (id) ON DELETE CASCADE,
  visualization_id bigint REFERENCES visualization (id) ON DELETE CASCADE,
  access text NOT NULL CHECK (access IN ('view', 'edit')),
  token_hash text NOT NULL UNIQUE,
  token_sealed text NOT NULL,
  password_hash text,
  enabled boolean NOT NULL,
  expires_at bigint,
  created_at bigint NOT NULL,
  created_by bigint NOT NULL REFERENCES app_user (id),
  last_used_at bigint
);
CREATE INDEX share_of_dashboard ON share (dashboard_id);

-- Who changed what of a dashboard: exactly one of the three is set.
CREATE TABLE dashboard_change (
  id ${identity},
  dashboard_id bigint NOT NULL REFERENCES dashboard (id) ON DELETE CASCADE,
  at bigint NOT NULL,
  user_id bigint,
  key_id bigint,
  share_id bigint,
  what text NOT NULL,
  detail text NOT NULL
);
CREATE INDEX dashboard_change_of_dashboard ON dashboard_change (dashboard_id, id);

-- Messages, written in the transaction of what they tell of.
CREATE TABLE outbox (
  id ${identity},
  share_id bigint NOT NULL REFERENCES share (id) ON DELETE CASCADE,
  recipient text NOT NULL,
  message_id text NOT NULL UNIQUE,
  sealed_content text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'cancelled')),
  attempts integer NOT NULL,
  next_attempt_at bigint NOT NULL,
  created_at bigint NOT NULL,
  last_error text
);
CREATE INDEX outbox_due ON outbox (state, next_attempt_at);

-- First answers to requests that carried an Idempotency-Key, kept for a day.
CREATE TABLE idempotency (
  caller text NOT NULL,
  idempotency_key text NOT NULL,
  request_hash text NOT NULL,
  status integer NOT NULL,
  location text,
  sealed_body text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (caller, idempotency_key)
);
