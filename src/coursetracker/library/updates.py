"""Updates of a course: applied as one transaction, taken back and made again as a whole."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from coursetracker.course.outline import Item, Outline
from coursetracker.library.courses import Course, course_text, load_course
from coursetracker.library.revisions import (
    add_items,
    add_revision,
    fresh_ids,
    keep_marks,
    turn_to,
)
from coursetracker.library.rows import ITEMS, Row, item_of, item_row, utc
from coursetracker.library.sources import Source
from coursetracker.library.transactions import snapshot, transaction
from coursetracker.problems import QT_TRANSLATE_NOOP, Outdated, Problem

if TYPE_CHECKING:  # so that a start does not load what only an update needs
    from coursetracker.course.changes import Edition, Update

ITEM_COLUMNS = (
    "parent, kind, title, line, end_line, week, marked, link, optional, effort_minutes,"
    " body_sha256, position, since_revision, gone_at, uid"
)
ALL_ITEMS = f"SELECT id, {ITEM_COLUMNS} FROM item WHERE course = ?"  # noqa: S608  ours, as all below
INSERT_ITEM = f"INSERT INTO item (course, id, {ITEM_COLUMNS}) VALUES (?{', ?' * 16})"  # noqa: S608
CHANGE_ITEM = f"UPDATE item SET ({ITEM_COLUMNS}) = (?{', ?' * 14}) WHERE id = ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Before:
    """What an update starts from: the course as it is kept, its text, and what left it before."""

    course: Course
    text: str
    lost: tuple[Item, ...]


def before(db: sqlite3.Connection, course: Course) -> Before:
    """Return what an update of a course starts from. Raises Problem where the course is gone."""
    with snapshot(db):
        gone = db.execute(
            ITEMS + "WHERE course = ? AND gone_at IS NOT NULL ORDER BY position", (course.id,)
        ).fetchall()
    return Before(course, course_text(db, course.id), tuple(map(item_of, gone)))


def apply_update(
    db: sqlite3.Connection, started: Before, update: "Update", source: Source, at: datetime
) -> Course:
    """Make a course be as an update says, after a backup, and return it.

    What is paired with none is gone: it keeps all that hangs on it. Raises Problem where the
    course is not any more as the update found it, and where it cannot be kept; nothing has
    changed then.
    """
    from coursetracker.library.backups import Why, back_up  # noqa: PLC0415  not needed to start

    course = started.course
    back_up(db, Why.UPDATE, at)
    with transaction(db):
        _expect(db, started)
        _leave(db, course.id, course.revision)
        outline = update.new.outline
        revision = add_revision(db, course.id, source, outline, at, updates=course.revision)
        ids = {new: old for old, new in (*update.pairs.items(), *update.back.items())}
        fresh = [item for item in outline.items if item.id not in ids]
        ids |= fresh_ids(db, fresh)
        db.execute("PRAGMA defer_foreign_keys = ON")  # a parent may be inserted after its child
        _mark_gone(db, course.id, at)
        add_items(db, course.id, revision, fresh, ids)
        _place(db, outline, ids)
        leaves = [replace(item, id=ids[item.id]) for item in fresh if outline.is_leaf(item.id)]
        keep_marks(db, leaves, at)
        _leave_place(db, course.id)
    return load_course(db, course.id)


def _expect(db: sqlite3.Connection, started: Before) -> None:
    """Raise Problem where a course is not as an update found it.

    Even at the same revision its items may have other ids: taken back and made again meanwhile.
    """
    course = started.course
    row = db.execute("SELECT revision FROM course WHERE id = ?", (course.id,)).fetchone()
    items = db.execute("SELECT id FROM item WHERE course = ?", (course.id,)).fetchall()
    known = {item.id for item in (*course.outline.items, *started.lost)}
    if row != (course.revision,) or not known <= {item for (item,) in items}:
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "This course was updated in another window in the meantime, so nothing was changed. "
            "Open it again to see how it is now.",
        )
        raise Problem(sentence)


def _mark_gone(db: sqlite3.Connection, course_id: int, at: datetime) -> None:
    """Let all items be gone; those that are not are placed again."""
    db.execute(
        "UPDATE item SET gone_at = ? WHERE course = ? AND gone_at IS NULL", (utc(at), course_id)
    )


def _place(db: sqlite3.Connection, outline: Outline, ids: Mapping[int, int]) -> None:
    """Write the items of an outline, in their order, as present."""
    rows = (item_row(item, ids) for item in outline.items)
    db.executemany(
        "UPDATE item SET parent = ?, kind = ?, title = ?, line = ?, end_line = ?, week = ?,"
        " marked = ?, link = ?, optional = ?, effort_minutes = ?, body_sha256 = ?, position = ?,"
        " gone_at = NULL WHERE id = ?",
        ((*row[1:], position, row[0]) for position, row in enumerate(rows)),
    )


def _leave_place(db: sqlite3.Connection, course_id: int) -> None:
    """Let the learner's place be the beginning where its lesson is gone."""
    db.execute(
        "UPDATE course SET place_item = NULL, place_scroll = 0 WHERE id = ? AND place_item IN"
        " (SELECT id FROM item WHERE gone_at IS NOT NULL)",
        (course_id,),
    )


# Taking back, and making again


def can_take_back(db: sqlite3.Connection, course_id: int) -> datetime | None:
    """Return when the course was last updated, if it was."""
    with snapshot(db):
        row = db.execute(
            "SELECT taken_at FROM course JOIN revision ON revision.id = revision"
            " WHERE course.id = ? AND updates IS NOT NULL",
            (course_id,),
        ).fetchone()
    return None if row is None else datetime.fromisoformat(row[0])


def taken_back(db: sqlite3.Connection, course_id: int) -> frozenset[str]:
    """Return the hashes of texts that the course was updated to and taken back from."""
    with snapshot(db):
        rows = db.execute(
            "SELECT sha256 FROM revision WHERE updates ="
            " (SELECT revision FROM course WHERE id = ?)",
            (course_id,),
        ).fetchall()
    return frozenset(sha256 for (sha256,) in rows)


def take_back(
    db: sqlite3.Connection, course_id: int, at: datetime, *, leaving: int | None = None
) -> Course:
    """Make a course be as it was before its last update; what was done since is kept.

    Lessons that came with the update leave again; those with progress are in Lost & found.
    `leaving` is the revision that is meant. Raises Outdated where there is no update to take
    back, or where it is another one by now; nothing has changed then.
    """
    return _go(db, course_id, ("SELECT updates FROM revision WHERE id = ?", leaving, None), at)


def apply_again(
    db: sqlite3.Connection, course_id: int, at: datetime, *, to: int | None = None
) -> Course:
    """Make again the update that was taken back last.

    `to` is the revision that is meant. Raises Outdated where there is none, or where the course
    has been updated otherwise by now; nothing has changed then.
    """
    return _go(db, course_id, ("SELECT max(id) FROM revision WHERE updates = ?", None, to), at)


_Way = tuple[str, int | None, int | None]
"""The query that leads from one revision to another, and which ones they have to be, if any."""


def _go(db: sqlite3.Connection, course_id: int, way: _Way, at: datetime) -> Course:
    where_to, leaving, to = way
    with transaction(db):
        course = db.execute("SELECT revision FROM course WHERE id = ?", (course_id,)).fetchone()
        (here,) = course or (None,)
        (there,) = db.execute(where_to, (here,)).fetchone() or (None,)
        if here is None or there is None:
            raise Outdated(_NO_UPDATE)
        if leaving not in (None, here) or to not in (None, there):
            raise Outdated(_OTHERWISE)
        _leave(db, course_id, here)
        db.execute("PRAGMA defer_foreign_keys = ON")
        _restore(db, course_id, there, at)
        turn_to(db, there)
    return load_course(db, course_id)


_NO_UPDATE = QT_TRANSLATE_NOOP("Problem", "There is no update of this course to undo or redo.")
_OTHERWISE = QT_TRANSLATE_NOOP(
    "Problem",
    "This course was updated differently in another window in the meantime, so nothing was "
    "changed. It is shown as it is now.",
)


def _leave(db: sqlite3.Connection, course_id: int, revision: int) -> None:
    """Keep with a revision how all its items stand, those that are gone included."""
    import zlib  # noqa: PLC0415  not needed to open the window

    rows = db.execute(ALL_ITEMS, (course_id,)).fetchall()
    items = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 1)
    db.execute("UPDATE revision SET items = ? WHERE id = ?", (items, revision))


def _kept_items(db: sqlite3.Connection, revision: int) -> Sequence[Row]:
    import zlib  # noqa: PLC0415  not needed to open the window

    (items,) = db.execute("SELECT items FROM revision WHERE id = ?", (revision,)).fetchone()
    return [tuple(row) for row in json.loads(zlib.decompress(items))]


def _restore(db: sqlite3.Connection, course_id: int, revision: int, at: datetime) -> None:
    """Let the items stand as they did when a revision was left.

    Others leave: without a trace where the learner did nothing with them. An item that left so
    and comes again has its name (uid), but another id where its own was given away.
    """
    rows = _kept_items(db, revision)
    present = dict(db.execute("SELECT uid, id FROM item WHERE course = ?", (course_id,)).fetchall())
    missing = [row for row in rows if row[-1] not in present]
    ids = {row[0]: present[row[-1]] for row in rows if row[-1] in present}
    ids |= _free_ids(db, [row[0] for row in missing])
    _mark_gone(db, course_id, at)
    placed = [(ids[row[0]], ids.get(row[1]), *row[2:]) for row in rows]
    missing_ids = {ids[row[0]] for row in missing}
    db.executemany(INSERT_ITEM, ((course_id, *row) for row in placed if row[0] in missing_ids))
    db.executemany(CHANGE_ITEM, ((*row[1:], row[0]) for row in placed if row[0] not in missing_ids))
    _leave_place(db, course_id)
    _forget(db, course_id, [row[0] for row in placed])


def _forget(db: sqlite3.Connection, course_id: int, but: Sequence[int]) -> None:
    """Delete the items but these and those with progress, and all that any of them is under.

    What stands above one that stays has to stay as well: it would take it along.
    """
    db.execute(
        "WITH RECURSIVE kept (id) AS ("
        " SELECT id FROM item WHERE course = ?1 AND (id IN (SELECT value FROM json_each(?2))"
        " OR id IN (SELECT item FROM event) OR id IN (SELECT item FROM note)"
        " OR id IN (SELECT item FROM draft))"
        " UNION SELECT parent FROM item JOIN kept USING (id) WHERE parent IS NOT NULL)"
        " DELETE FROM item WHERE course = ?1 AND id NOT IN (SELECT id FROM kept)",
        (course_id, json.dumps(but)),
    )


def _free_ids(db: sqlite3.Connection, wanted: Sequence[int]) -> dict[int, int]:
    """Return for each id itself where it is free, else a new one."""
    (highest,) = db.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()
    chosen = json.dumps(wanted)
    taken = {
        item
        for (item,) in db.execute(
            "SELECT id FROM item WHERE id IN (SELECT value FROM json_each(?))", (chosen,)
        )
    }
    following = iter(range(max([highest, *wanted]) + 1, max([highest, *wanted]) + 1 + len(wanted)))
    return {item: next(following) if item in taken else item for item in wanted}


# What a lesson said when it was done


def text_when(
    db: sqlite3.Connection,
    course_id: int,
    item: Item,
    body_sha256: str,
    read: "Callable[[str, Outline], Edition]",
) -> str | None:
    """Return the source of an item as it was when it had this hash, if any revision has it.

    `read` makes an edition of a text with the outline that it had.
    """
    import zlib  # noqa: PLC0415  not needed to open the window

    with snapshot(db):
        (uid,) = db.execute("SELECT uid FROM item WHERE id = ?", (item.id,)).fetchone()
        revisions = db.execute(
            "SELECT items, text, title FROM revision WHERE course = ? AND items IS NOT NULL"
            " ORDER BY id DESC",
            (course_id,),
        ).fetchall()
    for items, text, title in revisions:
        rows = [row for row in json.loads(zlib.decompress(items)) if row[14] is None]
        found = next((row for row in rows if row[15] == uid and row[11] == body_sha256), None)
        if found is not None:
            outline = Outline(title, tuple(item_of(row) for row in rows))
            return read(zlib.decompress(text).decode(), outline).text(found[0])
    return None
