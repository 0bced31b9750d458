-- The address in the form in which two are compared, as `person.email_key` is: engines differ in what they take for the same letter.
-- Addresses written before are mostly ASCII, of which all engines know the case.
ALTER TABLE outbox ADD COLUMN recipient_key TEXT NOT NULL DEFAULT '';
UPDATE outbox SET recipient_key = lower(recipient);
CREATE INDEX outbox_recipient_key ON outbox (recipient_key, kind);
