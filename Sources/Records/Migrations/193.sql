-- The address to which a host's calendar program subscribes. The number makes its token, of which the hash alone is stored; NULL
-- where the host has taken the address back.
CREATE TABLE calendar_feed (
  host_id TEXT PRIMARY KEY REFERENCES host (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  token_hash TEXT UNIQUE
);

-- What of a party stands in its hosts' own calendars, as it was last mailed to them: SEQUENCE, and the date, NULL where it was
-- taken back.
CREATE TABLE host_entry (
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  starts_at BIGINT,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (party_id, host_id)
);
CREATE INDEX host_entry_host ON host_entry (host_id);
