"""A library of the first versions knew one score of each assessment: it becomes an attempt."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.library import database
from coursetracker.library.database import open_database, user_version
from coursetracker.library.rows import (
    EVENTS,
    STANDINGS,
    event_of,
    event_row,
    standings_of,
)
from coursetracker.progress.standings import Event, EventKind, cancelled, fold_all

BEFORE = 8
"""The last schema with a score."""
START = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
EXAM, LESSON = 1, 2

Did = tuple[str, float | None, int]
"""A score, None for its being cleared, or the undo of an earlier event; and the hours from UTC."""
did: st.SearchStrategy[Did] = st.tuples(
    st.sampled_from(["score", "score", "undo"]),
    st.none() | st.sampled_from([0.0, 55.5, 100.0]),
    st.integers(-12, 14),
)


def told(doings: Sequence[Did], item: int, first: int) -> list[Event]:
    events: list[Event] = []
    for number, (what, score, hours) in enumerate(doings, first):
        at = (START + timedelta(hours=number)).astimezone(timezone(timedelta(hours=hours)))
        undoes = first + int(score or 0) % len(events) if what == "undo" and events else None
        kind = EventKind.SCORE if undoes is None else EventKind.UNDO
        value: dict[str, object] = {"score": score} if undoes is None else {}
        events.append(Event(number, f"u{number}", item, at, kind, value, undoes, f"a{number}"))
    at, last = events[-1].at, first + len(events)
    weighed: dict[str, object] = {"weight": 2.0}
    weighs = Event(last, f"u{last}", item, at, EventKind.WEIGHT, weighed, None, f"a{last}")
    return [*events, weighs]


def score_then(events: Sequence[Event]) -> object:
    """Return the score that events added up to in the first versions."""
    gone = cancelled(events)
    left = [e for e in events if e.kind is EventKind.SCORE and e.id not in gone]
    return left[-1].value["score"] if left else None


@contextmanager
def migrations_until(number: int) -> Iterator[None]:
    """Let only the migrations up to a number be there."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        for script in database.MIGRATIONS.glob("*.sql"):
            if int(script.name[:4]) <= number:
                shutil.copy(script, folder)
        patch.setattr(database, "MIGRATIONS", folder)
        yield


def fill(db: sqlite3.Connection, histories: Sequence[Sequence[Event]]) -> None:
    with db:
        db.execute("BEGIN")
        db.execute(
            "INSERT INTO course (id, uid, title, source, kind, opened_at)"
            " VALUES (1, 'c', 'Course', '/c.md', 'file', '')"
        )
        db.execute(
            "INSERT INTO revision (id, course, taken_at, sha256, title, source, choices, weeks,"
            " evidence, text) VALUES (1, 1, '', '', '', '', '{}', '[]', '[]', x'')"
        )
        for events in histories:
            item = events[0].item
            db.execute(
                "INSERT INTO item (id, uid, course, position, kind, title, line, end_line, marked,"
                " optional, body_sha256, since_revision)"
                " VALUES (?, ?, 1, ?, 'assessment', 'Exam', 1, 2, 'not started', 0, '', 1)",
                (item, f"i{item}", item),
            )
            db.executemany(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(event_row, events)
            )
            db.execute(
                "INSERT INTO standing (item, state, score, weight) VALUES (?, 'not started', ?, 2)",
                (item, score_then(events)),
            )


@settings(max_examples=60, deadline=None)
@given(st.lists(did, min_size=1, max_size=8), st.lists(did, min_size=1, max_size=4))
def test_a_score_becomes_the_attempt_that_its_event_says(one: list[Did], two: list[Did]) -> None:
    histories = [told(one, EXAM, 1), told(two, LESSON, 101)]
    with TemporaryDirectory() as name:
        with migrations_until(BEFORE), closing(open_database(Path(name))) as old:
            fill(old, histories)
        with closing(open_database(Path(name))) as db:
            assert user_version(db) > BEFORE
            events = [event_of(row) for row in db.execute(EVENTS + "ORDER BY id")]
            assert standings_of(db.execute(STANDINGS)) == fold_all(events)
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
