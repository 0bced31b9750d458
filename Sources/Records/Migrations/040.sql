-- Its time came and it did not take place: its host said so, or nobody had ever said yes. The state is 'cancelled' then.
ALTER TABLE party ADD COLUMN not_held INTEGER NOT NULL DEFAULT 0 CHECK (not_held IN (0, 1));
