"""Recording what the learner does: events are appended, standings follow, one transaction each."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coursetracker.library.rows import (
    EVENTS,
    STANDINGS,
    event_of,
    event_row,
    kept_text,
    new_uids,
    standing_row,
    standings_of,
    utc,
)
from coursetracker.library.transactions import transaction
from coursetracker.problems import QT_TRANSLATE_NOOP, Outdated, Problem
from coursetracker.progress.standings import (
    Change,
    Event,
    EventKind,
    Standing,
    after,
    cancelled,
    fold_all,
    note_text,
    noted,
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An action that is kept: the name to undo it by, and the new standing of its items."""

    action: str
    standings: dict[int, Standing]


def record(db: sqlite3.Connection, changes: Sequence[Change], at: datetime) -> Recorded:
    """Keep changes that are one action of the learner.

    Raises Problem where they cannot be kept; nothing has changed then.
    """
    with transaction(db):
        return append(db, changes, at)


def append(db: sqlite3.Connection, changes: Sequence[Change], at: datetime) -> Recorded:
    """Keep changes as one action, inside a transaction that is under way.

    Raises Problem where an item is not in the library any more.
    """
    _expect_all(db, {change.item for change in changes})
    events = _numbered(db, [(_kept(change), None) for change in changes], at)
    standings = _standings(db, {change.item for change in changes})
    for event in events:
        standings[event.item] = after(standings.get(event.item, Standing()), event)
    return _keep(db, events, standings, noted(events))


def undo(db: sqlite3.Connection, action: str, at: datetime) -> Recorded:
    """Take an action back, by an action of its own that can be undone in turn.

    Raises Outdated where there is no such action, or where it has been taken back already, and
    Problem where it cannot be kept.
    """
    with transaction(db):
        history = _history(db, action)
        gone = cancelled(history)
        open_ = [event for event in history if event.action == action and event.id not in gone]
        if not open_:
            raise Outdated(_NOT_THERE if not history else _TAKEN_BACK)
        return _undo(db, open_, history, at)


def redo(db: sqlite3.Connection, action: str, at: datetime) -> Recorded:
    """Let an action hold again that was taken back, by whatever that was.

    This is an action of its own that can be undone. Raises Problem where nothing of the action
    is taken back, or where there is none.
    """
    with transaction(db):
        history = _history(db, action)
        gone = cancelled(history)
        own = {event.id for event in history if event.action == action}
        against = [each for each in history if each.undoes in own and each.id not in gone]
        if not against:
            raise Outdated(_NOT_THERE if not history else _DONE_AGAIN)
        return _undo(db, against, history, at)


def _undo(
    db: sqlite3.Connection, events: Sequence[Event], history: Sequence[Event], at: datetime
) -> Recorded:
    """Take events back, as one action; `history` are all events of their items."""
    undoing = [(Change(event.item, EventKind.UNDO, {}), event.id) for event in events]
    appended = _numbered(db, undoing, at)
    every = [*history, *appended]
    return _keep(db, appended, fold_all(every), noted(every))


_NOT_THERE = QT_TRANSLATE_NOOP(
    "Problem", "What you want to undo is not in the library any more, so nothing was changed."
)
_TAKEN_BACK = QT_TRANSLATE_NOOP("Problem", "This has already been undone, so nothing was changed.")
_DONE_AGAIN = QT_TRANSLATE_NOOP("Problem", "This has already been redone, so nothing was changed.")
_DELETED = QT_TRANSLATE_NOOP(
    "Problem",
    "This lesson was deleted in another window in the meantime, so nothing was changed. Open the "
    "course again.",
)


def _expect_all(db: sqlite3.Connection, items: set[int]) -> None:
    """Raise Problem where another program has deleted some of these items."""
    query = "SELECT count(*) FROM item WHERE id IN (SELECT value FROM json_each(?))"
    (count,) = db.execute(query, (json.dumps(list(items)),)).fetchone()
    if count < len(items):
        raise Problem(_DELETED)


def _numbered(
    db: sqlite3.Connection, changes: Sequence[tuple[Change, int | None]], at: datetime
) -> list[Event]:
    """Return the events of one action: its changes, each with the event that it undoes."""
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    action, *uids = new_uids(1 + len(changes))
    return [
        Event(number, uid, change.item, at, change.kind, change.value, undoes, action)
        for number, (uid, (change, undoes)) in enumerate(zip(uids, changes, strict=True), last + 1)
    ]


def _kept(change: Change) -> Change:
    """Return a change with its texts as they can be kept."""
    texts = {name: kept_text(value) for name, value in change.value.items() if type(value) is str}
    return replace(change, value={**change.value, **texts})


def _standings(db: sqlite3.Connection, items: Iterable[int]) -> dict[int, Standing]:
    chosen = json.dumps(list(items))
    query = STANDINGS + "WHERE item IN (SELECT value FROM json_each(?))"  # noqa: S608  ours
    rows = db.execute(query, (chosen,))
    return standings_of(rows)


def standings_since(
    db: sqlite3.Connection, course_id: int, last: int
) -> tuple[dict[int, Standing], frozenset[int]]:
    """Return the standings of the items of a course that events after the last are about.

    Beside them stand those of the items whose notes they are about.
    """
    rows = db.execute(
        "SELECT DISTINCT item, event.kind FROM event JOIN item ON item.id = event.item"
        " WHERE event.id > ? AND course = ?",
        (last, course_id),
    ).fetchall()
    standings = _standings(db, {item for item, _ in rows})
    # An undo may be of a note too: to look at one again does no harm.
    noting = (EventKind.NOTE.value, EventKind.UNDO.value)
    return standings, frozenset(item for item, kind in rows if kind in noting)


def _history(db: sqlite3.Connection, action: str) -> list[Event]:
    """Return all events of the items that an action is about, in order."""
    touched = "item IN (SELECT item FROM event WHERE action = ?)"
    rows = db.execute(f"{EVENTS} WHERE {touched} ORDER BY id", (action,))
    return [event_of(row) for row in rows]


def _keep(
    db: sqlite3.Connection,
    events: Sequence[Event],
    standings: dict[int, Standing],
    notes: Mapping[int, Event | None],
) -> Recorded:
    db.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(event_row, events))
    db.executemany(
        "INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (standing_row(item, standing) for item, standing in standings.items()),
    )
    for item, event in notes.items():
        _keep_note(db, item, event)
    return Recorded(events[0].action, standings)


def _keep_note(db: sqlite3.Connection, item: int, event: Event | None) -> None:
    """Let the note of an item be what an event says."""
    text = note_text(event)
    if event is None or text is None:
        db.execute("DELETE FROM note WHERE item = ?", (item,))
    else:
        db.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (item, text, utc(event.at)))
