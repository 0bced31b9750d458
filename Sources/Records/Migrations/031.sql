-- A host's new address before it is proved: the link was mailed to it. Only the link's hash is stored.
CREATE TABLE address_change (
  host_id TEXT PRIMARY KEY REFERENCES host (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);

-- Which address an objection put on the suppression list, so that it can be taken back by the same link for a while.
CREATE TABLE objection (
  guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  address_hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (guest_id, address_hash)
);
