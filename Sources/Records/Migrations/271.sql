-- A message that names a guest goes with them. What waits already is told within half a day.
ALTER TABLE webhook_delivery ADD COLUMN guest_id TEXT REFERENCES guest (id) ON DELETE CASCADE;
CREATE INDEX webhook_delivery_guest ON webhook_delivery (guest_id);
