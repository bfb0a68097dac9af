"""What other programs have done to a library since it was looked at last."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from coursetracker.library.courses import Course
from coursetracker.library.record import standings_since
from coursetracker.library.revisions import course_path
from coursetracker.library.transactions import path_of, snapshot, telling
from coursetracker.progress.standings import Standing


@dataclass(frozen=True, slots=True)
class Look:
    """How far the record had come when it was looked at: its last event, and how many it had."""

    last: int
    uid: str
    count: int


@dataclass(frozen=True, slots=True)
class News:
    """What has become of a course since a look.

    `is_gone` and `is_another` say that it was removed, or that its text, its name or its record
    is not what it was, so that all of it has to be loaded. Else `standings` are those of the
    items that something was done to; `noted` are those whose notes may be others.
    """

    now: Look
    is_gone: bool = False
    is_another: bool = False
    standings: Mapping[int, Standing] | None = None
    noted: frozenset[int] = frozenset()


def version(db: sqlite3.Connection) -> int:
    """Return a number that is another one once another connection has written.

    It takes a few microseconds. Raises Problem where the library cannot be read.
    """
    with telling(path_of(db)):
        return int(db.execute("PRAGMA data_version").fetchone()[0])


def look(db: sqlite3.Connection) -> Look:
    """Return how far the record has come."""
    with snapshot(db):
        return _look(db)


def news(db: sqlite3.Connection, course: Course, before: Look, own: str | None) -> News:
    """Return what has become of a course since a look at the library.

    `own` is the last action that this program has kept, if any.
    """
    with snapshot(db):
        now = _look(db)
        row = db.execute(
            "SELECT revision, coalesce(own_title, title), source FROM course"
            " WHERE id = ? AND removed_at IS NULL",
            (course.id,),
        ).fetchone()
        if row is None:
            return News(now, is_gone=True)
        now_there = (*row[:2], course_path(row[2]))
        was_there = (course.revision, course.title, course.source)
        if now_there != was_there or not _is_there(db, before, own):
            return News(now, is_another=True)
        standings, noted = standings_since(db, course.id, before.last)
        return News(now, standings=standings, noted=noted)


def _look(db: sqlite3.Connection) -> Look:
    row = db.execute("SELECT id, uid FROM event ORDER BY id DESC LIMIT 1").fetchone()
    (count,) = db.execute("SELECT count(*) FROM event").fetchone()
    last, uid = row or (0, "")
    return Look(last, uid, count)


def _is_there(db: sqlite3.Connection, before: Look, own: str | None) -> bool:
    """Return whether the record is what it was, but for what was appended.

    Taking an import back takes events away, and others may have their numbers by now.
    """
    (count,) = db.execute("SELECT count(*) FROM event WHERE id <= ?", (before.last,)).fetchone()
    row = db.execute("SELECT uid FROM event WHERE id = ?", (before.last,)).fetchone()
    if count != before.count or row not in (None, (before.uid,)):
        return False
    return own is None or bool(
        db.execute("SELECT 1 FROM event WHERE action = ?", (own,)).fetchone()
    )
