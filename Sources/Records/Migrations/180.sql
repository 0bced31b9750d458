-- What kinds of mail there are is said by `MailKind` alone: a new one needs no new table any more. With its column goes the CHECK;
-- rows, the other indexes and the foreign keys stay as they are.
ALTER TABLE outbox ADD COLUMN mail_kind TEXT NOT NULL DEFAULT '';
UPDATE outbox SET mail_kind = kind;
DROP INDEX outbox_guest_kind;
ALTER TABLE outbox DROP COLUMN kind;
ALTER TABLE outbox RENAME COLUMN mail_kind TO kind;
CREATE INDEX outbox_guest_kind ON outbox (guest_id, kind, state);
