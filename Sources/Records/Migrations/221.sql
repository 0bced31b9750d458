-- By which a database knows the folder in which it lies: a copy, or a restored backup, lies in another one and holds its mail back.
ALTER TABLE installation ADD COLUMN folder_token TEXT NOT NULL DEFAULT '';
ALTER TABLE installation ADD COLUMN folder_file BIGINT NOT NULL DEFAULT 0;
ALTER TABLE installation ADD COLUMN mail_held_at BIGINT;
