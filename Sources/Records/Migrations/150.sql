-- What a host said about a header on the preview of a list, for the next list with the same one. The header itself is not kept:
-- where it was none, it was somebody's row.
CREATE TABLE import_header (
  host_id TEXT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  -- SHA-256 of the header's cells as they are compared.
  header_hash TEXT NOT NULL,
  -- JSON: `HeaderAdvice`.
  advice TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (host_id, header_hash)
);
