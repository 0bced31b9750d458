-- Mail that came in, taken once: its fingerprint stays a while, its bytes (base64) only until it has been read.
CREATE TABLE incoming_mail (
  id TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  raw TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  received_at BIGINT NOT NULL
);
CREATE INDEX incoming_mail_state ON incoming_mail (state, attempts, id);

-- What of it belongs to a guest, for the host to see.
CREATE TABLE guest_mail (
  id TEXT PRIMARY KEY,
  guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  received_at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  said TEXT NOT NULL,
  quoted TEXT NOT NULL,
  detail TEXT NOT NULL,
  settled_at BIGINT
);
CREATE INDEX guest_mail_guest ON guest_mail (guest_id, id);

-- The answer of a guest's calendar that was taken last.
CREATE TABLE guest_calendar (
  guest_id TEXT PRIMARY KEY REFERENCES guest (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  stamp BIGINT NOT NULL,
  answered_at BIGINT NOT NULL
);
