"""Small things the learner told us once, such as their name."""

import sqlite3

from coursetracker.library.rows import kept_text
from coursetracker.library.transactions import snapshot, transaction


def setting(db: sqlite3.Connection, name: str) -> str | None:
    """Return what was kept under a name, or None."""
    with snapshot(db):
        row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else row[0]


def keep_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a value under a name, in place of the one before it."""
    with transaction(db):
        db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, kept_text(value)))


def course_setting(db: sqlite3.Connection, course_id: int, name: str) -> str | None:
    """Return what was kept for a course under a name, or None."""
    with snapshot(db):
        row = db.execute(
            "SELECT value FROM course_setting WHERE course = ? AND name = ?", (course_id, name)
        ).fetchone()
    return None if row is None else row[0]


def course_settings(db: sqlite3.Connection, course_id: int) -> dict[str, str]:
    """Return all that was kept for a course, by name."""
    with snapshot(db):
        return dict(
            db.execute("SELECT name, value FROM course_setting WHERE course = ?", (course_id,))
        )


def keep_course_setting(
    db: sqlite3.Connection, course_id: int, name: str, value: str | None
) -> None:
    """Keep a value for a course under a name, in place of the one before it; None forgets it."""
    with transaction(db):
        if value is None:
            db.execute(
                "DELETE FROM course_setting WHERE course = ? AND name = ?", (course_id, name)
            )
        else:
            db.execute(
                "INSERT OR REPLACE INTO course_setting VALUES (?, ?, ?)",
                (course_id, name, kept_text(value)),
            )
