"""What an export holds: the courses as plain values that JSON can hold.

Everything is named by its uid, never by a number of the database, and stands in an order that
follows from what is there, so that the same library always gives the same bytes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from itertools import count
from typing import Any, TypedDict

from coursetracker.progress.standings import Attempt, Event, EventKind, Standing, fold_all

FORMAT = "coursetracker"
VERSION = 1
REFERS_TO_ITEM = EventKind.WEEK
"""The kind of event whose value is an item: its number in the database, its uid in a file."""

NOTE = "note"
"""The kind of event that sets a note, and where its value has the text; None is no note."""


class ItemDoc(TypedDict):
    """A week, section, lesson or assessment; one with `gone_at` has left the course."""

    uid: str
    parent: str | None
    position: int
    kind: str
    title: str
    line: int
    end_line: int
    week: int | None
    marked: str
    link: str | None
    optional: bool
    effort_minutes: int | None
    body_sha256: str
    since_revision: str
    gone_at: str | None


class RevisionDoc(TypedDict):
    """A text that the learner accepted; `items` is how all items stood when it was left."""

    name: str
    updates: str | None
    taken_at: str
    sha256: str
    title: str
    source: str
    choices: dict[str, Any]
    weeks: list[Any]
    evidence: list[Any]
    text: str
    items: list[ItemDoc] | None


class EventDoc(TypedDict):
    """One thing that the learner did; `at` is in UTC, `utc_offset` in seconds."""

    uid: str
    action: str
    item: str
    at: str
    utc_offset: int
    kind: str
    value: dict[str, Any]
    undoes: str | None


class PlaceDoc(TypedDict):
    """Where the learner is."""

    item: str | None
    scroll: float


class NoteDoc(TypedDict):
    """What the learner wrote about an item."""

    item: str
    text: str
    updated_at: str


class DraftDoc(TypedDict):
    """What the learner was typing about an item."""

    item: str
    text: str
    at: str


class CourseDoc(TypedDict):
    """A whole course. Its standings are not here: they follow from its events."""

    uid: str
    title: str
    own_title: str | None
    source: str
    kind: str
    choices: dict[str, Any]
    place: PlaceDoc
    opened_at: str
    archived_at: str | None
    removed_at: str | None
    removed_source: str | None
    settings: dict[str, str]
    revision: str
    revisions: list[RevisionDoc]
    items: list[ItemDoc]
    notes: list[NoteDoc]
    drafts: list[DraftDoc]
    events: list[EventDoc]


class LibraryDoc(TypedDict):
    """What a file holds; `settings` are the learner's, None in a file of single courses."""

    settings: dict[str, str] | None
    courses: list[CourseDoc]


def text_of(document: LibraryDoc) -> str:
    """Return the text of a file: the same document always gives the same."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "settings": document["settings"],
        "courses": [
            {**course, "standings": standings_of(course["events"])}
            for course in document["courses"]
        ],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


# What follows from the events


def events_of(
    documents: Sequence[EventDoc],
    items: Mapping[str, int],
    ids: Iterable[int] | None = None,
) -> list[Event]:
    """Return events with these ids, else numbered from 1; `items` are the numbers of items.

    What an event undoes has to stand before it. Raises ValueError, OverflowError and KeyError
    where that, or something else, is not so.
    """
    own: dict[str, int] = {}
    events = []
    for number, each in zip(ids or count(1), documents, strict=False):
        zone = timezone(timedelta(seconds=each["utc_offset"]))
        event = Event(
            id=number,
            uid=each["uid"],
            item=items[each["item"]],
            at=datetime.fromisoformat(each["at"]).astimezone(zone),
            kind=EventKind(each["kind"]),
            value=each["value"],
            undoes=None if each["undoes"] is None else own[each["undoes"]],
            action=each["action"],
        )
        own[event.uid] = number
        events.append(event)
    return events


def notes_of(notes: Iterable[NoteDoc], events: Sequence[EventDoc]) -> list[NoteDoc]:
    """Return the notes as events say they are, by item; of those no event tells of, the newest."""
    newest = {
        note["item"]: note
        for note in sorted(notes, key=lambda note: (note["updated_at"], note["text"]))
    }
    gone: set[str | None] = set()
    for event in reversed(events):
        if event["undoes"] is not None and event["uid"] not in gone:
            gone.add(event["undoes"])
    for event in events:
        if event["kind"] == NOTE:
            newest.pop(event["item"], None)
    for event in events:
        if event["kind"] == NOTE and event["uid"] not in gone:
            item, text = event["item"], event["value"].get(NOTE)
            newest.pop(item, None)
            if isinstance(text, str):
                newest[item] = {"item": item, "text": text, "updated_at": event["at"]}
    return [newest[item] for item in sorted(newest)]


def standings_of(events: Sequence[EventDoc]) -> dict[str, dict[str, Any]]:
    """Return what is now true of each item that something was done to, by uid, in that order.

    Only what is not as in the beginning is named. Raises what `events_of` does, and TypeError.
    """
    uids = sorted({each["item"] for each in events})
    items = {uid: number for number, uid in enumerate(uids)}
    folded = fold_all(events_of(events, items))
    return {uid: _plain_standing(folded[items[uid]]) for uid in uids}


def _plain_standing(standing: Standing) -> dict[str, Any]:
    begun = Standing()
    return {
        each.name: _plain(getattr(standing, each.name))
        for each in fields(standing)
        if each.name == "state" or getattr(standing, each.name) != getattr(begun, each.name)
    }


def _plain(value: object) -> object:
    """Return a value of a standing as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # times are dates too
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Attempt):
        return [_plain(value.on), value.score]
    return value
