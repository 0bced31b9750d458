-- How people are spoken to, as far as a list or the host says: Frau or Herr, and the language of their letters; empty where nobody
-- said. For one party the host may choose otherwise.
ALTER TABLE person ADD COLUMN honorific TEXT NOT NULL DEFAULT '' CHECK (honorific IN ('', 'ms', 'mr'));
ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT '' CHECK (language IN ('', 'de', 'en'));
ALTER TABLE import_row ADD COLUMN honorific TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE guest ADD COLUMN letter_form TEXT NOT NULL DEFAULT '' CHECK (letter_form IN ('', 'sie', 'du', 'en'));
