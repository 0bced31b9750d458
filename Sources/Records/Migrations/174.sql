-- Where on the web a list is from, so that it can be fetched once more; empty for files and pasted text.
ALTER TABLE import ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE people_list ADD COLUMN address TEXT NOT NULL DEFAULT '';
