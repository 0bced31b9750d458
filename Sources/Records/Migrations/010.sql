-- The life of a sign-in link begins when its mail is accepted: a mail server may let it wait.
ALTER TABLE sign_in_link ADD COLUMN mail_id TEXT;
ALTER TABLE sign_in_link ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
