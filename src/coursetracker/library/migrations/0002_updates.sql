-- A course is as one of its revisions has it; each update can be taken back, and made again.

ALTER TABLE course ADD COLUMN revision INTEGER REFERENCES revision (id);
UPDATE course SET revision = (SELECT max(id) FROM revision WHERE revision.course = course.id);
CREATE INDEX course_revision ON course (revision);

ALTER TABLE revision ADD COLUMN updates INTEGER REFERENCES revision (id);  -- the one before it
ALTER TABLE revision ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN source TEXT NOT NULL DEFAULT '';  -- as in course
ALTER TABLE revision ADD COLUMN items BLOB;  -- all items, as they were when it was left: JSON, zlib
CREATE INDEX revision_updates ON revision (updates) WHERE updates IS NOT NULL;
UPDATE revision SET
    title = (SELECT title FROM course WHERE course.id = revision.course),
    source = (SELECT source FROM course WHERE course.id = revision.course);

CREATE INDEX item_gone ON item (course) WHERE gone_at IS NOT NULL;
