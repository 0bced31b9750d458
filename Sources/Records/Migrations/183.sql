-- How far a mailbox has been read from which mail is fetched: UIDs up to `last_uid` are known, as long as its validity stays the same.
CREATE TABLE mailbox_mark (
  account TEXT PRIMARY KEY,
  validity BIGINT NOT NULL,
  last_uid BIGINT NOT NULL,
  looked_at BIGINT NOT NULL
);
