-- What a host has pressed and may still take back: it is done at its time. One act of a party waits at most.
CREATE TABLE held_act (
  party_id TEXT NOT NULL PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  -- Made anew for each press, so that a page from before takes nothing else back.
  id TEXT NOT NULL UNIQUE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN (
    'letters', 'withdrawal', 'honourLetter', 'release', 'confirmation', 'move', 'anew', 'cancellation')),
  -- Ids of guests, a date, a reason: what the kind needs.
  detail TEXT NOT NULL,
  -- How many mails it would send.
  mails INTEGER NOT NULL,
  due_at BIGINT NOT NULL,
  -- Why it could not be done; empty as long as it waits.
  problem TEXT NOT NULL DEFAULT ''
);
CREATE INDEX held_act_due ON held_act (due_at);
