-- With whom somebody would rather not be at a party. No page shows it, and no host reads it: choosing and seating alone look here.
CREATE TABLE avoidance (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  said_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, other_id),
  CHECK (person_id <> other_id)
);
CREATE INDEX avoidance_other ON avoidance (other_id);
