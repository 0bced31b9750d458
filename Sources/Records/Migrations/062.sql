-- Whether a topic is the title of a talk: only such a one may be called the person's talk in a letter, whatever list the
-- person stands on besides.
ALTER TABLE person_topic ADD COLUMN is_talk INTEGER NOT NULL DEFAULT 0;
UPDATE person_topic SET is_talk = 1 WHERE person_id IN (
  SELECT provenance.person_id FROM provenance JOIN people_list ON people_list.id = provenance.list_id
  WHERE people_list.source = 'publishedProgramme'
    OR people_list.kind IN ('frab-xml', 'frab-json', 'pretalx', 'sessionize'));
