"""Notes are drafts while they are typed, then events; nothing that was typed is lost."""

import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coursetracker.library.courses import Course, CourseKind, add_course, load_course
from coursetracker.library.database import open_database
from coursetracker.library.notes import drafts, keep_draft, note, notes, settle
from coursetracker.library.record import record, undo
from coursetracker.library.rows import EVENTS, STANDINGS, event_of, standings_of
from coursetracker.problems import Problem
from coursetracker.progress.standings import EventKind, fold_all, note_text, noted
from library.course_samples import LAST, LATER, NOW, OUTLINE, source, tick


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)


@pytest.fixture
def lesson(course: Course) -> int:
    return course.outline.items[4].id


def write(db: sqlite3.Connection, item: int, text: str) -> str:
    keep_draft(db, item, text, NOW)
    recorded = settle(db, item, LATER)
    assert recorded is not None
    return recorded.action


def test_what_is_typed_is_there_before_it_is_a_note(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    keep_draft(db, lesson, "Knea", NOW)
    keep_draft(db, lesson, "Knead well", NOW)

    assert (note(db, lesson), drafts(db, course.id)) == ("Knead well", (lesson,))
    assert notes(db, course.id) == {}
    assert not load_course(db, course.id).standings.get(lesson)


def test_a_draft_becomes_one_event_and_the_note(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    keep_draft(db, lesson, "Knead", NOW)
    keep_draft(db, lesson, "Knead well", NOW)
    recorded = settle(db, lesson, LATER)

    assert recorded is not None
    assert recorded.standings[lesson].has_note
    assert load_course(db, course.id).standings[lesson].has_note
    assert (notes(db, course.id), drafts(db, course.id)) == ({lesson: "Knead well"}, ())
    found = [event_of(row) for row in db.execute(EVENTS + "WHERE item = ?", (lesson,))]
    assert [(each.kind, each.value) for each in found] == [(EventKind.NOTE, {"note": "Knead well"})]
    assert db.execute("SELECT updated_at FROM note").fetchone() == (
        "2026-03-02T08:00:00.000000+00:00",
    )


@pytest.mark.parametrize("typed", ["", " \n\t\n"])
def test_blank_text_is_no_note(
    db: sqlite3.Connection, course: Course, lesson: int, typed: str
) -> None:
    write(db, lesson, "Knead")
    write(db, lesson, typed)

    assert notes(db, course.id) == {}
    assert not load_course(db, course.id).standings[lesson].has_note


def test_what_was_typed_and_taken_out_again_is_no_action(
    db: sqlite3.Connection, lesson: int
) -> None:
    write(db, lesson, "Knead")
    keep_draft(db, lesson, "Knead", NOW)

    assert settle(db, lesson, LATER) is None
    assert settle(db, lesson, LATER) is None
    assert db.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_edits_are_taken_back_one_by_one_and_made_again(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    first, second = write(db, lesson, "one"), write(db, lesson, "two")

    undone = undo(db, second, LAST).action
    assert notes(db, course.id) == {lesson: "one"}
    gone = undo(db, first, LAST)
    assert (notes(db, course.id), gone.standings[lesson].has_note) == ({}, False)
    undo(db, gone.action, LAST)
    undo(db, undone, LAST)
    assert notes(db, course.id) == {lesson: "two"}


def test_undoing_a_tick_leaves_the_note_alone(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    write(db, lesson, "one")
    action = record(db, [tick(lesson)], NOW).action
    write(db, lesson, "two")

    assert undo(db, action, LAST).standings[lesson].has_note
    assert notes(db, course.id) == {lesson: "two"}


def test_a_draft_that_cannot_be_settled_stays(
    db: sqlite3.Connection, folder: Path, lesson: int
) -> None:
    keep_draft(db, lesson, "Knead", NOW)
    db.execute("PRAGMA busy_timeout = 1")
    with closing(open_database(folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Problem, match="using the library"):
            settle(db, lesson, LATER)
        other.execute("ROLLBACK")

    assert note(db, lesson) == "Knead"
    assert settle(db, lesson, LATER) is not None


# A killed program

TYPING = """
import sys
from datetime import datetime
from pathlib import Path
from coursetracker.library.database import open_database
from coursetracker.library.notes import keep_draft

db = open_database(Path(sys.argv[1]))
text = ""
while True:
    text += "ñ "
    keep_draft(db, int(sys.argv[2]), text, datetime.now().astimezone())
    print(len(text), flush=True)
"""


def test_a_draft_outlives_the_program(
    db: sqlite3.Connection, folder: Path, course: Course, lesson: int
) -> None:
    db.close()
    command = [sys.executable, "-c", TYPING, str(folder), str(lesson)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(25)]
        process.send_signal(signal.SIGKILL)

    with closing(open_database(folder)) as again:
        text = note(again, lesson)
        assert len(text) >= told[-1]
        assert set(text.split()) == {"ñ"}
        assert settle(again, lesson, LATER) is not None
        assert notes(again, course.id) == {lesson: text}


# All of it, against what a dictionary would hold

TEXTS = st.text("añ\n \U0001f600", max_size=6)
ITEMS = st.integers(0, 4)


class Noting(RuleBasedStateMachine):
    """Types, stops typing, kills the program and undoes, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.db = self.opened()
        self.course = add_course(self.db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
        self.typed: dict[int, str] = {}
        self.kept: dict[int, str] = {}
        self.actions: list[tuple[str, int, str | None, str | None]] = []
        self.undone: list[tuple[str, int, str | None, str | None]] = []

    def opened(self) -> sqlite3.Connection:
        db = open_database(Path(self.folder.name))
        db.execute("PRAGMA synchronous = OFF")
        return db

    def item(self, which: int) -> int:
        return self.course.outline.items[which].id

    def set(self, item: int, text: str | None) -> None:
        if text is None:
            self.kept.pop(item, None)
        else:
            self.kept[item] = text

    @rule(which=ITEMS, text=TEXTS)
    def type(self, which: int, text: str) -> None:
        keep_draft(self.db, self.item(which), text, NOW)
        self.typed[self.item(which)] = text

    @rule()
    def stop_typing(self) -> None:
        for item in drafts(self.db, self.course.id):
            typed = self.typed.pop(item)
            text = typed if typed.strip() else None
            before = self.kept.get(item)
            recorded = settle(self.db, item, NOW)
            assert (recorded is None) == (text == before)
            if recorded is not None:
                self.actions.append((recorded.action, item, before, text))
                self.undone.clear()
                self.set(item, text)

    @precondition(lambda self: self.actions)
    @rule()
    def undo(self) -> None:
        action, item, before, text = self.actions.pop()
        again = undo(self.db, action, NOW).action
        self.undone.append((again, item, before, text))
        self.set(item, before)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        action, item, before, text = self.undone.pop()
        again = undo(self.db, action, NOW).action
        self.actions.append((again, item, before, text))
        self.set(item, text)

    @rule()
    def kill(self) -> None:
        self.db.close()
        self.db = self.opened()

    @invariant()
    def is_as_a_dictionary_has_it(self) -> None:
        assert notes(self.db, self.course.id) == self.kept
        for each in self.course.outline.items:
            shown = self.typed.get(each.id, self.kept.get(each.id, ""))
            assert note(self.db, each.id) == shown
        events = [event_of(row) for row in self.db.execute(EVENTS + "ORDER BY id")]
        folded = {item: note_text(event) for item, event in noted(events).items()}
        assert {item: text for item, text in folded.items() if text is not None} == self.kept
        assert standings_of(self.db.execute(STANDINGS)) == fold_all(events)

    def teardown(self) -> None:
        self.db.close()
        self.folder.cleanup()


TestNoting = Noting.TestCase
TestNoting.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
