-- Pages where people are found: homepages and profiles, one per line.
ALTER TABLE person ADD COLUMN links TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN links TEXT NOT NULL DEFAULT '';
