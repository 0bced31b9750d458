-- The programs that work with this database together, where there are several; times are by the database's clock.
CREATE TABLE node (
  name TEXT PRIMARY KEY,
  -- Of the lock that its program holds for as long as it lives.
  number INTEGER NOT NULL UNIQUE,
  version TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  leads INTEGER NOT NULL DEFAULT 0
);

-- Who tells the pages of a party's floor; nobody where node is NULL. Each new owner has a higher epoch than the one before.
CREATE TABLE floor_owner (
  party_id TEXT PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  node TEXT,
  epoch BIGINT NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX floor_owner_node ON floor_owner (node);

-- Under which owner it was written down; 0 where one program has all floors.
ALTER TABLE floor_event ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0;

-- What one node asks of another, for as long as it waits for the answer.
CREATE TABLE node_call (
  id TEXT PRIMARY KEY,
  node TEXT NOT NULL,
  body TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  is_taken INTEGER NOT NULL DEFAULT 0,
  answer TEXT
);
CREATE INDEX node_call_node ON node_call (node, is_taken);

-- Who sends a mail, and since when, by the database's clock.
ALTER TABLE outbox ADD COLUMN claimed_by TEXT;
ALTER TABLE outbox ADD COLUMN claimed_at BIGINT;

-- Which node has the file.
ALTER TABLE import ADD COLUMN node TEXT;

-- SHA-256 of the secret key, and what tells the database from a copy on another server; empty until the first start that knows them.
ALTER TABLE installation ADD COLUMN key_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE installation ADD COLUMN place TEXT NOT NULL DEFAULT '';

-- While no mail at all passes, all nodes wait.
CREATE TABLE mail_pause (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  until BIGINT NOT NULL,
  tries INTEGER NOT NULL,
  failure TEXT NOT NULL
);
