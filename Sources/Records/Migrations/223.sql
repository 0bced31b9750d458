-- A host's keys to the HTTP API. The token is shown once; its SHA-256 is stored.
CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- Set apart by blanks.
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX api_token_host ON api_token (host_id);

-- Where a host's own programs hear of what happens. What signs a delivery is derived from the id and the installation's secret.
CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  -- Given up: nothing was taken for so long. Empty while it works.
  problem TEXT NOT NULL DEFAULT ''
);
CREATE INDEX webhook_host ON webhook (host_id);

-- Names things by their ids alone.
CREATE TABLE webhook_delivery (
  id TEXT PRIMARY KEY,
  webhook_id TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at);

-- Whether webhooks were told that the evening ended.
ALTER TABLE party ADD COLUMN end_told INTEGER NOT NULL DEFAULT 0 CHECK (end_told IN (0, 1));
UPDATE party SET end_told = 1 WHERE ended_at IS NOT NULL;
CREATE INDEX party_end ON party (end_told, ended_at);
