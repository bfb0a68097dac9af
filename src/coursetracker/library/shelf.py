"""All courses of the library at a glance; they are renamed, moved, archived and removed here.

A course that was removed is kept for a while, with all that hangs on it, so that it can come
back. Nothing else finds it meanwhile, and its file is free for a course of its own.
"""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from coursetracker.library.courses import found, load_course
from coursetracker.library.revisions import course_key, course_path
from coursetracker.library.rows import kept_text, utc
from coursetracker.library.transactions import snapshot, transaction, understanding
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.progress.arrangement import arranged
from coursetracker.progress.rollup import NOTHING, Progress, Tally

KEPT = timedelta(days=30)
"""For so long a course that was removed can come back."""


@dataclass(frozen=True, slots=True)
class NextLesson:
    """The lesson that a course goes on with."""

    item: int
    title: str


@dataclass(frozen=True, slots=True)
class Shelved:
    """A course as the shelf shows it; `tally` says of its leaves how many are done and count.

    `following` is the first open leaf from the learner's place on, from the start again at the
    end; None where all that counts is done.
    """

    id: int
    title: str
    author_title: str
    source: Path
    opened_at: datetime
    is_archived: bool
    tally: Tally = NOTHING
    following: NextLesson | None = None
    is_folder: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """A course that was removed and can come back."""

    id: int
    title: str


# At a glance

_SHELF = """
WITH leaf AS (
    SELECT item.course, item.position, coalesce(standing.state, 'not started') AS state
    FROM item LEFT JOIN standing ON standing.item = item.id
    WHERE item.gone_at IS NULL AND NOT coalesce(standing.optional, item.optional)
        AND item.id NOT IN
            (SELECT parent FROM item WHERE gone_at IS NULL AND parent IS NOT NULL)
),
count AS (
    SELECT course.id, sum(leaf.state = 'done') AS done, count(*) AS counted,
        sum(leaf.state = 'in progress') AS begun,
        min(leaf.position) FILTER (WHERE leaf.state <> 'done') AS first_open,
        min(leaf.position) FILTER (WHERE leaf.state <> 'done' AND leaf.position >= place.position)
            AS next_open
    FROM leaf JOIN course ON course.id = leaf.course
        LEFT JOIN item AS place ON place.id = course.place_item
    WHERE leaf.state <> 'skipped'
    GROUP BY course.id
)
SELECT course.id, coalesce(own_title, course.title), course.title, source, opened_at,
    archived_at IS NOT NULL, course.kind = 'folder',
    coalesce(done, 0), coalesce(counted, 0), coalesce(begun, 0),
    following.id, coalesce(named.title, following.title)
FROM course LEFT JOIN count USING (id)
    LEFT JOIN item AS following ON following.course = course.id
        AND following.position = coalesce(next_open, first_open) AND following.gone_at IS NULL
    LEFT JOIN standing AS named ON named.item = following.id
WHERE removed_at IS NULL
ORDER BY opened_at DESC, course.id DESC
"""

_REARRANGED = """
SELECT DISTINCT course FROM standing JOIN item ON item.id = standing.item
WHERE (standing.hidden OR standing.week IS NOT NULL) AND gone_at IS NULL
"""
"""Courses whose leaves are others for the learner than for the author."""


def shelf(db: sqlite3.Connection) -> list[Shelved]:
    """Return all courses, the one opened last first.

    Only those are loaded in which the learner has hidden or moved something. Raises Damaged
    where they cannot be read.
    """
    with snapshot(db), understanding(db):
        rows = db.execute(_SHELF).fetchall()
        rearranged = {course for (course,) in db.execute(_REARRANGED)}
        shelved = [
            Shelved(
                id=course_id,
                title=title,
                author_title=author_title,
                source=course_path(key),
                opened_at=datetime.fromisoformat(opened_at),
                is_archived=bool(archived),
                is_folder=bool(folder),
                tally=Tally(done, counted, begun),
                following=None if item is None else NextLesson(item, item_title),
            )
            for (
                course_id, title, author_title, key, opened_at, archived, folder,
                done, counted, begun, item, item_title,
            ) in rows
        ]  # fmt: skip
    return [_counted(db, each) if each.id in rearranged else each for each in shelved]


def _counted(db: sqlite3.Connection, shelved: Shelved) -> Shelved:
    """Return a course with what is done of it as the learner has arranged it."""
    course = load_course(db, shelved.id)
    progress = Progress.of(arranged(course.outline, course.standings), course.standings)
    place = course.place.item
    here = place is not None and place in progress.outline and progress.is_open(place)
    item = progress.outline.item(place) if here and place else progress.next_open(place)
    following = None if item is None else NextLesson(item.id, item.title)
    tally = replace(progress.tally(None), outdated=0)
    return replace(shelved, tally=tally, following=following)


# Naming and archiving


def rename(db: sqlite3.Connection, course_id: int, title: str | None) -> None:
    """Give a course a name of the learner's; None takes the author's back."""
    with transaction(db):
        found(
            db.execute(
                "UPDATE course SET own_title = nullif(?, title)"
                " WHERE id = ? AND removed_at IS NULL RETURNING id",
                (kept_text(title) if title else None, course_id),
            )
        )


def archive(db: sqlite3.Connection, course_id: int, at: datetime | None) -> None:
    """Put a course out of the way; None as the time brings it back."""
    with transaction(db):
        found(
            db.execute(
                "UPDATE course SET archived_at = ? WHERE id = ? AND removed_at IS NULL"
                " RETURNING id",
                (at and utc(at), course_id),
            )
        )


# Moving


def expect_free(db: sqlite3.Connection, path: Path, course_id: int) -> None:
    """Raise Problem where a file belongs to another course."""
    with snapshot(db):
        other = _owner(db, course_key(path), course_id)
    if other is not None:
        raise Problem(_TAKEN, name=path.name, title=other)


_TAKEN = QT_TRANSLATE_NOOP(
    "Problem",
    "{name} belongs to the course “{title}” already, so nothing was changed. "
    "Choose another file, or remove that course first.",
)


def _owner(db: sqlite3.Connection, key: str, but: int) -> str | None:
    """Return the title of the course that has a file, unless it is this one."""
    row = db.execute(
        "SELECT coalesce(own_title, title) FROM course WHERE source = ? AND id <> ?", (key, but)
    ).fetchone()
    return None if row is None else row[0]


def locate(db: sqlite3.Connection, course_id: int, path: Path) -> None:
    """Say where the file of a course is now; its text has to be the same.

    The texts before that came from the same file have moved with it. Raises Problem where the
    file belongs to another course.
    """
    key = course_key(path)
    with transaction(db):
        other = _owner(db, key, course_id)
        if other is not None:
            raise Problem(_TAKEN, name=path.name, title=other)
        (before,) = found(
            db.execute(
                "SELECT source FROM course WHERE id = ? AND removed_at IS NULL", (course_id,)
            )
        )
        db.execute("UPDATE course SET source = ? WHERE id = ?", (key, course_id))
        db.execute(
            "UPDATE revision SET source = ? WHERE course = ? AND source = ?",
            (key, course_id, before),
        )


# Removing


def remove(db: sqlite3.Connection, course_id: int, at: datetime) -> None:
    """Take a course off the shelf; for a while it can come back."""
    with transaction(db):
        found(
            db.execute(
                "UPDATE course SET (removed_at, removed_source, source) ="
                " (?, source, 'removed:' || uid) WHERE id = ? AND removed_at IS NULL RETURNING id",
                (utc(at), course_id),
            )
        )


def restore(db: sqlite3.Connection, course_id: int) -> bool:
    """Bring a course back that was removed, and return whether its file is its own again.

    Where another course has that file by now, this one has none until it is located. Raises
    Problem where it is gone for good.
    """
    with transaction(db):
        key, uid = found(
            db.execute(
                "SELECT removed_source, uid FROM course WHERE id = ? AND removed_at IS NOT NULL",
                (course_id,),
            )
        )
        is_free = _owner(db, key, course_id) is None
        source = key if is_free else f"{key} ({uid[:8]})"
        db.execute(
            "UPDATE course SET (removed_at, removed_source, source) = (NULL, NULL, ?) WHERE id = ?",
            (source, course_id),
        )
    return is_free


def removed_courses(db: sqlite3.Connection) -> list[Removed]:
    """Return the courses that can come back, the one removed last at the end."""
    with snapshot(db):
        rows = db.execute(
            "SELECT id, coalesce(own_title, title) FROM course WHERE removed_at IS NOT NULL"
            " ORDER BY removed_at, id"
        ).fetchall()
    return [Removed(*row) for row in rows]


def forget_removed(db: sqlite3.Connection, now: datetime) -> None:
    """Delete the courses that were removed long ago, with all that hangs on them."""
    with transaction(db):
        db.execute("DELETE FROM course WHERE removed_at < ?", (utc(now - KEPT),))
