-- What pages of parties ask the outbox, answered by indexes alone: which mails of a party failed, whose letter the host sends.
CREATE INDEX outbox_party_state ON outbox (party_id, state);
CREATE INDEX outbox_guest_kind ON outbox (guest_id, kind, state);
DROP INDEX outbox_party;
DROP INDEX outbox_guest;
