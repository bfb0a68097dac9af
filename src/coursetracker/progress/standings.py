"""What is true of one item for the learner, folded from what the learner did to it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from coursetracker.course.outline import Kind, State

MOST = 100.0
"""The best score in percent."""


class EventKind(StrEnum):
    """What an event says; those between the first two and the last three name the field they set.

    SCORE is of the first versions, which knew one attempt at each assessment; it is only read.
    """

    STATE = "state"
    SCORE = "score"
    ATTEMPTS = "attempts"
    PASS_MARK = "pass_mark"  # noqa: S105  not a password
    WEIGHT = "weight"
    DUE_ON = "due_on"
    OPTIONAL = "optional"
    TITLE = "title"
    KIND = "kind"
    WEEK = "week"
    HIDDEN = "hidden"
    NOTE = "note"
    STILL_DONE = "still done"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the learner wants to be true of an item.

    `value` holds what JSON can hold, under the name of the kind: ``{"state": "done"}``, with
    "body" for the hash of the text it was done with, "done_at" for when, if not now, and "from"
    where something else than a tick said so; ``{"due_on": "2026-01-31"}``;
    ``{"note": "Markdown"}``; ``{"body": …}`` for a text with which it is still done. None clears
    all but the state. Attempts are added and taken away, so that those of two libraries add up
    when they are merged: ``{"taken": [["2026-01-31", 85.0]], "dropped": []}``.
    """

    item: int
    kind: EventKind
    value: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the learner did: appended, never changed.

    `undoes` is the id of the event that this one takes back; all events of one action share
    `action`. `at` is in the time zone the learner was in.
    """

    id: int
    uid: str
    item: int
    at: datetime
    kind: EventKind
    value: Mapping[str, object]
    undoes: int | None
    action: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at an assessment: the learner's day, and the score in percent, 0 to 100."""

    on: date
    score: float


@dataclass(frozen=True, slots=True)
class Standing:
    """What is now true of one item.

    `started_at` is the first time it left not started, `done_at` when it was done: the time of
    the event that made it so, if that names no other. Attempts are in the order of their days;
    the pass mark is in percent. What follows the due date is how the learner has arranged it, None
    where it is as the author wrote it: `week` is the id of the week that a section was moved to.
    What is noted is not among it, as notes may be long; `has_note` says whether anything is.
    """

    state: State = State.NOT_STARTED
    started_at: datetime | None = None
    done_at: datetime | None = None
    done_body_sha256: str | None = None
    attempts: tuple[Attempt, ...] = ()
    pass_mark: float | None = None
    weight: float | None = None
    due_on: date | None = None
    optional: bool | None = None
    title: str | None = None
    kind: Kind | None = None
    week: int | None = None
    hidden: bool | None = None
    has_note: bool = False


def fold(events: Sequence[Event]) -> Standing:
    """Return what the events of one item, in order, add up to."""
    gone = cancelled(events)
    standing = Standing()
    for event in events:
        if event.id not in gone:
            standing = after(standing, event)
    return standing


def cancelled(events: Sequence[Event]) -> frozenset[int]:
    """Return the ids of the events that were taken back; an undo that was undone takes none."""
    gone: set[int] = set()
    for event in reversed(events):
        if event.undoes is not None and event.id not in gone:
            gone.add(event.undoes)
    return frozenset(gone)


def after(standing: Standing, event: Event) -> Standing:
    """Return a standing as it is after one more event; an undo changes nothing by itself."""
    if event.kind is EventKind.UNDO:
        return standing
    if event.kind is EventKind.STATE:
        return _with_state(standing, event)
    if event.kind is EventKind.STILL_DONE:
        return _with_text(standing, str(event.value["body"]))
    if event.kind in (EventKind.SCORE, EventKind.ATTEMPTS):
        return replace(standing, attempts=_attempts(standing, event))
    if event.kind is EventKind.NOTE:
        return replace(standing, has_note=event.value["note"] is not None)
    name = event.kind.value
    value: Any = event.value[name]
    read = _READ.get(event.kind)
    if read is not None and value is not None:
        value = read(value)
    return replace(standing, **{name: value})


_READ: Mapping[EventKind, Callable[[Any], object]] = {
    EventKind.PASS_MARK: float,  # JSON tells 71 from 71.0, and Qt takes only one of them for it
    EventKind.WEIGHT: float,
    EventKind.DUE_ON: date.fromisoformat,
    EventKind.KIND: Kind,
}
"""How a value is read that JSON has no type for."""


def _attempts(standing: Standing, event: Event) -> tuple[Attempt, ...]:
    """Return the attempts after an event; a score alone is the only one, on the day it was said."""
    if event.kind is EventKind.SCORE:
        score = event.value["score"]
        return () if score is None else attempts_of([(event.at.date().isoformat(), score)])
    value: Mapping[str, Any] = event.value
    dropped, left = Counter(attempts_of(value["dropped"])), []
    for attempt in standing.attempts:
        if dropped[attempt] > 0:
            dropped[attempt] -= 1
        else:
            left.append(attempt)
    return _by_day([*left, *attempts_of(value["taken"])])


def attempts_of(listed: Iterable[Sequence[Any]]) -> tuple[Attempt, ...]:
    """Return attempts, the earliest first, from what JSON holds: ``["2026-01-31", 85.0]`` each.

    Raises ValueError or TypeError where that cannot be.
    """
    attempts = [Attempt(date.fromisoformat(on), float(score)) for on, score in listed]
    if not all(0 <= each.score <= MOST for each in attempts):
        raise ValueError(attempts)
    return _by_day(attempts)


def _by_day(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    return tuple(sorted(attempts, key=attrgetter("on")))


def listed(attempts: Iterable[Attempt]) -> list[tuple[str, float]]:
    """Return attempts as JSON can hold them, which `attempts_of` reads."""
    return [(each.on.isoformat(), each.score) for each in attempts]


def attempts_change(item: int, before: Iterable[Attempt], now: Iterable[Attempt]) -> Change | None:
    """Return the change by which an item has these attempts and not those; None for none."""
    old, new = Counter(before), Counter(now)
    taken, dropped = listed((new - old).elements()), listed((old - new).elements())
    if not taken and not dropped:
        return None
    return Change(item, EventKind.ATTEMPTS, {"taken": taken, "dropped": dropped})


def _with_text(standing: Standing, body: str) -> Standing:
    """Return a standing with another text that it is done with, if it is done."""
    return replace(standing, done_body_sha256=body) if standing.state is State.DONE else standing


def _with_state(standing: Standing, event: Event) -> Standing:
    state = State(str(event.value["state"]))
    done_at = event.value.get("done_at")
    at = datetime.fromisoformat(str(done_at)) if done_at else event.at
    started = standing.started_at or (None if state is State.NOT_STARTED else at)
    if state is not State.DONE:
        return replace(
            standing, state=state, started_at=started, done_at=None, done_body_sha256=None
        )
    body = event.value.get("body")
    return replace(
        standing,
        state=state,
        started_at=started,
        done_at=standing.done_at or at,
        done_body_sha256=None if body is None else str(body),
    )


def fold_all(events: Iterable[Event]) -> dict[int, Standing]:
    """Return the standing of each item that any of the events, in order, is about."""
    by_item: dict[int, list[Event]] = {}
    for event in events:
        by_item.setdefault(event.item, []).append(event)
    return {item: fold(own) for item, own in by_item.items()}


def noted(events: Sequence[Event]) -> dict[int, Event | None]:
    """Return the event that says what the note of each item is now, from all events of the items.

    None is an item whose notes were all taken back; one that never had any is not there.
    """
    gone = cancelled(events)
    found: dict[int, Event | None] = {}
    for event in events:
        if event.kind is EventKind.NOTE:
            found[event.item] = found.get(event.item) if event.id in gone else event
    return found


def note_text(event: Event | None) -> str | None:
    """Return the note that an event of that kind says; None where there is none."""
    text = None if event is None else event.value["note"]
    return None if text is None else str(text)
