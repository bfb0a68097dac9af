"""The texts of a course that the learner accepted, and the rows of the items that they have."""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from coursetracker.course.outline import Item, Outline, State
from coursetracker.library.reading import choices_row, evidence_row
from coursetracker.library.record import append
from coursetracker.library.rows import item_row, new_uids, utc
from coursetracker.library.sources import Source, real_path
from coursetracker.progress.standings import Change, EventKind, Standing
from coursetracker.resources import bundled_course


def add_revision(  # noqa: PLR0913
    db: sqlite3.Connection,
    course_id: int,
    source: Source,
    outline: Outline,
    at: datetime,
    *,
    updates: int | None = None,
) -> int:
    """Insert a revision, make the course be as it has it, and return its id.

    `updates` is the revision that it takes the place of. The items are not touched.
    """
    import zlib  # noqa: PLC0415  not needed to open the window

    revision = next_id(db, "SELECT max(id) FROM revision")
    weeks = [(week.number, week.title) for week in outline.weeks]
    db.execute(
        "INSERT INTO revision (id, course, taken_at, sha256, weeks, evidence, text, updates, title,"
        " source, choices) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            revision,
            course_id,
            utc(at),
            source.sha256,
            json.dumps(weeks, ensure_ascii=False),
            evidence_row(outline.evidence),
            zlib.compress(source.text.encode()),
            updates,
            outline.title,
            course_key(source.path),
            choices_row(outline.choices),
        ),
    )
    turn_to(db, revision)
    return revision


def turn_to(db: sqlite3.Connection, revision: int) -> None:
    """Make a course be as one of its revisions has it; the items are not touched.

    Its file stays the one that it has where that of the revision is another course by now.
    """
    its = "WHERE id = (SELECT course FROM revision WHERE id = ?1)"
    db.execute(
        "UPDATE course SET (revision, title, choices) ="  # noqa: S608  ours
        f" (SELECT id, title, choices FROM revision WHERE id = ?1) {its}",
        (revision,),
    )
    db.execute(
        "UPDATE OR IGNORE course SET source ="  # noqa: S608  ours
        f" (SELECT source FROM revision WHERE id = ?1) {its} AND removed_at IS NULL",
        (revision,),
    )


def fresh_ids(db: sqlite3.Connection, items: Sequence[Item]) -> dict[int, int]:
    """Return ids of the database's own for items that are new to it."""
    return {item.id: number for number, item in enumerate(items, _next_item(db))}


def _next_item(db: sqlite3.Connection) -> int:
    return next_id(db, "SELECT max(id) FROM item")


def add_items(
    db: sqlite3.Connection,
    course_id: int,
    revision: int,
    items: Sequence[Item],
    ids: Mapping[int, int],
) -> None:
    """Insert items, parents first, under the ids that they are to have; then come their places."""
    db.executemany(
        "INSERT INTO item (id, parent, kind, title, line, end_line, week, marked, link, optional,"
        " effort_minutes, body_sha256, uid, position, course, since_revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*item_row(item, ids), uid, position, course_id, revision)
            for position, (item, uid) in enumerate(zip(items, new_uids(len(items)), strict=True))
        ),
    )


def keep_marks(
    db: sqlite3.Connection, leaves: Iterable[Item], at: datetime
) -> Mapping[int, Standing]:
    """Record what a file itself marks of new leaves, as if the learner had said it."""
    marks = [_mark(leaf) for leaf in leaves if leaf.state is not State.NOT_STARTED]
    return append(db, marks, at).standings if marks else {}


def _mark(leaf: Item) -> Change:
    value = {"state": leaf.state.value, "body": leaf.body_sha256, "from": "file"}
    return Change(leaf.id, EventKind.STATE, value)


def next_id(db: sqlite3.Connection, highest: str) -> int:
    """Return the id after the highest, which a query returns."""
    return (db.execute(highest).fetchone()[0] or 0) + 1


def course_key(path: Path) -> str:
    """Return what a course is found by: its path, or its name if it is shipped.

    Where shipped files are changes from version to version. Bytes of a path that are no text
    are spelled out, as SQLite keeps text.
    """
    path, shipped = real_path(path), real_path(bundled_course()).parent
    key = path.relative_to(shipped) if path.is_relative_to(shipped) else path
    return os.fsencode(key).decode("utf-8", "backslashreplace")


def course_path(key: str) -> Path:
    """Return the file of a course that is found by this."""
    return real_path(bundled_course()).parent / key  # an absolute path stays as it is
