-- How many people were erased on a day, and why. Nothing says who they were, or whose.
CREATE TABLE erasure_log (
  day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('host', 'schedule', 'removal')),
  people INTEGER NOT NULL CHECK (people > 0),
  PRIMARY KEY (day, reason)
);
