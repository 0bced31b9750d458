-- By which edition of the program's list of names the stored ones were read last; 0 for never.
ALTER TABLE installation ADD COLUMN names_read INTEGER NOT NULL DEFAULT 0;
