-- Whether guests reach each other through the relay alone, so that nobody learns another's network address.
ALTER TABLE party ADD COLUMN hides_addresses INTEGER NOT NULL DEFAULT 0;
-- The meeting in another system in which the evening is held; empty where it is held here.
ALTER TABLE party ADD COLUMN meeting_url TEXT NOT NULL DEFAULT '';

-- How a guest's latest test of their line went.
CREATE TABLE line_test (
  guest_id TEXT NOT NULL PRIMARY KEY REFERENCES guest (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  -- Booleans.
  has_microphone INTEGER NOT NULL,
  has_camera INTEGER NOT NULL,
  -- By which ways the relay was reached, with spaces between; NULL where there was none to reach.
  ways TEXT,
  -- Kilobits a second.
  up INTEGER NOT NULL,
  down INTEGER NOT NULL,
  -- Milliseconds to the server and back.
  round_trip INTEGER NOT NULL
);
