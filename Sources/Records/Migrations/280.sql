-- A host's message, a reminder and a seat given wait as well, and each act says who pressed it: two may host a party.
CREATE TABLE held_act_of_two (
  party_id TEXT NOT NULL PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  -- Made anew for each press, so that a page from before takes nothing else back.
  id TEXT NOT NULL UNIQUE,
  -- The party's first host.
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  -- NULL for the first host.
  pressed_by TEXT REFERENCES host (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN (
    'letters', 'withdrawal', 'honourLetter', 'release', 'confirmation', 'move', 'anew', 'cancellation', 'message', 'reminder',
    'admission')),
  -- Ids of guests, a date, a reason, a message: what the kind needs.
  detail TEXT NOT NULL,
  -- How many mails it would send.
  mails INTEGER NOT NULL,
  due_at BIGINT NOT NULL,
  -- Why it could not be done; empty as long as it waits.
  problem TEXT NOT NULL DEFAULT ''
);
INSERT INTO held_act_of_two (party_id, id, host_id, kind, detail, mails, due_at, problem)
  SELECT party_id, id, host_id, kind, detail, mails, due_at, problem FROM held_act;
DROP TABLE held_act;
ALTER TABLE held_act_of_two RENAME TO held_act;
CREATE INDEX held_act_due ON held_act (due_at);

-- Who of the two gets news of the party by mail. Booleans.
ALTER TABLE cohost ADD COLUMN hears INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cohost ADD COLUMN owner_hears INTEGER NOT NULL DEFAULT 1;
