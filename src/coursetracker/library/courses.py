"""The courses of the library: taken in, found again, and where the learner is in each."""

import json
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from coursetracker.course.outline import Item, Outline, State, Week
from coursetracker.library.record import append
from coursetracker.library.rows import (
    ITEMS,
    STANDINGS,
    item_of,
    item_row,
    new_uids,
    standings_of,
    utc,
)
from coursetracker.library.sources import Source, real_path
from coursetracker.library.transactions import snapshot, transaction
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.progress.standings import Change, EventKind, Standing
from coursetracker.resources import bundled_course


class CourseKind(StrEnum):
    """Where a course comes from."""

    FILE = "file"
    FOLDER = "folder"
    BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the learner is: the item, and how far its page is scrolled (0 to 1)."""

    item: int | None = None
    scroll: float = 0.0


@dataclass(frozen=True, slots=True)
class Course:
    """A course of the library as it is kept; the ids of its items are the database's."""

    id: int
    uid: str
    title: str
    source: Path
    kind: CourseKind
    outline: Outline
    standings: Mapping[int, Standing]
    place: Place
    sha256: str


@dataclass(frozen=True, slots=True)
class CourseEntry:
    """A course in the list of those opened last."""

    id: int
    title: str
    source: Path
    opened_at: datetime


# Taking in


def add_course(
    db: sqlite3.Connection, source: Source, outline: Outline, *, kind: CourseKind, at: datetime
) -> Course:
    """Take a course into the library, with what its file marks as done.

    Raises Problem where it cannot be kept; nothing has changed then.
    """
    (uid,) = new_uids(1)
    with transaction(db):
        course_id = _next_id(db, "SELECT max(id) FROM course")
        db.execute(
            "INSERT INTO course (id, uid, title, source, kind, opened_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (course_id, uid, outline.title, _key(source.path), kind.value, utc(at)),
        )
        revision_id = _add_revision(db, course_id, source, outline, at)
        kept = _add_items(db, course_id, revision_id, outline)
        marks = [_mark(leaf) for leaf in kept.leaves() if leaf.state is not State.NOT_STARTED]
        standings = append(db, marks, at).standings if marks else {}
    return Course(
        id=course_id,
        uid=uid,
        title=outline.title,
        source=source.path,
        kind=kind,
        outline=kept,
        standings=standings,
        place=Place(),
        sha256=source.sha256,
    )


def _next_id(db: sqlite3.Connection, highest: str) -> int:
    return (db.execute(highest).fetchone()[0] or 0) + 1


def _add_revision(
    db: sqlite3.Connection, course_id: int, source: Source, outline: Outline, at: datetime
) -> int:
    import zlib  # noqa: PLC0415  not needed to open the window

    revision_id = _next_id(db, "SELECT max(id) FROM revision")
    weeks = [(week.number, week.title) for week in outline.weeks]
    db.execute(
        "INSERT INTO revision (id, course, taken_at, sha256, weeks, evidence, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            revision_id,
            course_id,
            utc(at),
            source.sha256,
            json.dumps(weeks, ensure_ascii=False),
            json.dumps(outline.evidence, ensure_ascii=False),
            zlib.compress(source.text.encode()),
        ),
    )
    return revision_id


def _add_items(
    db: sqlite3.Connection, course_id: int, revision_id: int, outline: Outline
) -> Outline:
    """Insert the items and return the outline with the ids that they have now."""
    first = _next_id(db, "SELECT max(id) FROM item")
    ids = {item.id: number for number, item in enumerate(outline.items, first)}
    rows = [item_row(item, ids) for item in outline.items]
    db.executemany(
        "INSERT INTO item (id, parent, kind, title, line, end_line, week, marked, link, optional,"
        " effort_minutes, body_sha256, uid, position, course, since_revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*row, uid, position, course_id, revision_id)
            for position, (row, uid) in enumerate(zip(rows, new_uids(len(rows)), strict=True))
        ),
    )
    items = tuple(map(item_of, rows))
    return Outline(outline.title, items, outline.weeks, outline.evidence)


def _mark(leaf: Item) -> Change:
    """Return what a file says of a leaf as if the learner had said it."""
    value = {"state": leaf.state.value, "body": leaf.body_sha256, "from": "file"}
    return Change(leaf.id, EventKind.STATE, value)


def _key(path: Path) -> str:
    """Return what a course is found by: its path, or its name if it is shipped.

    Where shipped files are changes from version to version. Bytes of a path that are no text
    are spelled out, as SQLite keeps text.
    """
    path, shipped = real_path(path), real_path(bundled_course()).parent
    key = path.relative_to(shipped) if path.is_relative_to(shipped) else path
    return os.fsencode(key).decode("utf-8", "backslashreplace")


def _source(key: str) -> Path:
    return real_path(bundled_course()).parent / key  # an absolute path stays as it is


# Finding again


def find_course(db: sqlite3.Connection, path: Path) -> int | None:
    """Return the id of the course that was taken in from a file, or None."""
    with snapshot(db):
        row = db.execute("SELECT id FROM course WHERE source = ?", (_key(path),)).fetchone()
    return None if row is None else row[0]


def load_course(db: sqlite3.Connection, course_id: int) -> Course:
    """Return a course with all that is true of it. Raises Problem where it is gone."""
    with snapshot(db):
        uid, title, key, kind, item, scroll, sha256, weeks, evidence = _found(
            db.execute(
                "SELECT course.uid, title, source, kind, place_item, place_scroll, sha256, weeks,"
                " evidence FROM course JOIN revision ON revision.course = course.id"
                " WHERE course.id = ? ORDER BY revision.id DESC LIMIT 1",
                (course_id,),
            )
        )
        items = _items(db, course_id)
        standings = _standings(db, course_id)
    weeks = tuple(Week(*week) for week in json.loads(weeks))
    return Course(
        id=course_id,
        uid=uid,
        title=title,
        source=_source(key),
        kind=CourseKind(kind),
        outline=Outline(title, items, weeks, tuple(json.loads(evidence))),
        standings=standings,
        place=Place(item, scroll),
        sha256=sha256,
    )


def _found(rows: sqlite3.Cursor) -> tuple[Any, ...]:
    """Return the one row of a course that should be there."""
    row: tuple[Any, ...] | None = rows.fetchone()
    if row is None:
        sentence = QT_TRANSLATE_NOOP(
            "Problem", "This course is not in the library any more. Open its file again."
        )
        raise Problem(sentence)
    return row


def _items(db: sqlite3.Connection, course_id: int) -> tuple[Item, ...]:
    rows = db.execute(
        ITEMS + "WHERE course = ? AND gone_at IS NULL ORDER BY position", (course_id,)
    )
    return tuple(map(item_of, rows))


def _standings(db: sqlite3.Connection, course_id: int) -> dict[int, Standing]:
    rows = db.execute(
        STANDINGS + "JOIN item ON item.id = standing.item WHERE course = ? AND gone_at IS NULL",
        (course_id,),
    )
    return standings_of(rows)


def course_text(db: sqlite3.Connection, course_id: int) -> str:
    """Return the Markdown of a course as it was taken in. Raises Problem where it is gone."""
    import zlib  # noqa: PLC0415  not needed to open the window

    with snapshot(db):
        (text,) = _found(
            db.execute(
                "SELECT text FROM revision WHERE course = ? ORDER BY id DESC LIMIT 1", (course_id,)
            )
        )
    return zlib.decompress(text).decode()


def recent_courses(db: sqlite3.Connection) -> list[CourseEntry]:
    """Return all courses, the one opened last first."""
    with snapshot(db):
        rows = db.execute(
            "SELECT id, title, source, opened_at FROM course ORDER BY opened_at DESC, id DESC"
        ).fetchall()
    return [
        CourseEntry(course_id, title, _source(key), datetime.fromisoformat(at))
        for course_id, title, key, at in rows
    ]


# Where the learner is


def opened(db: sqlite3.Connection, course_id: int, at: datetime) -> None:
    """Remember when a course was opened last."""
    with transaction(db):
        db.execute("UPDATE course SET opened_at = ? WHERE id = ?", (utc(at), course_id))


def keep_place(db: sqlite3.Connection, course_id: int, place: Place) -> None:
    """Remember where the learner is in a course."""
    with transaction(db):
        db.execute(
            "UPDATE course SET place_item = ?, place_scroll = ? WHERE id = ?",
            (place.item, place.scroll, course_id),
        )
