-- Afterwards: ballots, circles, and mail about them.

-- Parties of a series with the same core.
CREATE TABLE circle (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('monthly', 'quarterly', 'whenItFits')),
  -- How many worthwhile evenings in a row earn a guest of honour.
  evenings_to_honour INTEGER NOT NULL DEFAULT 3 CHECK (evenings_to_honour BETWEEN 1 AND 10),
  created_at BIGINT NOT NULL,
  -- When the series was brought to its end, with thanks.
  ended_at BIGINT
);
CREATE INDEX circle_host ON circle (host_id);

ALTER TABLE party ADD COLUMN circle_id TEXT REFERENCES circle (id) ON DELETE SET NULL;
-- What came of this evening, in the host's words, for the next letters. Empty for none.
ALTER TABLE party ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
-- Ballots are counted once; from then on nobody can tell who gave which.
ALTER TABLE party ADD COLUMN counted_at BIGINT;
-- When the summaries went out.
ALTER TABLE party ADD COLUMN summarised_at BIGINT;
CREATE INDEX party_circle ON party (circle_id);

CREATE TABLE circle_member (
  circle_id TEXT NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  joined_at BIGINT NOT NULL,
  -- Left by themselves; they are not carried over any more.
  left_at BIGINT,
  PRIMARY KEY (circle_id, person_id)
);
CREATE INDEX circle_member_person ON circle_member (person_id);

-- One participant's private answers; NULL where they said nothing. Deleted when they are counted, so that no page, export or copy
-- of the database can tell afterwards.
CREATE TABLE ballot (
  party_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  learnt INTEGER CHECK (learnt IN (0, 1)),
  gave INTEGER CHECK (gave IN (0, 1)),
  again INTEGER CHECK (again IN (0, 1)),
  line TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (party_id, participant),
  FOREIGN KEY (party_id, participant) REFERENCES participant (party_id, id) ON DELETE CASCADE
);

-- What the ballots of an evening said together; only from three answers up.
CREATE TABLE ballot_result (
  party_id TEXT PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  answers INTEGER NOT NULL CHECK (answers >= 3),
  learnt_yes INTEGER NOT NULL,
  learnt_of INTEGER NOT NULL,
  gave_yes INTEGER NOT NULL,
  gave_of INTEGER NOT NULL,
  again_yes INTEGER NOT NULL,
  again_of INTEGER NOT NULL,
  -- Lines for the host, sorted by their text, one per line of the field.
  lines TEXT NOT NULL DEFAULT ''
);

-- A table's coaster that somebody who stood there shares with the circle.
CREATE TABLE coaster_share (
  party_id TEXT NOT NULL,
  table_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (party_id, table_id),
  FOREIGN KEY (party_id, participant) REFERENCES participant (party_id, id) ON DELETE CASCADE
);

-- The one gentle reminder.
ALTER TABLE promise ADD COLUMN reminded_at BIGINT;

-- Mail after the evening: the same table with more kinds. Nothing refers to it.
CREATE TABLE outbox_with_more_kinds (
  id TEXT PRIMARY KEY,
  idempotency_key TEXT NOT NULL UNIQUE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  party_id TEXT REFERENCES party (id) ON DELETE CASCADE,
  guest_id TEXT REFERENCES guest (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN (
    'letter', 'reminder', 'confirmation', 'change', 'cancellation', 'signIn', 'notice', 'summary', 'promise', 'thanks',
    'farewell')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'filed', 'failed', 'cancelled', 'byHand')),
  recipient_name TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL DEFAULT '',
  calendar TEXT NOT NULL DEFAULT '',
  calendar_method TEXT NOT NULL DEFAULT '',
  message_id TEXT NOT NULL UNIQUE,
  attempts INTEGER NOT NULL DEFAULT 0,
  interruptions INTEGER NOT NULL DEFAULT 0,
  next_attempt_at BIGINT NOT NULL,
  problem TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  accepted_at BIGINT
);
INSERT INTO outbox_with_more_kinds SELECT
  id, idempotency_key, host_id, party_id, guest_id, kind, state, recipient_name, recipient, subject, text, html, calendar,
  calendar_method, message_id, attempts, interruptions, next_attempt_at, problem, created_at, accepted_at
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_with_more_kinds RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
CREATE INDEX outbox_party ON outbox (party_id);
CREATE INDEX outbox_guest ON outbox (guest_id);
