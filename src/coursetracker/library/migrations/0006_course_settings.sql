-- What the learner wants of one course: its plan, how it is graded, what of it is shown.

CREATE TABLE course_setting (
    course INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (course, name)
) STRICT, WITHOUT ROWID;
