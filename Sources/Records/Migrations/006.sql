-- What a host says means the same, when people are chosen by their topics: lines of equivalent terms.
ALTER TABLE host ADD COLUMN thesaurus TEXT NOT NULL DEFAULT '';
