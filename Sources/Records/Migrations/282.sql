-- Links that were replaced, by SHA-256, so that whoever comes by one is told where the new one is.
CREATE TABLE replaced_link (
  link_hash TEXT NOT NULL PRIMARY KEY,
  guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE
);
CREATE INDEX replaced_link_guest ON replaced_link (guest_id);
