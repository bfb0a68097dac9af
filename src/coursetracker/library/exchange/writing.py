"""A document as a course of the database."""

import json
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from itertools import chain, count, takewhile
from typing import Any

from coursetracker.library.exchange.document import (
    CourseDoc,
    EventDoc,
    ItemDoc,
    events_of,
    notes_of,
)
from coursetracker.library.exchange.reading import (
    EVENTS,
    ITEM_FIELDS,
    REVISIONS,
    course_number,
    named,
    names_of,
    uids_that_were,
)
from coursetracker.library.revisions import next_id
from coursetracker.library.rows import Row, event_row, standing_row
from coursetracker.library.updates import CHANGE_ITEM, INSERT_ITEM
from coursetracker.progress.standings import fold_all


def write_course(db: sqlite3.Connection, course: CourseDoc) -> int:
    """Make the course of this uid be just this, within a transaction, and return its id.

    What is there already keeps its numbers in the database; of the events, those up to the first
    that is another. A file that belongs to another course stays with that one.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")
    course_id = _course_row(db, course)
    known = names_of(db.execute(REVISIONS, (course_id,)).fetchall())
    items = _numbered_items(db, course_id, course)
    revisions = _write_revisions(db, course_id, course, known, items)
    db.execute(
        "UPDATE course SET revision = ?, place_item = NULL WHERE id = ?",
        (revisions[course["revision"]], course_id),
    )
    _write_items(db, course_id, course, items, revisions)
    left = [number for number, name in known.items() if name not in revisions]
    db.execute("DELETE FROM revision WHERE id IN (SELECT value FROM json_each(?))", (str(left),))
    place = course["place"]["item"]
    db.execute("UPDATE course SET place_item = ? WHERE id = ?", (place and items[place], course_id))
    _write_events(db, course_id, course["events"], items)
    _write_notes(db, course_id, course, items)
    db.execute("DELETE FROM course_setting WHERE course = ?", (course_id,))
    db.executemany(
        "INSERT INTO course_setting VALUES (?, ?, ?)",
        ((course_id, name, value) for name, value in course["settings"].items()),
    )
    return course_id


def _course_row(db: sqlite3.Connection, course: CourseDoc) -> int:
    """Write what the course itself is, but its revision and place, and return its id."""
    number = course_number(db, course["uid"])
    course_id = next_id(db, "SELECT max(id) FROM course") if number is None else number
    key, uid = course["source"], course["uid"]
    owner = db.execute(
        "SELECT 1 FROM course WHERE source = ? AND id <> ?", (key, course_id)
    ).fetchone()
    values = (
        course["title"],
        course["own_title"],
        key if owner is None else f"{key} ({uid[:8]})",
        course["kind"],
        json.dumps(course["choices"], ensure_ascii=False),
        course["place"]["scroll"],
        course["opened_at"],
        course["archived_at"],
        course["removed_at"],
        course["removed_source"],
    )
    if number is None:
        db.execute(
            "INSERT INTO course (id, uid, title, source, kind, opened_at)"
            " VALUES (?, ?, '', ?, 'file', '')",
            (course_id, uid, uid),
        )
    db.execute(
        "UPDATE course SET (title, own_title, source, kind, choices, place_scroll, opened_at,"
        " archived_at, removed_at, removed_source) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?",
        (*values, course_id),
    )
    return course_id


def _numbered_items(db: sqlite3.Connection, course_id: int, course: CourseDoc) -> dict[str, int]:
    """Return the numbers of all items, those included that only a revision remembers.

    The latter keep theirs where no other item has it by now: events may refer to them.
    """
    rows = db.execute(REVISIONS, (course_id,)).fetchall()
    before = {uid: number for number, uid in uids_that_were(rows).items()}
    present = dict(db.execute("SELECT uid, id FROM item WHERE course = ?", (course_id,)))
    used = {number for (number,) in db.execute("SELECT id FROM item")}
    free = max([0, *used, *before.values()]) + 1
    numbers: dict[str, int] = {}
    wanted = [item["uid"] for item in course["items"]]
    wanted += [item["uid"] for each in course["revisions"] for item in each["items"] or ()]
    for uid in wanted:
        if uid in numbers:
            continue
        number = present.get(uid)
        if number is None and before.get(uid, free) not in used:
            number = before.get(uid)
        if number is None:
            number, free = free, free + 1
        used.add(number)
        numbers[uid] = number
    return numbers


def _write_revisions(
    db: sqlite3.Connection,
    course_id: int,
    course: CourseDoc,
    known: Mapping[int, str],
    items: Mapping[str, int],
) -> dict[str, int]:
    """Write the revisions and return their numbers."""
    numbers = {name: number for number, name in known.items()}
    free = next_id(db, "SELECT max(id) FROM revision")
    revisions: dict[str, int] = {}
    for each in course["revisions"]:
        name = each["name"]
        revisions[name] = numbers.get(name, free)
        if name not in numbers:
            free += 1
            db.execute(
                "INSERT INTO revision (id, course, updates, taken_at, sha256, title, source,"
                " choices, weeks, evidence, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    revisions[name],
                    course_id,
                    None if each["updates"] is None else revisions[each["updates"]],
                    each["taken_at"],
                    each["sha256"],
                    each["title"],
                    each["source"],
                    json.dumps(each["choices"], ensure_ascii=False),
                    json.dumps(each["weeks"], ensure_ascii=False),
                    json.dumps(each["evidence"], ensure_ascii=False),
                    zlib.compress(each["text"].encode()),
                ),
            )
        db.execute(
            "UPDATE revision SET items = ? WHERE id = ?",
            (_packed(each["items"], items, revisions), revisions[name]),
        )
    return revisions


def _packed(
    documents: Sequence[ItemDoc] | None, items: Mapping[str, int], revisions: Mapping[str, int]
) -> bytes | None:
    if documents is None:
        return None
    rows = [_item_row(each, items, revisions) for each in documents]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 1)


def _item_row(item: ItemDoc, items: Mapping[str, int], revisions: Mapping[str, int]) -> Row:
    parent, since = item["parent"], item["since_revision"]
    values: dict[str, Any] = {
        **item,
        "parent": None if parent is None else items[parent],
        "since_revision": revisions[since],
        "optional": int(item["optional"]),
    }
    return (items[item["uid"]], *(values[name] for name in ITEM_FIELDS))


def _write_items(
    db: sqlite3.Connection,
    course_id: int,
    course: CourseDoc,
    items: Mapping[str, int],
    revisions: Mapping[str, int],
) -> None:
    """Write the items; those of the course that are none of them go, after all have moved."""
    present = {i for (i,) in db.execute("SELECT id FROM item WHERE course = ?", (course_id,))}
    rows = [_item_row(item, items, revisions) for item in course["items"]]
    db.executemany(INSERT_ITEM, ((course_id, *row) for row in rows if row[0] not in present))
    db.executemany(CHANGE_ITEM, ((*row[1:], row[0]) for row in rows if row[0] in present))
    left = present - {row[0] for row in rows}
    db.execute("DELETE FROM item WHERE id IN (SELECT value FROM json_each(?))", (str([*left]),))


def _write_events(
    db: sqlite3.Connection,
    course_id: int,
    documents: Sequence[EventDoc],
    items: Mapping[str, int],
) -> None:
    """Write the events behind those that stay, and what all of them add up to."""
    rows = db.execute(EVENTS, (course_id,)).fetchall()
    pairs = zip(rows, documents, strict=False)
    kept = [row[0] for row, _ in takewhile(lambda pair: pair[0][1] == pair[1]["uid"], pairs)]
    db.execute(
        "DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([row[0] for row in rows[len(kept) :]]),),
    )
    numbered: list[EventDoc] = [
        {**each, "value": named(each["kind"], each["value"], items)} for each in documents
    ]
    ids = chain(kept, count(next_id(db, "SELECT max(id) FROM event")))
    events = events_of(numbered, items, ids)
    db.executemany(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(event_row, events[len(kept) :])
    )
    db.execute(
        "DELETE FROM standing WHERE item IN (SELECT id FROM item WHERE course = ?)", (course_id,)
    )
    for item, standing in fold_all(events).items():
        row = standing_row(item, standing)
        places = ", ".join("?" * len(row))
        db.execute(f"INSERT INTO standing VALUES ({places})", row)  # noqa: S608


def _write_notes(
    db: sqlite3.Connection, course_id: int, course: CourseDoc, items: Mapping[str, int]
) -> None:
    """Write what is noted, as the events tell, and what is being typed."""
    of_course = "WHERE item IN (SELECT id FROM item WHERE course = ?)"
    db.execute(f"DELETE FROM note {of_course}", (course_id,))  # noqa: S608  ours, as below
    db.executemany(
        "INSERT INTO note (item, text, updated_at) VALUES (?, ?, ?)",
        (
            (items[each["item"]], each["text"], each["updated_at"])
            for each in notes_of(course["notes"], course["events"])
        ),
    )
    db.execute(f"DELETE FROM draft {of_course}", (course_id,))  # noqa: S608
    db.executemany(
        "INSERT INTO draft (item, text, at) VALUES (?, ?, ?)",
        ((items[each["item"]], each["text"], each["at"]) for each in course["drafts"]),
    )
