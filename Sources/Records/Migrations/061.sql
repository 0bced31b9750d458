-- What a list says has become of somebody's part in the event ('cancelled', 'absent' …), empty for who comes or came; what
-- the list itself tells people of one name apart by; those of the topics that are titles of talks, one per line.
ALTER TABLE import_row ADD COLUMN attendance TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN talks TEXT NOT NULL DEFAULT '';
-- Whether the host leaves out who cancelled, was refused, waits or was not there.
ALTER TABLE import ADD COLUMN leaves_out INTEGER NOT NULL DEFAULT 0;
