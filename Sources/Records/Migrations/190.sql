-- Whom a guest who declined would ask in their place, for the host to decide. One for each guest.
CREATE TABLE referral (
  guest_id TEXT PRIMARY KEY REFERENCES guest (id) ON DELETE CASCADE,
  -- Nothing is kept of somebody whom the host did not take up.
  name TEXT NOT NULL,
  line TEXT NOT NULL,
  -- An address, or how to reach them otherwise, in the guest's words.
  contact TEXT NOT NULL,
  referred_at BIGINT NOT NULL,
  decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'taken', 'refused')),
  -- Who they are in the address book since the host took them up. With them goes the referral.
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX referral_person ON referral (person_id);
