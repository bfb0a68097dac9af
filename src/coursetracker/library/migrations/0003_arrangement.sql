-- How the learner has arranged an item, whatever its author wrote.

ALTER TABLE standing ADD COLUMN title TEXT;
ALTER TABLE standing ADD COLUMN kind TEXT CHECK (kind IN ('section', 'lesson', 'assessment'));
ALTER TABLE standing ADD COLUMN week INTEGER;  -- the id of the week that a section was moved to
ALTER TABLE standing ADD COLUMN hidden INTEGER CHECK (hidden IN (0, 1));
