-- At which hour of the day before, in the party's zone, those who come get a mail; -1 for none.
ALTER TABLE party ADD COLUMN day_before_hour INTEGER NOT NULL DEFAULT 17 CHECK (day_before_hour BETWEEN -1 AND 23);
