-- The evening: what happened on the floor, and what survives it.

-- JSON of the programme; empty for the preset that fits the party's minutes.
ALTER TABLE party ADD COLUMN programme TEXT NOT NULL DEFAULT '';
-- How many find room at one table.
ALTER TABLE party ADD COLUMN table_limit INTEGER NOT NULL DEFAULT 4 CHECK (table_limit BETWEEN 2 AND 6);
ALTER TABLE party ADD COLUMN doors_opened_at BIGINT;
-- When the evening was over; the events go thirty days later.
ALTER TABLE party ADD COLUMN ended_at BIGINT;

-- What they have in their glass; water counts.
ALTER TABLE guest ADD COLUMN drink TEXT NOT NULL DEFAULT '';
-- When they were sent away from the party: their link opens no floor any more, and takes nothing.
ALTER TABLE guest ADD COLUMN removed_at BIGINT;

-- What happened at a party, in order: the source for resuming and recovering. JSON of Core's FloorEvent.
CREATE TABLE floor_event (
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  at BIGINT NOT NULL,
  body TEXT NOT NULL CHECK (body <> ''),
  PRIMARY KEY (party_id, number)
);

-- Who came: 'host', or the guest's id. All below is written in the transaction of the event it comes from, and goes with
-- the participant when the person is erased.
CREATE TABLE participant (
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  guest_id TEXT REFERENCES guest (id) ON DELETE CASCADE,
  -- As they called themselves that evening.
  name TEXT NOT NULL,
  line TEXT NOT NULL DEFAULT '',
  -- First in the lobby.
  arrived_at BIGINT NOT NULL,
  -- First through the door; NULL for somebody who only looked in.
  entered_at BIGINT,
  left_at BIGINT,
  -- How long they had the word on the stage.
  spoken_seconds INTEGER NOT NULL DEFAULT 0 CHECK (spoken_seconds >= 0),
  PRIMARY KEY (party_id, id),
  CHECK ((id = 'host') = (guest_id IS NULL)),
  CHECK (guest_id IS NULL OR guest_id = id)
);
CREATE INDEX participant_guest ON participant (guest_id);

CREATE TABLE table_topic (
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  table_id TEXT NOT NULL,
  -- The last one; empty where nobody named one.
  topic TEXT NOT NULL,
  PRIMARY KEY (party_id, table_id)
);

-- Who stood where, from when to when. Two met where their stays at one table overlap.
CREATE TABLE table_stay (
  party_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  since BIGINT NOT NULL,
  -- NULL while they stand there.
  until BIGINT CHECK (until IS NULL OR until >= since),
  table_id TEXT NOT NULL,
  -- Of the table while they stood there: the last of it.
  topic TEXT NOT NULL DEFAULT '',
  -- The number of the event that brought them there.
  number INTEGER NOT NULL,
  PRIMARY KEY (party_id, participant, number),
  FOREIGN KEY (party_id, participant) REFERENCES participant (party_id, id) ON DELETE CASCADE
);
CREATE INDEX table_stay_table ON table_stay (party_id, table_id);

CREATE TABLE coaster_line (
  party_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  table_id TEXT NOT NULL,
  author TEXT NOT NULL,
  -- Empty when it was crossed out.
  text TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (party_id, line),
  FOREIGN KEY (party_id, author) REFERENCES participant (party_id, id) ON DELETE CASCADE
);

CREATE TABLE promise (
  party_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  maker TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  at BIGINT NOT NULL,
  kept_at BIGINT,
  PRIMARY KEY (party_id, number),
  FOREIGN KEY (party_id, maker) REFERENCES participant (party_id, id) ON DELETE CASCADE
);

CREATE TABLE promise_recipient (
  party_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  PRIMARY KEY (party_id, number, recipient),
  FOREIGN KEY (party_id, number) REFERENCES promise (party_id, number) ON DELETE CASCADE,
  FOREIGN KEY (party_id, recipient) REFERENCES participant (party_id, id) ON DELETE CASCADE
);

-- Cards that both wanted: one row for each direction.
CREATE TABLE card_exchange (
  party_id TEXT NOT NULL,
  giver TEXT NOT NULL,
  taker TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (party_id, giver, taker),
  CHECK (giver <> taker),
  FOREIGN KEY (party_id, giver) REFERENCES participant (party_id, id) ON DELETE CASCADE,
  FOREIGN KEY (party_id, taker) REFERENCES participant (party_id, id) ON DELETE CASCADE
);

-- How long two talked at one table, while tables talked: written when the evening ends. `one` is the lesser id.
CREATE TABLE encounter (
  party_id TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds > 0),
  PRIMARY KEY (party_id, one, other),
  CHECK (one < other),
  FOREIGN KEY (party_id, one) REFERENCES participant (party_id, id) ON DELETE CASCADE,
  FOREIGN KEY (party_id, other) REFERENCES participant (party_id, id) ON DELETE CASCADE
);
