-- Not now: from when somebody of a circle wants to be asked again. They are not carried over before, and afterwards once in any
-- case. NULL for no pause.
ALTER TABLE circle_member ADD COLUMN paused_until BIGINT;
