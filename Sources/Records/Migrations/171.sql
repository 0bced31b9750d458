-- What the host notes of a person, for themselves: shown to no guest, and gone with the person.
ALTER TABLE person ADD COLUMN note TEXT NOT NULL DEFAULT '';
