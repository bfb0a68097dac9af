"""The history of a course: what was done when, read in pages, the newest first."""

import json
import sqlite3
from collections.abc import Iterable

from coursetracker.library.rows import EVENTS, event_of
from coursetracker.library.transactions import snapshot
from coursetracker.progress.past import Entry, Told, entries
from coursetracker.progress.standings import Event

PAGE = 300
"""So many events are read at once, and the rest of the last one's action."""

_END = 2**63 - 1
# CROSS JOIN has SQLite go through the events in their order, and no further than a page.
_TOLD = (
    "SELECT event.id, event.uid, event.item, at, utc_offset, event.kind, value, undoes, action,"
    " item.title FROM event CROSS JOIN item ON item.id = event.item"
    " WHERE course = ? AND undoes IS NULL AND "
)
_UNDOING = (
    "WITH RECURSIVE undoing (id) AS ("  # noqa: S608  ours
    " SELECT id FROM event WHERE undoes IN (SELECT value FROM json_each(?))"
    " UNION SELECT event.id FROM event JOIN undoing ON event.undoes = undoing.id) "
    + EVENTS
    + "WHERE id IN (SELECT id FROM undoing) ORDER BY id"
)
_TOUCHED = (
    "WITH RECURSIVE touched (id, undoes, action) AS ("
    " SELECT id, undoes, action FROM event WHERE id > ?"
    " UNION SELECT event.id, event.undoes, event.action"
    " FROM event JOIN touched ON event.id = touched.undoes)"
    " SELECT DISTINCT action FROM touched WHERE undoes IS NULL"
)


def newest_event(db: sqlite3.Connection) -> int:
    """Return the id of the event that was appended last, 0 where there is none."""
    with snapshot(db):
        return int(db.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0])


def page(db: sqlite3.Connection, course_id: int, before: int | None = None) -> list[Entry]:
    """Return the entries before an event, or else the last ones, the newest first.

    The page after it is that before the first event of its last entry; an empty one is the end.
    """
    with snapshot(db):
        rows = _told(
            db, "event.id < ? ORDER BY event.id DESC LIMIT ?", course_id, before or _END, PAGE
        )
        if len(rows) == PAGE:
            last = rows[-1][0]
            rest = "event.id < ? AND action = ? ORDER BY event.id DESC"
            rows += _told(db, rest, course_id, last.id, last.action)
        return entries(rows, _undoing(db, rows))


def since(db: sqlite3.Connection, course_id: int, event_id: int) -> list[Entry]:
    """Return the entries that came after an event, and those taken back or done again since."""
    with snapshot(db):
        actions = [action for (action,) in db.execute(_TOUCHED, (event_id,))]
        chosen = "action IN (SELECT value FROM json_each(?)) ORDER BY event.id DESC"
        rows = _told(db, chosen, course_id, json.dumps(actions))
        return entries(rows, _undoing(db, rows))


def _told(db: sqlite3.Connection, where: str, course_id: int, *values: object) -> list[Told]:
    rows = db.execute(_TOLD + where, (course_id, *values))
    return [(event_of(row[:-1]), row[-1]) for row in rows]


def _undoing(db: sqlite3.Connection, told: Iterable[Told]) -> list[Event]:
    chosen = json.dumps([event.id for event, _ in told])
    return [event_of(row) for row in db.execute(_UNDOING, (chosen,))]
