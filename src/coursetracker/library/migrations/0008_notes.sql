-- What is being typed into a note; once that ends, it becomes an event, and the draft goes.

CREATE TABLE draft (
    item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
