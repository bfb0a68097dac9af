"""When lessons were ticked off, read from the events of a course or of all of them."""

import sqlite3
from datetime import datetime, timedelta, timezone

from coursetracker.library.transactions import snapshot
from coursetracker.progress.finishing import Tick

_UNDONE = "SELECT id, undoes FROM event WHERE undoes IS NOT NULL ORDER BY id DESC"
_TICKS = (
    "SELECT id, item, at, utc_offset, json_extract(value, '$.state') = 'done',"
    " json_extract(value, '$.from'), json_extract(value, '$.done_at')"
    " FROM event WHERE kind = 'state'"
)
_OF_COURSE = " AND item IN (SELECT id FROM item WHERE course = ?)"


def ticks(db: sqlite3.Connection, course_id: int | None = None) -> list[Tick]:
    """Return what was ticked and unticked in a course, or in all; what was taken back is left out.

    Lessons that have left their course are among them. One that was done elsewhere before, as
    what is attached from Lost & found, was ticked when it was done.
    """
    query, given = (_TICKS, ()) if course_id is None else (_TICKS + _OF_COURSE, (course_id,))
    with snapshot(db):
        gone: set[int] = set()
        for event, undone in db.execute(_UNDONE):
            if event not in gone:
                gone.add(undone)
        rows = db.execute(query + " ORDER BY id", given).fetchall()
    zones = {row[3]: timezone(timedelta(seconds=row[3])) for row in rows}
    marked: set[datetime] = set()
    found: list[Tick] = []
    for event, item, at, offset, done, source, done_at in rows:
        when = datetime.fromisoformat(done_at or at)
        if source == "file":
            marked.add(when)
        if event not in gone:
            local = when if done_at else when.astimezone(zones[offset])
            studied = source != "file" and not (done_at and when in marked)
            found.append(Tick(item, local, bool(done), studied))
    return found
