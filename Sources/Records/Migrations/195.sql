-- A second host of a party, of the same installation: asked by the first, and hosting once they have said yes.
CREATE TABLE cohost (
  party_id TEXT PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  invited_at BIGINT NOT NULL,
  accepted_at BIGINT
);
CREATE INDEX cohost_host ON cohost (host_id);

-- Name, address and lines of whoever signs the letters where that is not the first host; a copy, so that a letter needs no more
-- than its party.
ALTER TABLE party ADD COLUMN signer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN signer_email TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN signer_lines TEXT NOT NULL DEFAULT '';
