-- By which way an answer or a vote came: what the host entered holds until the guest says something themselves.
ALTER TABLE guest ADD COLUMN answered_by TEXT NOT NULL DEFAULT 'page' CHECK (answered_by IN ('page', 'mail', 'host'));
ALTER TABLE vote ADD COLUMN entered_by TEXT NOT NULL DEFAULT 'page' CHECK (entered_by IN ('page', 'mail', 'host'));
