-- What each guest was last told of the date, so that whoever must hear of a change does, once. NULL before their letter.
ALTER TABLE guest ADD COLUMN told_word TEXT CHECK (told_word IN ('open', 'poll', 'date'));
-- Of a date: when this guest is expected, for how long, and the zone in which the host chose it.
ALTER TABLE guest ADD COLUMN told_start BIGINT;
ALTER TABLE guest ADD COLUMN told_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE guest ADD COLUMN told_zone TEXT NOT NULL DEFAULT '';
-- Of a poll: the starts of its slots in milliseconds, set apart by blanks.
ALTER TABLE guest ADD COLUMN told_slots TEXT NOT NULL DEFAULT '';
-- Whether the entry in their calendar says that they come, or that they may.
ALTER TABLE guest ADD COLUMN told_coming INTEGER NOT NULL DEFAULT 0 CHECK (told_coming IN (0, 1));
-- Their yes was given by votes: it holds if the date suits.
ALTER TABLE guest ADD COLUMN by_vote INTEGER NOT NULL DEFAULT 0 CHECK (by_vote IN (0, 1));
-- None of the dates suited them: not this time, and gladly asked again.
ALTER TABLE guest ADD COLUMN asks_again INTEGER NOT NULL DEFAULT 0 CHECK (asks_again IN (0, 1));
-- A no that they did not mark, but meant when they said that this was all.
ALTER TABLE vote ADD COLUMN implied INTEGER NOT NULL DEFAULT 0 CHECK (implied IN (0, 1));

-- Whoever was written to before knows what held then, as far as it can be told.
UPDATE guest SET told_word = 'poll'
WHERE invited_at IS NOT NULL
  AND EXISTS (
    SELECT 1 FROM party WHERE party.id = guest.party_id AND party.date_kind = 'poll' AND party.confirmed_at IS NULL);
UPDATE guest SET told_word = 'open'
WHERE invited_at IS NOT NULL
  AND EXISTS (
    SELECT 1 FROM party WHERE party.id = guest.party_id AND party.date_kind = 'open' AND party.confirmed_at IS NULL);
UPDATE guest SET
  told_word = 'date', told_coming = CASE WHEN state = 'accepted' THEN 1 ELSE 0 END,
  told_start = (
    SELECT party.starts_at + coalesce(
      (SELECT 60000 * honour.begins_after FROM honour WHERE honour.guest_id = guest.id), 0)
    FROM party WHERE party.id = guest.party_id),
  told_minutes = coalesce(
    (SELECT honour.minutes FROM honour WHERE honour.guest_id = guest.id),
    (SELECT party.minutes FROM party WHERE party.id = guest.party_id)),
  told_zone = (SELECT party.zone FROM party WHERE party.id = guest.party_id)
WHERE invited_at IS NOT NULL
  AND EXISTS (
    SELECT 1 FROM party
    WHERE party.id = guest.party_id AND party.starts_at IS NOT NULL
      AND (party.date_kind = 'fixed' OR party.confirmed_at IS NOT NULL));
