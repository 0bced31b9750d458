-- What the installation knows of itself: one row.
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Counted up with each start and each day. The data folder remembers it as well, so that a database that was lost or
  -- went back shows.
  number BIGINT NOT NULL,
  -- The time by which people are erased. It moves a day at a time, so that a clock that was wrong once erases nobody.
  steady_at BIGINT,
  -- When it moved last, by the machine's clock.
  moved_at BIGINT
);
INSERT INTO installation (id, number) VALUES (1, 0);

-- People who were due to be erased at the last look, and since when by the steady time.
CREATE TABLE erasure_sighting (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  seen_at BIGINT NOT NULL
);
