-- A course may have a name of the learner's, be out of the way, or be gone for now.

ALTER TABLE course ADD COLUMN own_title TEXT CHECK (own_title <> '');  -- title is the author's
ALTER TABLE course ADD COLUMN archived_at TEXT;
ALTER TABLE course ADD COLUMN removed_at TEXT;
ALTER TABLE course ADD COLUMN removed_source TEXT  -- what source was; it is free for others
    CHECK ((removed_source IS NULL) = (removed_at IS NULL));
