-- Whether the doors open by themselves when the party's time has come.
ALTER TABLE party ADD COLUMN opens_itself INTEGER NOT NULL DEFAULT 0 CHECK (opens_itself IN (0, 1));
