"""The courses of the library: taken in, found again, and where the learner is in each."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from coursetracker.course.choices import Choices
from coursetracker.course.outline import Item, Outline, Week
from coursetracker.library.reading import choices_of, evidence_of
from coursetracker.library.revisions import (
    add_items,
    add_revision,
    course_key,
    course_path,
    fresh_ids,
    keep_marks,
    next_id,
)
from coursetracker.library.rows import (
    ITEMS,
    STANDINGS,
    item_of,
    item_row,
    new_uids,
    standings_of,
    utc,
)
from coursetracker.library.sources import Source
from coursetracker.library.transactions import snapshot, transaction, understanding
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.progress.standings import Standing


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
    """A course of the library as it is kept; the ids of its items are the database's.

    Its title may be the learner's; that of the outline is the author's. `updates` is the
    revision before its own, None of one that was never updated.
    """

    id: int
    uid: str
    title: str
    source: Path
    kind: CourseKind
    outline: Outline
    standings: Mapping[int, Standing]
    place: Place
    sha256: str
    revision: int
    updates: int | None = None


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
        course_id = next_id(db, "SELECT max(id) FROM course")
        db.execute(
            "INSERT INTO course (id, uid, title, source, kind, opened_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (course_id, uid, outline.title, course_key(source.path), kind.value, utc(at)),
        )
        revision = add_revision(db, course_id, source, outline, at)
        ids = fresh_ids(db, outline.items)
        add_items(db, course_id, revision, outline.items, ids)
        items = tuple(item_of(item_row(item, ids)) for item in outline.items)
        kept = replace(outline, items=items)
        standings = keep_marks(db, kept.leaves(), at)
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
        revision=revision,
    )


# Finding again


def find_course(db: sqlite3.Connection, path: Path) -> int | None:
    """Return the id of the course that was taken in from a file, or None."""
    with snapshot(db):
        row = db.execute("SELECT id FROM course WHERE source = ?", (course_key(path),)).fetchone()
    return None if row is None else row[0]


def course_named(db: sqlite3.Connection, uid: str | None) -> int | None:
    """Return the id of the course with this uid, or None where it is not there or was removed."""
    with snapshot(db):
        row = db.execute(
            "SELECT id FROM course WHERE uid = ? AND removed_at IS NULL", (uid,)
        ).fetchone()
    return None if row is None else row[0]


def course_choices(db: sqlite3.Connection, path: Path) -> Choices:
    """Return what the learner chose for the course of a file; nothing where there is none."""
    with snapshot(db):
        row = db.execute(
            "SELECT choices FROM course WHERE source = ?", (course_key(path),)
        ).fetchone()
    return Choices() if row is None else choices_of(row[0])


def load_course(db: sqlite3.Connection, course_id: int) -> Course:
    """Return a course with all that is true of it.

    Raises Problem where it is gone, and Damaged where it cannot be read.
    """
    with understanding(db):
        return _load(db, course_id)


def _load(db: sqlite3.Connection, course_id: int) -> Course:
    with snapshot(db):
        uid, own, title, key, kind, item, scroll, revision, before, sha256, *read_as = found(
            db.execute(
                "SELECT course.uid, own_title, course.title, course.source, kind, place_item,"
                " place_scroll, revision, updates, sha256, weeks, evidence, course.choices"
                " FROM course JOIN revision ON revision.id = revision"
                " WHERE course.id = ? AND removed_at IS NULL",
                (course_id,),
            )
        )
        items = _items(db, course_id)
        standings = _standings(db, course_id)
    weeks, evidence, choices = read_as
    return Course(
        id=course_id,
        uid=uid,
        title=own or title,
        source=course_path(key),
        kind=CourseKind(kind),
        outline=Outline(
            title,
            items,
            weeks=tuple(Week(*week) for week in json.loads(weeks)),
            evidence=evidence_of(evidence),
            choices=choices_of(choices),
        ),
        standings=standings,
        place=Place(item, scroll),
        sha256=sha256,
        revision=revision,
        updates=before,
    )


def item_uids(db: sqlite3.Connection, course_id: int) -> dict[int, str]:
    """Return the names that the items of a course have in all libraries, by id."""
    with snapshot(db):
        return dict(db.execute("SELECT id, uid FROM item WHERE course = ?", (course_id,)))


def found(rows: sqlite3.Cursor) -> tuple[Any, ...]:
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


def count_items(db: sqlite3.Connection, course_id: int) -> int:
    """Return how many items a course has, those included that have left it."""
    with snapshot(db):
        row = db.execute("SELECT count(*) FROM item WHERE course = ?", (course_id,)).fetchone()
    return int(row[0])


def noted(db: sqlite3.Connection, course_id: int) -> frozenset[int]:
    """Return the items of a course that have a note."""
    with snapshot(db):
        rows = db.execute(
            "SELECT item FROM note JOIN item ON item.id = item WHERE course = ?", (course_id,)
        ).fetchall()
    return frozenset(item for (item,) in rows)


def course_text(db: sqlite3.Connection, course_id: int) -> str:
    """Return the Markdown of a course as it was taken in.

    Raises Problem where it is gone, and Damaged where it cannot be read.
    """
    import zlib  # noqa: PLC0415  not needed to open the window

    with snapshot(db), understanding(db):
        (text,) = found(
            db.execute(
                "SELECT text FROM course JOIN revision ON revision.id = revision"
                " WHERE course.id = ?",
                (course_id,),
            )
        )
        return zlib.decompress(text).decode()


def is_unused(db: sqlite3.Connection) -> bool:
    """Return whether no course was ever taken in; one that was removed was."""
    with snapshot(db):
        return db.execute("SELECT 1 FROM course").fetchone() is None


def recent_courses(db: sqlite3.Connection, *, archived: bool = False) -> list[CourseEntry]:
    """Return the courses, the one opened last first; archived ones only where they are wanted."""
    with snapshot(db):
        rows = db.execute(
            "SELECT id, coalesce(own_title, title), source, opened_at FROM course"
            " WHERE removed_at IS NULL AND (archived_at IS NULL OR ?)"
            " ORDER BY opened_at DESC, id DESC",
            (archived,),
        ).fetchall()
    return [
        CourseEntry(course_id, title, course_path(key), datetime.fromisoformat(at))
        for course_id, title, key, at in rows
    ]


LIKELY = 0.5
"""A course that shares so much of its titles with another is likely a version of it."""


def likely_course(db: sqlite3.Connection, outline: Outline) -> CourseEntry | None:
    """Return the course that shares most titles with an outline, if it shares enough."""
    titles = {item.title for item in outline.items}
    with snapshot(db):
        shared = db.execute(
            "SELECT course, count(DISTINCT title) AS shared FROM item"
            " WHERE gone_at IS NULL AND title IN (SELECT value FROM json_each(?))"
            " AND course NOT IN (SELECT id FROM course WHERE removed_at IS NOT NULL)"
            " GROUP BY course ORDER BY shared DESC, course DESC LIMIT 1",
            (json.dumps(list(titles)),),
        ).fetchone()
    if shared is None or shared[1] < max(2, LIKELY * len(titles)):
        return None
    return next(each for each in recent_courses(db, archived=True) if each.id == shared[0])


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
