"""What the learner notes beside lessons: as it is kept, and while it is being typed.

A note is set by events, as all that is done to an item. While it is typed it is a draft, which
a killed program leaves behind; the next one makes an event of it.
"""

import sqlite3
from datetime import datetime

from coursetracker.library.record import Recorded, append
from coursetracker.library.rows import kept_text, utc
from coursetracker.library.transactions import snapshot, transaction
from coursetracker.progress.standings import Change, EventKind

_SHOWN = (
    "SELECT coalesce((SELECT text FROM draft WHERE item = ?1),"
    " (SELECT text FROM note WHERE item = ?1), '')"
)


def note(db: sqlite3.Connection, item: int) -> str:
    """Return the note of an item as it was typed last; empty where there is none."""
    with snapshot(db):
        (text,) = db.execute(_SHOWN, (item,)).fetchone()
    return str(text)


def notes(db: sqlite3.Connection, course_id: int) -> dict[int, str]:
    """Return all notes of a course by their items, those of items that are gone too."""
    with snapshot(db):
        rows = db.execute(
            "SELECT item, text FROM note JOIN item ON item.id = note.item WHERE course = ?",
            (course_id,),
        )
        return dict(rows.fetchall())


def keep_draft(db: sqlite3.Connection, item: int, text: str, at: datetime) -> None:
    """Keep what is typed so far. Raises Problem where that cannot be kept."""
    with transaction(db):
        _keep_draft(db, item, text, at)


def keep_draft_over(
    db: sqlite3.Connection, item: int, before: str | None, text: str, at: datetime
) -> None:
    """Keep what is typed so far in place of what was kept before.

    Where another draft stands there, somebody types in another window as well; that becomes an
    event first, so that nothing is lost. Raises Problem where it cannot be kept.
    """
    texts = {kept_text(each) for each in (before, text) if each is not None}
    with transaction(db):
        row = db.execute("SELECT text FROM draft WHERE item = ?", (item,)).fetchone()
        if row is not None and row[0] not in texts:
            _settle(db, item, row[0], at)
        _keep_draft(db, item, text, at)


def _keep_draft(db: sqlite3.Connection, item: int, text: str, at: datetime) -> None:
    row = (item, kept_text(text), utc(at))
    db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", row)


def drafts(db: sqlite3.Connection, course_id: int) -> tuple[int, ...]:
    """Return the items of a course with a draft, the oldest first."""
    with snapshot(db):
        rows = db.execute(
            "SELECT item FROM draft JOIN item ON item.id = draft.item WHERE course = ?"
            " ORDER BY draft.at, item",
            (course_id,),
        ).fetchall()
    return tuple(item for (item,) in rows)


def settle(db: sqlite3.Connection, item: int, at: datetime) -> Recorded | None:
    """Let the draft of an item be its note, as one action; blank text is no note.

    Returns None where that changes nothing. Raises Problem where it cannot be kept; the draft
    is still there then.
    """
    with transaction(db):
        row = db.execute("SELECT text FROM draft WHERE item = ?", (item,)).fetchone()
        return None if row is None else _settle(db, item, row[0], at)


def _settle(db: sqlite3.Connection, item: int, typed: str, at: datetime) -> Recorded | None:
    db.execute("DELETE FROM draft WHERE item = ?", (item,))
    text = typed if typed.strip() else None
    kept = db.execute("SELECT text FROM note WHERE item = ?", (item,)).fetchone()
    if (None if kept is None else kept[0]) == text:
        return None
    return append(db, [Change(item, EventKind.NOTE, {"note": text})], at)
