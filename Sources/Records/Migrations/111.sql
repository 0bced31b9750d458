-- How far a guest lets the others see them before the evening: not asked yet, not at all, by first name and organisation, or by
-- full name and one line.
ALTER TABLE guest ADD COLUMN shown TEXT NOT NULL DEFAULT '' CHECK (shown IN ('', 'nothing', 'firstName', 'fullName'));
