"""Lost & found: what the learner did with lessons that have left the course."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime

from coursetracker.course.outline import State
from coursetracker.library.record import Recorded, append
from coursetracker.library.rows import (
    ITEMS,
    STANDINGS,
    item_of,
    standings_of,
)
from coursetracker.library.transactions import snapshot, transaction
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.progress.lost import LostItem
from coursetracker.progress.standings import Change, EventKind, Standing, attempts_change

_LOST = (
    "WITH RECURSIVE accepted (id) AS ("  # noqa: S608  ours
    " SELECT revision FROM course WHERE id = ?1"
    " UNION SELECT updates FROM revision JOIN accepted USING (id) WHERE updates IS NOT NULL) "
    + ITEMS.replace(" FROM item ", ", gone_at FROM item ")
    + "WHERE course = ?1 AND (gone_at IS NOT NULL OR id IN"
    " (SELECT parent FROM item WHERE course = ?1 AND gone_at IS NULL))"
    " AND (EXISTS (SELECT 1 FROM standing WHERE standing.item = item.id)"
    " OR EXISTS (SELECT 1 FROM note WHERE note.item = item.id))"
    # What came with an update that was taken back, and only its file marked, is nobody's loss.
    " AND (since_revision IN (SELECT id FROM accepted) OR id IN (SELECT item FROM note)"
    " OR id IN (SELECT item FROM event"
    " WHERE kind <> 'state' OR json_extract(value, '$.from') IS NOT 'file'))"
    " ORDER BY gone_at DESC, position"
)
_STANDINGS = STANDINGS + "WHERE item IN (SELECT value FROM json_each(?))"  # noqa: S608  ours
_TITLES = "SELECT id, title, parent FROM item WHERE course = ?"
_FACTS = (
    EventKind.PASS_MARK,
    EventKind.WEIGHT,
    EventKind.DUE_ON,
    EventKind.OPTIONAL,
)
_NOTES = (
    "SELECT item, substr(text, 1, 400) FROM note WHERE item IN (SELECT value FROM json_each(?))"
)
_NOTE = "SELECT text FROM note JOIN item ON item.id = note.item WHERE item = ?"


def lost_items(db: sqlite3.Connection, course_id: int) -> tuple[LostItem, ...]:
    """Return what carries something of the learner's and has no place in the course."""
    with snapshot(db):
        rows = db.execute(_LOST, (course_id,)).fetchall()
        chosen = json.dumps([row[0] for row in rows])
        standings = standings_of(db.execute(_STANDINGS, (chosen,)))
        notes = dict(db.execute(_NOTES, (chosen,)).fetchall())
        if not standings:
            return ()
        titles = {
            item: (title, parent) for item, title, parent in db.execute(_TITLES, (course_id,))
        }
    lost = (
        LostItem(
            item_of(row),
            standings.get(row[0], Standing()),
            _above(titles, row[1]),
            row[-1] and datetime.fromisoformat(row[-1]),
            notes.get(row[0], "") if row[-1] else "",
        )
        for row in rows
    )
    return tuple(each for each in lost if each.carries_anything)


def _above(titles: Mapping[int, tuple[str, int | None]], parent: int | None) -> tuple[str, ...]:
    above: list[str] = []
    while parent is not None and parent in titles and len(above) < len(titles):
        title, parent = titles[parent]
        above.insert(0, title)
    return tuple(above)


def attach(db: sqlite3.Connection, lost: int, target: int, at: datetime) -> Recorded:
    """Give what a lost item carries to an item of the course, as one action.

    Whatever the target has already stays as it is, and the lost item keeps its own of that;
    only a note is added to that of the target. Dates of what was done stay. Raises Problem where
    there is nothing to give, and where it cannot be kept; nothing has changed then.
    """
    with transaction(db):
        standings = standings_of(db.execute(_STANDINGS, (json.dumps([lost, target]),)))
        ours, theirs = standings.get(lost, Standing()), standings.get(target, Standing())
        changes = _handed_over(lost, ours, target, theirs) + _note_handed_over(db, lost, target)
        if not changes:
            raise Problem(_HAS_ALL)
        return append(db, changes, at)


_HAS_ALL = QT_TRANSLATE_NOOP(
    "Problem",
    "The lesson that you chose has all of that already, so nothing was changed. "
    "Choose another one, or let the lost lesson go.",
)


def _handed_over(lost: int, ours: Standing, target: int, theirs: Standing) -> list[Change]:
    changes: list[Change] = []
    if _is_further(ours.state, theirs.state):
        value: dict[str, object] = {"state": ours.state.value, "from": "lost & found"}
        if ours.done_at is not None:
            value |= {"body": ours.done_body_sha256, "done_at": ours.done_at.isoformat()}
        changes.append(Change(target, EventKind.STATE, value))
        changes.append(
            Change(lost, EventKind.STATE, {"state": State.NOT_STARTED.value, "from": "attached"})
        )
    for kind in _FACTS:
        name = kind.value
        mine, other = getattr(ours, name), getattr(theirs, name)
        if mine is not None and other is None:
            text = mine.isoformat() if kind is EventKind.DUE_ON else mine
            changes += [Change(target, kind, {name: text}), Change(lost, kind, {name: None})]
    if not theirs.attempts:
        given = attempts_change(target, (), ours.attempts), _without_attempts(lost, ours)
        changes += filter(None, given)
    return changes


def _without_attempts(item: int, standing: Standing) -> Change | None:
    return attempts_change(item, standing.attempts, ())


def _note_handed_over(db: sqlite3.Connection, lost: int, target: int) -> list[Change]:
    """Return the changes that add a note to another; one still in the course keeps its own."""
    ours = db.execute(f"{_NOTE} AND gone_at IS NOT NULL", (lost,)).fetchone()
    if ours is None:
        return []
    theirs = db.execute(_NOTE, (target,)).fetchone()
    text = ours[0] if theirs is None else f"{theirs[0].rstrip()}\n\n{ours[0]}"
    return [
        Change(target, EventKind.NOTE, {"note": text}),
        Change(lost, EventKind.NOTE, {"note": None}),
    ]


def _is_further(ours: State, theirs: State) -> bool:
    """Return whether a state says more than another: done says more than begun or skipped."""
    if theirs is State.NOT_STARTED:
        return ours is not State.NOT_STARTED
    return ours is State.DONE and theirs is not State.DONE


def letting_go(lost: LostItem) -> list[Change]:
    """Return the changes after which a lost item carries nothing any more."""
    standing, item = lost.standing, lost.item.id
    changes: list[Change] = []
    if standing.state is not State.NOT_STARTED:
        changes.append(Change(item, EventKind.STATE, {"state": State.NOT_STARTED.value}))
    changes += [
        Change(item, kind, {kind.value: None})
        for kind in _FACTS
        if getattr(standing, kind.value) is not None
    ]
    changes += filter(None, [_without_attempts(item, standing)])
    if lost.has_note:
        changes.append(Change(item, EventKind.NOTE, {"note": None}))
    return changes
