-- How often reading or saving an import was begun without coming to an end: after the second time it is given up.
ALTER TABLE import ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
