-- Each text is read with the choices of its time, so that taking an update back brings them back.

ALTER TABLE revision ADD COLUMN choices TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(choices));
UPDATE revision SET choices = (SELECT choices FROM course WHERE course.id = revision.course);
