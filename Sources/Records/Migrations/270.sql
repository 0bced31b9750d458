-- By which provider a host signs in, and under which name it knows them: an address may be given to somebody else, this name never is.
CREATE TABLE host_identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX host_identity_host ON host_identity (host_id);

-- Of a session that began there: whose it is to the provider, and the provider's own name of it. Empty for others.
ALTER TABLE session ADD COLUMN issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN provider_session TEXT NOT NULL DEFAULT '';
CREATE INDEX session_subject ON session (issuer, subject);
