-- The guest of honour: one for a party, on a seat on top of the party's seats. The guest row has letter, answer, link and
-- calendar entry like everybody's.
CREATE TABLE honour (
  guest_id TEXT PRIMARY KEY REFERENCES guest (id) ON DELETE CASCADE,
  party_id TEXT NOT NULL UNIQUE REFERENCES party (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('guest', 'speaker')),
  -- Why them, in the host's words.
  reason TEXT NOT NULL DEFAULT '',
  -- Their slot: minutes after the party's start, so that it moves with the date, and how long they stay.
  begins_after INTEGER NOT NULL CHECK (begins_after BETWEEN 0 AND 480),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 120),
  -- How often the slot was changed within the party; raises the SEQUENCE of their calendar entry.
  slot_changes INTEGER NOT NULL DEFAULT 0,
  late_minutes INTEGER NOT NULL DEFAULT 0 CHECK (late_minutes BETWEEN 0 AND 60),
  arrived_at BIGINT,
  left_at BIGINT,
  -- Somebody who may answer for them. Only their link's hash is stored; NULL for nobody.
  assistant_name TEXT NOT NULL DEFAULT '',
  assistant_email TEXT NOT NULL DEFAULT '',
  assistant_hash TEXT UNIQUE,
  -- The host's thanks, as last edited; they leave once.
  thanks TEXT NOT NULL DEFAULT '',
  thanked_at BIGINT,
  -- Whether they would come again; NULL where they have not said.
  again INTEGER CHECK (again IN (0, 1))
);

-- What the circle would like to ask its guest of honour.
CREATE TABLE honour_question (
  id TEXT PRIMARY KEY,
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  -- NULL where the host asks.
  guest_id TEXT REFERENCES guest (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  asked_at BIGINT NOT NULL,
  -- The host's choice for the brief.
  picked INTEGER NOT NULL DEFAULT 0 CHECK (picked IN (0, 1))
);
CREATE INDEX honour_question_party ON honour_question (party_id);
CREATE INDEX honour_question_guest ON honour_question (guest_id);

-- One vote of each guest on each question.
CREATE TABLE honour_vote (
  question_id TEXT NOT NULL REFERENCES honour_question (id) ON DELETE CASCADE,
  guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  PRIMARY KEY (question_id, guest_id)
);
CREATE INDEX honour_vote_guest ON honour_vote (guest_id);

-- Mail to a guest of honour's assistant: the same table with one more kind. Nothing refers to it.
CREATE TABLE outbox_with_assistants (
  id TEXT PRIMARY KEY,
  idempotency_key TEXT NOT NULL UNIQUE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  party_id TEXT REFERENCES party (id) ON DELETE CASCADE,
  guest_id TEXT REFERENCES guest (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN (
    'letter', 'reminder', 'confirmation', 'change', 'cancellation', 'signIn', 'notice', 'summary', 'promise', 'thanks',
    'farewell', 'assistant')),
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
INSERT INTO outbox_with_assistants SELECT
  id, idempotency_key, host_id, party_id, guest_id, kind, state, recipient_name, recipient, subject, text, html, calendar,
  calendar_method, message_id, attempts, interruptions, next_attempt_at, problem, created_at, accepted_at
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_with_assistants RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
CREATE INDEX outbox_party ON outbox (party_id);
CREATE INDEX outbox_guest ON outbox (guest_id);
