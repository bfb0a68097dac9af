"""A course of the database as a document."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from coursetracker.library.exchange.document import (
    REFERS_TO_ITEM,
    CourseDoc,
    EventDoc,
    ItemDoc,
    RevisionDoc,
)
from coursetracker.library.rows import Row
from coursetracker.library.updates import ALL_ITEMS

_COURSE = (
    "SELECT uid, title, own_title, source, kind, choices, place_item, place_scroll, opened_at,"
    " archived_at, removed_at, removed_source, revision FROM course WHERE id = ?"
)
REVISIONS = (
    "SELECT id, updates, taken_at, sha256, title, source, choices, weeks, evidence, text, items"
    " FROM revision WHERE course = ? ORDER BY id"
)
EVENTS = (
    "SELECT event.id, event.uid, action, item, at, utc_offset, event.kind, value, undoes"
    " FROM event JOIN item ON item.id = item WHERE course = ? ORDER BY event.id"
)
_NOTES = (
    "SELECT item.uid, text, updated_at FROM note JOIN item ON item.id = item"
    " WHERE course = ? ORDER BY item.uid"
)
DRAFTS = (
    "SELECT item.uid, text, at FROM draft JOIN item ON item.id = item"
    " WHERE course = ? ORDER BY item.uid"
)
ITEM_FIELDS = (
    "parent", "kind", "title", "line", "end_line", "week", "marked", "link", "optional",
    "effort_minutes", "body_sha256", "position", "since_revision", "gone_at", "uid",
)  # fmt: skip
"""What follows the id in a row of an item, and of those that a revision keeps."""


def course_document(db: sqlite3.Connection, course_id: int) -> CourseDoc:
    """Return all of a course, within a transaction or snapshot."""
    uid, title, own_title, source, kind, choices, place, scroll, *rest = db.execute(
        _COURSE, (course_id,)
    ).fetchone()
    opened_at, archived_at, removed_at, removed_source, revision = rest
    rows = db.execute(REVISIONS, (course_id,)).fetchall()
    names = names_of(rows)
    items = db.execute(ALL_ITEMS, (course_id,)).fetchall()
    uids = {row[0]: row[-1] for row in items}
    return {
        "uid": uid,
        "title": title,
        "own_title": own_title,
        "source": source,
        "kind": kind,
        "choices": json.loads(choices),
        "place": {"item": None if place is None else uids[place], "scroll": scroll},
        "opened_at": opened_at,
        "archived_at": archived_at,
        "removed_at": removed_at,
        "removed_source": removed_source,
        "settings": _settings(db, course_id),
        "revision": names[revision],
        "revisions": [_revision_document(row, names) for row in rows],
        "items": _item_documents(items, names),
        "notes": [
            {"item": item, "text": text, "updated_at": at}
            for item, text, at in db.execute(_NOTES, (course_id,))
        ],
        "drafts": [
            {"item": item, "text": text, "at": at} for item, text, at in _drafts(db, course_id)
        ],
        "events": _event_documents(db, course_id, {**uids_that_were(rows), **uids}),
    }


def names_of(rows: Iterable[Row]) -> dict[int, str]:
    """Return what each revision is called: by its time and text, which no two should share."""
    names: dict[int, str] = {}
    for revision, _, taken_at, sha256, *_ in rows:
        name, number = f"{taken_at} {sha256[:12]}", 1
        taken = set(names.values())
        while (name if number == 1 else f"{name} {number}") in taken:
            number += 1
        names[revision] = name if number == 1 else f"{name} {number}"
    return names


def _revision_document(row: Row, names: Mapping[int, str]) -> RevisionDoc:
    revision, updates, taken_at, sha256, title, source, choices, weeks, evidence, text, items = row
    return {
        "name": names[revision],
        "updates": None if updates is None else names[updates],
        "taken_at": taken_at,
        "sha256": sha256,
        "title": title,
        "source": source,
        "choices": json.loads(choices),
        "weeks": json.loads(weeks),
        "evidence": json.loads(evidence),
        "text": zlib.decompress(text).decode(),
        "items": None if items is None else _item_documents(_unpacked(items), names),
    }


def _unpacked(items: bytes) -> list[Row]:
    return [tuple(row) for row in json.loads(zlib.decompress(items))]


def _item_documents(rows: Sequence[Row], names: Mapping[int, str]) -> list[ItemDoc]:
    """Return items in reading order; those of one place by their names."""
    uids = {row[0]: row[-1] for row in rows}
    documents = [_item_document(row, uids, names) for row in rows]
    return sorted(documents, key=lambda item: (item["position"], item["uid"]))


def _item_document(row: Row, uids: Mapping[int, str], names: Mapping[int, str]) -> ItemDoc:
    values = dict(zip(ITEM_FIELDS, row[1:], strict=True))
    values["parent"] = None if values["parent"] is None else uids[values["parent"]]
    values["since_revision"] = names[values["since_revision"]]
    values["optional"] = bool(values["optional"])
    return cast("ItemDoc", {name: values[name] for name in ItemDoc.__annotations__})


def uids_that_were(rows: Iterable[Row]) -> dict[int, str]:
    """Return the uids, by number, of items that a revision had, the last one's last."""
    return {item[0]: item[-1] for row in rows if row[-1] for item in _unpacked(row[-1])}


def _event_documents(
    db: sqlite3.Connection, course_id: int, uids: Mapping[int, str]
) -> list[EventDoc]:
    rows = db.execute(EVENTS, (course_id,)).fetchall()
    names = {row[0]: row[1] for row in rows}
    return [
        {
            "uid": uid,
            "action": action,
            "item": uids[item],
            "at": at,
            "utc_offset": offset,
            "kind": kind,
            "value": named(kind, json.loads(value), uids),
            "undoes": None if undoes is None else names[undoes],
        }
        for _, uid, action, item, at, offset, kind, value, undoes in rows
    ]


def named(kind: str, value: dict[str, Any], names: Mapping[Any, object]) -> dict[str, Any]:
    """Return the value of an event with the other name of the item that it refers to, if any.

    A week that has left for good is nothing, as it is to the outline.
    """
    item = value.get(REFERS_TO_ITEM.value)
    if kind != REFERS_TO_ITEM.value or item is None:
        return value
    return {**value, REFERS_TO_ITEM.value: names.get(item)}


def _drafts(db: sqlite3.Connection, course_id: int) -> list[Row]:
    return db.execute(DRAFTS, (course_id,)).fetchall()


def _settings(db: sqlite3.Connection, course_id: int) -> dict[str, str]:
    rows = db.execute(
        "SELECT name, value FROM course_setting WHERE course = ? ORDER BY name", (course_id,)
    )
    return dict(rows.fetchall())


def course_number(db: sqlite3.Connection, uid: str) -> int | None:
    """Return the id of the course with a uid, if there is one; removed ones count."""
    row = db.execute("SELECT id FROM course WHERE uid = ?", (uid,)).fetchone()
    return None if row is None else row[0]
