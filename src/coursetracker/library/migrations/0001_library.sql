-- Times are ISO 8601: UTC with microseconds where they are sorted, else with the learner's offset.

CREATE TABLE course (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,  -- absolute; of a course that is shipped, its name alone
    kind TEXT NOT NULL CHECK (kind IN ('file', 'folder', 'bundled')),
    choices TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(choices)),
    place_item INTEGER REFERENCES item (id) ON DELETE SET NULL,
    place_scroll REAL NOT NULL DEFAULT 0,
    opened_at TEXT NOT NULL
) STRICT;

-- The one with the highest id is the course's text now.
CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    course INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    taken_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    weeks TEXT NOT NULL CHECK (json_valid(weeks)),  -- [[number, title], ...]
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    text BLOB NOT NULL  -- zlib; last, so that the rest is read without it
) STRICT;
CREATE INDEX revision_course ON revision (course);

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    course INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    parent INTEGER REFERENCES item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- in reading order within the course
    kind TEXT NOT NULL CHECK (kind IN ('week', 'section', 'lesson', 'assessment')),
    title TEXT NOT NULL,
    line INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    week INTEGER,
    marked TEXT NOT NULL  -- by the file itself
        CHECK (marked IN ('not started', 'in progress', 'done', 'skipped')),
    link TEXT,
    optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
    effort_minutes INTEGER,
    body_sha256 TEXT NOT NULL,
    since_revision INTEGER NOT NULL REFERENCES revision (id),
    gone_at TEXT
) STRICT;
CREATE INDEX item_course ON item (course, position);
CREATE INDEX item_parent ON item (parent) WHERE parent IS NOT NULL;
CREATE INDEX course_place_item ON course (place_item) WHERE place_item IS NOT NULL;

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    action TEXT NOT NULL,  -- shared by all events that are undone as one
    item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,  -- seconds
    kind TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    undoes INTEGER REFERENCES event (id) ON DELETE CASCADE,
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX event_action ON event (action);
CREATE INDEX event_item ON event (item);
CREATE INDEX event_undoes ON event (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN
    SELECT RAISE (ABORT, 'events are appended, never changed');
END;

CREATE TABLE standing (
    item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('not started', 'in progress', 'done', 'skipped')),
    started_at TEXT,
    done_at TEXT,
    done_body_sha256 TEXT,
    score REAL CHECK (score BETWEEN 0 AND 100),
    pass_mark REAL CHECK (pass_mark BETWEEN 0 AND 100),
    weight REAL CHECK (weight >= 0),
    due_on TEXT,
    optional INTEGER CHECK (optional IN (0, 1)),
    CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;

CREATE TABLE note (
    item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- rowid is the item's id. Accents are folded before the text comes here, as ñ is a letter.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, note, tokenize = 'unicode61 remove_diacritics 0'
);
