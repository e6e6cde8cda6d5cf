-- What Grafana's API adds: public dashboards, folders, annotations, service accounts, dashboards that came
-- as Grafana's JSON and panels in places of their own.

CREATE TABLE folder (
  id ${identity},
  uid text NOT NULL UNIQUE,
  title text NOT NULL,
  created_by bigint NOT NULL REFERENCES app_user (id),
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  version bigint NOT NULL
);

-- grafana_json is what was sent, word for word, when the dashboard had version grafana_version.
-- grafana_panels is a JSON list of the numbers of its panels that became visualizations and tiles.
-- grafana_tags is a JSON list of its tags.
-- notes are panels that cannot be shown, variables those that statements may name: JSON lists.
ALTER TABLE dashboard ADD COLUMN folder_id bigint REFERENCES folder (id);
ALTER TABLE dashboard ADD COLUMN grafana_json text;
ALTER TABLE dashboard ADD COLUMN grafana_version bigint;
ALTER TABLE dashboard ADD COLUMN grafana_panels text NOT NULL DEFAULT '[]';
ALTER TABLE dashboard ADD COLUMN grafana_tags text NOT NULL DEFAULT '[]';
ALTER TABLE dashboard ADD COLUMN notes text NOT NULL DEFAULT '[]';
ALTER TABLE dashboard ADD COLUMN variables text NOT NULL DEFAULT '[]';
ALTER TABLE dashboard ADD COLUMN updated_at bigint;
ALTER TABLE dashboard ADD COLUMN updated_by bigint;
CREATE INDEX dashboard_of_folder ON dashboard (folder_id);

-- A panel's number is unique on its dashboard; its place is a JSON object, null for the next free one.
ALTER TABLE visualization ADD COLUMN panel_id bigint;
ALTER TABLE visualization ADD COLUMN place text;
UPDATE visualization
SET panel_id = 100 + (SELECT count(*) FROM visualization earlier
                      WHERE earlier.dashboard_id = visualization.dashboard_id
                        AND earlier.id <= visualization.id);
CREATE UNIQUE INDEX visualization_panel ON visualization (dashboard_id, panel_id);

-- A link of Grafana's kind: one for each dashboard, with a uid and an audience.
ALTER TABLE share ADD COLUMN kind text NOT NULL DEFAULT 'link';
ALTER TABLE share ADD COLUMN uid text;
ALTER TABLE share ADD COLUMN audience text NOT NULL DEFAULT 'public';
ALTER TABLE share ADD COLUMN time_selection boolean NOT NULL DEFAULT false;
ALTER TABLE share ADD COLUMN annotations boolean NOT NULL DEFAULT false;
ALTER TABLE share ADD COLUMN variable_selection boolean NOT NULL DEFAULT false;
ALTER TABLE share ADD COLUMN embed boolean NOT NULL DEFAULT false;
ALTER TABLE share ADD COLUMN updated_at bigint;
ALTER TABLE share ADD COLUMN updated_by bigint;
CREATE UNIQUE INDEX share_public ON share (dashboard_id) WHERE kind = 'public';
CREATE UNIQUE INDEX share_uid ON share (uid);

-- Whom a share for specific people lets in, and the newest code sent to each: hashed, single use.
CREATE TABLE share_recipient (
  id ${identity},
  uid text NOT NULL UNIQUE,
  share_id bigint NOT NULL REFERENCES share (id) ON DELETE CASCADE,
  email text NOT NULL,
  code_hash text,
  code_sent_at bigint,
  code_expires_at bigint,
  code_tries integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX share_recipient_email ON share_recipient (share_id, lower(email));

CREATE TABLE annotation (
  id ${identity},
  dashboard_id bigint NOT NULL REFERENCES dashboard (id) ON DELETE CASCADE,
  panel_id bigint NOT NULL,
  user_id bigint NOT NULL,
  time bigint NOT NULL,
  time_end bigint NOT NULL,
  text text NOT NULL,
  tags text NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
CREATE INDEX annotation_of_dashboard ON annotation (dashboard_id, time);

-- A service account is a user who has tokens and no password; permissions are a JSON list, null for
-- all that the role allows.
ALTER TABLE app_user ADD COLUMN service_account boolean NOT NULL DEFAULT false;
ALTER TABLE app_user ADD COLUMN permissions text;

-- How what was changed had been, as the JSON object that a request would send to have it back; null where
-- nothing can be had back. The visualization is the one it was about, be it gone or not.
ALTER TABLE dashboard_change ADD COLUMN visualization_id bigint;
ALTER TABLE dashboard_change ADD COLUMN was text;
