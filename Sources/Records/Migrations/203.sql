-- The letter to a guest of honour in the host's own words: JSON, by the names of `HonourSentence`; empty for the composed ones.
ALTER TABLE honour ADD COLUMN letter_sentences TEXT NOT NULL DEFAULT '';
