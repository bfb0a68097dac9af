"""Rows of the database and the values they hold."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from coursetracker.course.outline import Item, Kind, State
from coursetracker.progress.standings import Event, EventKind, Standing, attempts_of, listed

Row = tuple[Any, ...]

ITEMS = (
    "SELECT id, parent, kind, title, line, end_line, week, marked, link, optional,"
    " effort_minutes, body_sha256 FROM item "
)
EVENTS = "SELECT id, uid, item, at, utc_offset, kind, value, undoes, action FROM event "
STANDINGS = (
    "SELECT item, state, started_at, done_at, done_body_sha256, pass_mark, weight, due_on,"
    " standing.optional, standing.title, standing.kind, standing.week, hidden, attempts,"
    " standing.item IN (SELECT item FROM note) FROM standing "
)

_NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")
_KINDS = {kind.value: kind for kind in Kind}
_STATES = {state.value: state for state in State}


def new_uids(count: int) -> list[str]:
    """Return random names (128 bits in hexadecimal) that no other database has either."""
    random = os.urandom(16 * count).hex()
    return [random[start : start + 32] for start in range(0, 32 * count, 32)]


def kept_text(text: str) -> str:
    """Return a text as it can be kept: U+FFFD for what is no character, as in half an emoji.

    Zero bytes are among these, as in Markdown.
    """
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)


def utc(at: datetime) -> str:
    """Return a time as text that sorts by time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def item_of(row: Row) -> Item:
    """Return the item in a row of ITEMS."""
    return Item(
        row[0],
        row[1],
        _KINDS[row[2]],
        row[3],
        row[4],
        row[5],
        row[6],
        _STATES[row[7]],
        row[8],
        bool(row[9]),
        row[10],
        row[11],
    )


def item_row(item: Item, ids: Mapping[int, int]) -> Row:
    """Return the row of ITEMS that holds an item under the id it is to have."""
    return (
        ids[item.id],
        None if item.parent is None else ids[item.parent],
        item.kind.value,
        item.title,
        item.line,
        item.end,
        item.week,
        item.state.value,
        item.link,
        item.optional,
        item.effort_minutes,
        item.body_sha256,
    )


def event_of(row: Row) -> Event:
    """Return the event in a row of EVENTS."""
    event_id, uid, item, at, offset, kind, value, undoes, action = row
    zone = timezone(timedelta(seconds=offset))
    at = datetime.fromisoformat(at).astimezone(zone)
    return Event(event_id, uid, item, at, EventKind(kind), json.loads(value), undoes, action)


def event_row(event: Event) -> Row:
    """Return the row of the table event that holds an event."""
    offset = event.at.utcoffset() or timedelta()
    return (
        event.id,
        event.uid,
        event.action,
        event.item,
        utc(event.at),
        int(offset.total_seconds()),
        event.kind.value,
        json.dumps(dict(event.value), ensure_ascii=False, allow_nan=False),
        event.undoes,
    )


def standings_of(rows: Iterable[Row]) -> dict[int, Standing]:
    """Return the standings in rows of STANDINGS, by item."""
    return {row[0]: _standing_of(row) for row in rows}


def _standing_of(row: Row) -> Standing:
    _, state, started_at, done_at, body, pass_mark, weight, due_on, *own = row
    optional, title, kind, week, hidden, attempts, has_note = own
    return Standing(
        _STATES[state],
        started_at and datetime.fromisoformat(started_at),
        done_at and datetime.fromisoformat(done_at),
        body,
        attempts_of(json.loads(attempts)) if attempts else (),
        pass_mark,
        weight,
        due_on and date.fromisoformat(due_on),
        None if optional is None else bool(optional),
        title,
        kind and _KINDS[kind],
        week,
        None if hidden is None else bool(hidden),
        bool(has_note),
    )


def standing_row(item: int, standing: Standing) -> Row:
    """Return the row of the table standing that holds a standing; its note has its own."""
    return (
        item,
        standing.state.value,
        standing.started_at and standing.started_at.isoformat(),
        standing.done_at and standing.done_at.isoformat(),
        standing.done_body_sha256,
        standing.pass_mark,
        standing.weight,
        standing.due_on and standing.due_on.isoformat(),
        standing.optional,
        standing.title,
        standing.kind and standing.kind.value,
        standing.week,
        standing.hidden,
        json.dumps(listed(standing.attempts), allow_nan=False) if standing.attempts else None,
    )
