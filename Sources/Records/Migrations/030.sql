-- How much mail an address and a host have had in a day is asked for each mail that is written.
CREATE INDEX outbox_recipient ON outbox (lower(recipient), created_at);
CREATE INDEX outbox_host ON outbox (host_id, created_at);
