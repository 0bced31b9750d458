-- Some hosts look after the installation; a host may be kept out, with all that is theirs left as it is.
ALTER TABLE host ADD COLUMN is_operator INTEGER NOT NULL DEFAULT 0 CHECK (is_operator IN (0, 1));
ALTER TABLE host ADD COLUMN disabled_at BIGINT;
-- Who was there first set it up.
UPDATE host SET is_operator = 1 WHERE id IN (SELECT id FROM host ORDER BY created_at, id LIMIT 1);
