-- Where a host's busy times are read from, and how that went. Of what is read the times alone are kept.
CREATE TABLE busy_source (
  host_id TEXT PRIMARY KEY REFERENCES host (id) ON DELETE CASCADE,
  address TEXT NOT NULL CHECK (address <> ''),
  tried_at BIGINT,
  -- The last time that it could be read.
  read_at BIGINT,
  -- Why the last try failed: the end of a key of the strings; empty where it did not.
  problem TEXT NOT NULL DEFAULT ''
);

CREATE TABLE busy_time (
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (host_id, starts_at, ends_at)
);
