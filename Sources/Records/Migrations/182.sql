-- An address of a person that takes no mail, in the form in which two are compared; empty for none. It holds as long as it is their
-- address.
ALTER TABLE person ADD COLUMN returned_key TEXT NOT NULL DEFAULT '';
