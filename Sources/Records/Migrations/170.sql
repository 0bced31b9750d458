-- What the names of two people have in common who may be one (`LikenessKey`); NULL where it was not worked out yet.
ALTER TABLE person ADD COLUMN likeness_key TEXT;
CREATE INDEX person_likeness ON person (host_id, likeness_key, id);

-- Two of whom the host said that they are two, so that nobody asks again.
CREATE TABLE person_apart (
  one_person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  other_person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (one_person, other_person),
  CHECK (one_person < other_person)
);
CREATE INDEX person_apart_other ON person_apart (other_person);

ALTER TABLE import_row ADD COLUMN likeness_key TEXT NOT NULL DEFAULT '';
-- Whom of the address book, or which row before, this row may be; and what the host says: asked, same, apart.
ALTER TABLE import_row ADD COLUMN like_person TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN like_row INTEGER;
ALTER TABLE import_row ADD COLUMN likeness TEXT NOT NULL DEFAULT '';
-- Fields in which the list says otherwise than the address book, with spaces between them, and those that the host takes over.
ALTER TABLE import_row ADD COLUMN differs TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN taken TEXT NOT NULL DEFAULT '';
-- Whom the row became when it was saved.
ALTER TABLE import_row ADD COLUMN saved_as TEXT NOT NULL DEFAULT '';
