"""Whatever an author does to a course, and however often: nothing of the learner's is lost."""

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import State
from coursetracker.library.courses import Course, load_course
from coursetracker.library.database import open_database
from coursetracker.library.record import record
from coursetracker.library.rows import EVENTS, STANDINGS, event_of, standings_of
from coursetracker.library.updates import apply_again, take_back
from coursetracker.progress.standings import Change, EventKind, fold_all
from library.course_samples import LAST, LATER, PATH, taken_in, tick, updated

TITLES = ["Lists", "Slices", "Classes of things", "Pointers", "Exam", "Week 1", "Ñandú"]
"""So few that they repeat."""

TABLES = {
    "course": "SELECT id, title, source, revision FROM course ORDER BY id",
    "item": "SELECT * FROM item ORDER BY id",
    "event": "SELECT * FROM event ORDER BY id",
    "standing": "SELECT * FROM standing ORDER BY item",
    "note": "SELECT * FROM note ORDER BY item",
}

Rows = dict[str, list[tuple[object, ...]]]
Did = tuple[int, int]
"""What the learner did: which item, and what."""


# Courses and edits


LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["## ", "### ", "- [ ] ", "- [ ] ", "- [x] ", "- [-] "]),
    st.sampled_from(TITLES),
    st.sampled_from(["", "", "\n\n  Some text.", "\n\n  Other words than those."]),
)
EDITS = st.tuples(
    st.sampled_from(["take out", "put in", "put in", "write over", "move", "swap"]),
    st.integers(0, 11),
    st.integers(0, 11),
    LINES,
)


def edited(lines: Sequence[str], edits: Sequence[tuple[str, int, int, str]]) -> list[str]:
    lines = list(lines)
    for what, at, to, new in edits:
        one, other = at % (len(lines) + 1), to % (len(lines) + 1)
        if what == "put in" or max(one, other) == len(lines):
            lines.insert(one, new)
        elif what == "take out":
            del lines[one]
        elif what == "write over":
            lines[one] = new
        elif what == "move":
            lines.insert(other, lines.pop(one))
        else:
            lines[one], lines[other] = lines[other], lines[one]
    return lines


@st.composite
def editions(draw: st.DrawFn) -> list[str]:
    """Return a course and one to three editions of it."""
    lines = draw(st.lists(LINES, min_size=1, max_size=10))
    texts = [lines]
    for _ in range(draw(st.integers(1, 3))):
        lines = edited(lines, draw(st.lists(EDITS, max_size=5)))
        texts.append(lines)
    return ["# Course\n\n" + "\n\n".join(each) + "\n" for each in texts]


def unmarked(texts: Sequence[str]) -> list[str]:
    """Return the texts so that no edition but the first marks anything.

    What a file marks of a new lesson is kept as if the learner had said it, for good.
    """
    first, *later = texts
    return [first, *(text.replace("[x]", "[ ]").replace("[-]", "[ ]") for text in later)]


TRIED: Mapping[str, object] = {"taken": [["2026-03-01", 71.5]], "dropped": []}
did = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3)), max_size=5)


def act(db: sqlite3.Connection, course: Course, doings: Sequence[Did]) -> None:
    for which, what in doings if course.outline.items else ():
        item = course.outline.items[which % len(course.outline.items)]
        if what == 0:
            record(db, [Change(item.id, EventKind.ATTEMPTS, TRIED)], LATER)
        elif what == 1:
            record(db, [Change(item.id, EventKind.NOTE, {"note": "A note"})], LATER)
        else:
            state = State.DONE if what == 2 else State.IN_PROGRESS
            record(db, [tick(item.id, state, item.body_sha256)], LATER)


# The library


@contextmanager
def library() -> Iterator[sqlite3.Connection]:
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        db.execute("PRAGMA synchronous = OFF")  # it need not outlive the power
        yield db


def kept(db: sqlite3.Connection) -> Rows:
    return {table: db.execute(query).fetchall() for table, query in TABLES.items()}


def assert_sound(db: sqlite3.Connection, course: Course) -> None:
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    events = [event_of(row) for row in db.execute(EVENTS + "ORDER BY id")]
    assert standings_of(db.execute(STANDINGS)) == fold_all(events)
    present = db.execute("SELECT id FROM item WHERE gone_at IS NULL ORDER BY position").fetchall()
    assert [item.id for item in course.outline.items] == [item for (item,) in present]
    assert load_course(db, course.id) == course


def assert_nothing_lost(was: Rows, now: Rows) -> None:
    """Check that all items, notes and events are there that were, the latter as they were."""
    names = {row[:2] for row in was["item"]}
    assert names <= {row[:2] for row in now["item"]}
    assert now["event"][: len(was["event"])] == was["event"]
    assert now["note"] == was["note"]
    assert set(was["standing"]) <= set(now["standing"])


@settings(max_examples=40, deadline=None)
@given(editions(), did, did)
def test_no_update_loses_anything(texts: list[str], doings: list[Did], since: list[Did]) -> None:
    with library() as db:
        course = taken_in(db, texts[0])
        act(db, course, doings)
        for text in texts[1:]:
            was = kept(db)
            course = updated(db, load_course(db, course.id), text)
            assert_nothing_lost(was, kept(db))
            assert_sound(db, course)
            act(db, course, since)


@settings(max_examples=40, deadline=None)
@given(editions(), did, did)
def test_no_way_back_loses_anything(texts: list[str], doings: list[Did], since: list[Did]) -> None:
    with library() as db:
        course = taken_in(db, texts[0])
        act(db, course, doings)
        was = kept(db)
        for text in texts[1:]:
            course = updated(db, load_course(db, course.id), text)
            act(db, course, since)
        done = kept(db)
        for _ in texts[1:]:
            course = take_back(db, course.id, LAST)
            assert_sound(db, course)

        now = kept(db)
        assert set(was["item"]) <= set(now["item"])
        assert all(now[table] == done[table] for table in ("event", "standing", "note"))
        for _ in texts[1:]:
            course = apply_again(db, course.id, LAST)
            assert_sound(db, course)
        assert kept(db) == done


@settings(max_examples=40, deadline=None)
@given(editions().map(unmarked), did)
def test_all_updates_taken_back_are_as_none_at_all(texts: list[str], doings: list[Did]) -> None:
    with library() as db:
        course = taken_in(db, texts[0])
        act(db, course, doings)
        states = [kept(db)]
        for text in texts[1:]:
            course = updated(db, load_course(db, course.id), text)
            states.append(kept(db))

        for was in reversed(states[:-1]):
            take_back(db, course.id, LAST)
            assert kept(db) == was
        for was in states[1:]:
            apply_again(db, course.id, LAST)
            assert kept(db) == was


@settings(max_examples=30, deadline=None)
@given(editions().map(unmarked), did)
def test_a_course_that_came_meanwhile_is_left_alone(texts: list[str], doings: list[Did]) -> None:
    with library() as db:
        course = updated(db, taken_in(db, texts[0]), texts[1])
        lines = shown(db, course)
        take_back(db, course.id, LAST)
        other = taken_in(db, texts[-1], PATH.with_name("other.md"))
        act(db, other, doings)
        other = load_course(db, other.id)

        again = apply_again(db, course.id, LAST)

        assert shown(db, again) == lines
        assert load_course(db, other.id) == other
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def shown(db: sqlite3.Connection, course: Course) -> list[tuple[object, ...]]:
    """Return a course's items by their names, as ids may have been given away."""
    names = dict(db.execute("SELECT id, uid FROM item").fetchall())
    return [
        (names[item.id], item.parent and names[item.parent], item.title, item.line, item.week)
        for item in course.outline.items
    ]
