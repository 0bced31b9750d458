-- What the list says of somebody's part in the event, such as that they were there (`Attendance`); empty where it says nothing.
ALTER TABLE provenance ADD COLUMN attendance TEXT NOT NULL DEFAULT '';
