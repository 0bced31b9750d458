-- A party's floor as it stood after the event of that number, so that it can be opened without reading all that happened before.
CREATE TABLE floor_snapshot (
  party_id TEXT NOT NULL PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  at BIGINT NOT NULL,
  body TEXT NOT NULL CHECK (body <> '')
);
