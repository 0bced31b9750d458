-- What the server of a host's calendar wants to know before it tells when they are busy. The password is sealed with the
-- installation's key; both are empty where the address alone is enough.
ALTER TABLE busy_source ADD COLUMN user_name TEXT NOT NULL DEFAULT '';
ALTER TABLE busy_source ADD COLUMN password TEXT NOT NULL DEFAULT '';

-- What a host says on the preview of a list about rows that may be the same person, as it stands in the file: it holds when the list is
-- read once more with other columns. Gone as soon as the list is saved.
CREATE TABLE import_likeness (
  import_id TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  -- Of the name that the row had, by SHA-256: an answer about another name is none.
  name_hash TEXT NOT NULL,
  -- Somebody of the address book, or the line of another row.
  other_person TEXT,
  other_line INTEGER,
  answer TEXT NOT NULL CHECK (answer IN ('same', 'apart')),
  PRIMARY KEY (import_id, line, name_hash)
);
