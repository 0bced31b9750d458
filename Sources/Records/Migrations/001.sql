-- The schema, in the SQL that SQLite 3.40 and PostgreSQL 15 share. Ids are UUIDv7 text, times are milliseconds since
-- 1970 in UTC, truths are 0 and 1.

CREATE TABLE host (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('de', 'en')),
  zone TEXT NOT NULL,
  signature TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL
);

-- The token is derived from the id and the installation's secret; only its SHA-256 is stored.
CREATE TABLE sign_in_link (
  token_hash TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX session_host ON session (host_id);

-- What was missed. Year 0 stands for none.
CREATE TABLE occasion (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('conferenceCancelled', 'conferenceMissed', 'conferencePast', 'officeVisit', 'none')),
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  -- The host's own way to say where it would have been, when the composed one doesn't sound right.
  spoken_place TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL
);
CREATE INDEX occasion_host ON occasion (host_id);

-- An uploaded file on its way into the address book. A row of it waits in import_row until the host confirms.
CREATE TABLE import (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  occasion_id TEXT NOT NULL REFERENCES occasion (id) ON DELETE CASCADE,
  list_name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  digest TEXT NOT NULL,
  -- How the host came by the addresses: goes into the letter's line about their source.
  source TEXT NOT NULL CHECK (
    source IN ('publishedProgramme', 'participantList', 'businessCard', 'addressBook', 'sharedDirectory', 'other')),
  -- In the host's words, where the source is 'other'.
  source_words TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'saving', 'saved', 'failed')),
  kind TEXT NOT NULL DEFAULT '',
  -- JSON: the table's header, samples and column roles, empty for other kinds.
  layout TEXT NOT NULL DEFAULT '',
  -- JSON: the roles the host chose, empty for the guess.
  chosen_columns TEXT NOT NULL DEFAULT '',
  problem TEXT NOT NULL DEFAULT '',
  progress DOUBLE PRECISION NOT NULL DEFAULT 0,
  people_count INTEGER NOT NULL DEFAULT 0,
  merged_count INTEGER NOT NULL DEFAULT 0,
  known_count INTEGER NOT NULL DEFAULT 0,
  rejected_count INTEGER NOT NULL DEFAULT 0,
  -- Saving goes on behind this position after a restart; what it made so far is counted beside it.
  saved_position INTEGER NOT NULL DEFAULT 0,
  new_count INTEGER NOT NULL DEFAULT 0,
  changed_count INTEGER NOT NULL DEFAULT 0,
  -- The list its people went to.
  list_id TEXT,
  created_at BIGINT NOT NULL,
  finished_at BIGINT
);
CREATE INDEX import_host ON import (host_id);

CREATE TABLE import_row (
  import_id TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  -- The order in the file.
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('person', 'merged', 'rejected')),
  name TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  -- One per line.
  topics TEXT NOT NULL DEFAULT '',
  -- Keys of merging; empty when there is none.
  email_key TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL DEFAULT '',
  -- Of a merged row: the position of the one it went into.
  merged_into INTEGER,
  -- Of a rejected row: JSON of the problem and of the cells as they stood.
  problem TEXT NOT NULL DEFAULT '',
  cells TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (import_id, position)
);
CREATE INDEX import_row_email ON import_row (import_id, status, email_key);
CREATE INDEX import_row_name ON import_row (import_id, status, name_key);

CREATE TABLE people_list (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  occasion_id TEXT NOT NULL REFERENCES occasion (id),
  name TEXT NOT NULL,
  source TEXT NOT NULL CHECK (
    source IN ('publishedProgramme', 'participantList', 'businessCard', 'addressBook', 'sharedDirectory', 'other')),
  source_words TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  digest TEXT NOT NULL,
  imported_at BIGINT NOT NULL
);
CREATE INDEX people_list_host ON people_list (host_id, digest);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL,
  country TEXT NOT NULL,
  -- The address in the form in which two are compared; NULL without an address.
  email_key TEXT,
  -- Name and organisation in the form in which two are compared.
  name_key TEXT NOT NULL,
  -- Name, organisation, role and topics folded for the search, one per line. The address book is ordered by it.
  search_key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (host_id, email_key)
);
CREATE INDEX person_name_key ON person (host_id, name_key);
CREATE INDEX person_search ON person (host_id, search_key, id);

CREATE TABLE person_topic (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (person_id, position)
);

-- From which list a person comes. A person may stand on several.
CREATE TABLE provenance (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  list_id TEXT NOT NULL REFERENCES people_list (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  PRIMARY KEY (person_id, list_id)
);
CREATE INDEX provenance_list ON provenance (list_id);

CREATE TABLE party (
  id TEXT PRIMARY KEY,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  occasion_id TEXT REFERENCES occasion (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'inviting', 'scheduled', 'open', 'ended', 'closed', 'cancelled')),
  title TEXT NOT NULL,
  topic TEXT NOT NULL DEFAULT '',
  question TEXT NOT NULL DEFAULT '',
  contribution TEXT NOT NULL DEFAULT '',
  -- The language of the letters, and in German Sie or du.
  address_form TEXT NOT NULL CHECK (address_form IN ('sie', 'du', 'en')),
  -- Seats for guests; the host's own comes on top.
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 50),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 480),
  -- The zone in which the host chose the date: 18:30 there, also after the clocks change.
  zone TEXT NOT NULL,
  date_kind TEXT NOT NULL CHECK (date_kind IN ('open', 'fixed', 'poll')),
  starts_at BIGINT,
  -- When the date was fixed for good: calendar entries go out from then on.
  confirmed_at BIGINT,
  poll_deadline BIGINT,
  poll_noticed_at BIGINT,
  answer_days INTEGER NOT NULL DEFAULT 7 CHECK (answer_days BETWEEN 1 AND 60),
  -- Days before the answer is due on which the one reminder goes out; 0 for no reminder.
  reminder_days INTEGER NOT NULL DEFAULT 2 CHECK (reminder_days BETWEEN 0 AND 30),
  release_mode TEXT NOT NULL DEFAULT 'afterNod' CHECK (release_mode IN ('automatic', 'afterNod')),
  expected_declines INTEGER NOT NULL DEFAULT 0 CHECK (expected_declines BETWEEN 0 AND 20),
  calendar_uid TEXT NOT NULL UNIQUE,
  calendar_sequence INTEGER NOT NULL DEFAULT 0,
  cancel_reason TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  -- No letter without substance.
  CHECK (state IN ('draft', 'cancelled') OR (topic <> '' AND question <> '' AND contribution <> ''))
);
CREATE INDEX party_host ON party (host_id);

CREATE TABLE guest (
  id TEXT PRIMARY KEY,
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  standing TEXT NOT NULL CHECK (standing IN ('chosen', 'reserve', 'excluded')),
  -- The order among those of the same standing.
  position INTEGER NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'shortlisted'
    CHECK (state IN ('shortlisted', 'invited', 'tentative', 'accepted', 'declined', 'silent', 'waiting', 'withdrawn')),
  must_have INTEGER NOT NULL DEFAULT 0 CHECK (must_have IN (0, 1)),
  -- The personal link's token is derived from the id, this number and the installation's secret. A new number makes
  -- a new link and closes the old one.
  link_number INTEGER NOT NULL DEFAULT 1,
  link_hash TEXT NOT NULL UNIQUE,
  -- The wave in which they were written to, from 1; 0 before.
  wave INTEGER NOT NULL DEFAULT 0,
  invited_at BIGINT,
  answer_by BIGINT,
  reminded_at BIGINT,
  answered_at BIGINT,
  answer TEXT CHECK (answer IN ('yes', 'perhaps', 'no')),
  -- A word with the answer.
  word TEXT NOT NULL DEFAULT '',
  wishes TEXT NOT NULL DEFAULT '',
  brings TEXT NOT NULL DEFAULT '',
  -- Local times such as 18:45 in the guest's zone; empty for the whole evening.
  arrives TEXT NOT NULL DEFAULT '',
  leaves TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL DEFAULT '',
  card_name TEXT NOT NULL DEFAULT '',
  card_line TEXT NOT NULL DEFAULT '',
  card_email TEXT NOT NULL DEFAULT '',
  card_phone TEXT NOT NULL DEFAULT '',
  card_web TEXT NOT NULL DEFAULT '',
  -- The letter: what the host changed of the composed one, and the one true sentence.
  letter_salutation TEXT NOT NULL DEFAULT '',
  letter_subject TEXT NOT NULL DEFAULT '',
  letter_opening TEXT NOT NULL DEFAULT '',
  letter_reason TEXT NOT NULL DEFAULT '',
  letter_sentence TEXT NOT NULL DEFAULT '',
  -- The calendar entry last sent to them: its SEQUENCE, NULL before the first, and whether it stands in their calendar.
  entry_sequence INTEGER,
  entry_stands INTEGER NOT NULL DEFAULT 0 CHECK (entry_stands IN (0, 1)),
  created_at BIGINT NOT NULL,
  UNIQUE (party_id, person_id)
);
CREATE INDEX guest_party ON guest (party_id, standing, position);
CREATE INDEX guest_person ON guest (person_id);

-- Who changed what, when: answers, votes, times, links.
CREATE TABLE guest_event (
  guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at BIGINT NOT NULL,
  -- invited, reminded, answer, vote, wishes, times, card, silent, link, …: a key of the strings as history.<kind>.
  kind TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (guest_id, number)
);

CREATE TABLE slot (
  id TEXT PRIMARY KEY,
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  starts_at BIGINT NOT NULL,
  UNIQUE (party_id, starts_at)
);

CREATE TABLE vote (
  slot_id TEXT NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
  guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  value TEXT NOT NULL CHECK (value IN ('yes', 'ifNeeded', 'no')),
  at BIGINT NOT NULL,
  PRIMARY KEY (slot_id, guest_id)
);
CREATE INDEX vote_guest ON vote (guest_id);

-- Mail on its way out. Personal links stand in the texts as placeholders and are filled in when it leaves.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  -- What the mail is: 'letter:<guest>', 'confirmation:<guest>:<sequence>'. Written once, so sent once.
  idempotency_key TEXT NOT NULL UNIQUE,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  party_id TEXT REFERENCES party (id) ON DELETE CASCADE,
  guest_id TEXT REFERENCES guest (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'reminder', 'confirmation', 'change', 'cancellation', 'signIn', 'notice')),
  -- byHand: the host sends it with their own program and says so.
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
  -- How often a try ended without anybody knowing whether the mail was taken.
  interruptions INTEGER NOT NULL DEFAULT 0,
  next_attempt_at BIGINT NOT NULL,
  problem TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  accepted_at BIGINT
);
CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
CREATE INDEX outbox_party ON outbox (party_id);
CREATE INDEX outbox_guest ON outbox (guest_id);

-- Addresses that are never written to again, by any host. The hash remains when the person is erased.
CREATE TABLE suppression (
  address_hash TEXT PRIMARY KEY,
  created_at BIGINT NOT NULL
);
