-- Where an open party's voices and pictures are forwarded, so that a restart finds them again: session and handles at the media
-- server, by participants' ids, for one evening.
CREATE TABLE media_session (
  party_id TEXT PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  body TEXT NOT NULL
);
