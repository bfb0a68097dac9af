"""What was finished is read from the events, undos and marks of the file left out."""

import sqlite3
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from coursetracker.course.outline import State
from coursetracker.library.courses import Course, load_course
from coursetracker.library.finishings import ticks
from coursetracker.library.lost import attach
from coursetracker.library.record import record, undo
from coursetracker.progress.finishing import finishings, study_days
from coursetracker.progress.standings import Change, EventKind
from coursetracker.progress.streak import Habits
from library.course_samples import LATER, taken_in

TEXT = "# Bread\n\n- [x] Weigh\n- [ ] Stir\n- [ ] Fold\n- [ ] Bake\n"
TOKYO = timezone(timedelta(hours=9))


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return taken_in(db, TEXT)


def change(item: int, state: State) -> Change:
    return Change(item, EventKind.STATE, {"state": state.value})


def open_leaves(course: Course) -> list[int]:
    return [leaf.id for leaf in course.outline.leaves() if leaf.id not in course.standings]


def test_a_tick_has_the_time_of_the_zone_it_was_made_in(
    db: sqlite3.Connection, course: Course
) -> None:
    lesson = open_leaves(course)[0]
    at = LATER.astimezone(TOKYO)
    record(db, [change(lesson, State.DONE)], at)
    found = finishings(ticks(db, course.id))[lesson]
    assert found.at == at
    assert found.at.utcoffset() == timedelta(hours=9)
    assert found.studied


def test_an_undo_takes_a_finishing_away_and_redo_brings_it_back(
    db: sqlite3.Connection, course: Course
) -> None:
    lesson = open_leaves(course)[0]
    done = record(db, [change(lesson, State.DONE)], LATER)
    undone = undo(db, done.action, LATER + timedelta(days=1))
    assert lesson not in finishings(ticks(db, course.id))
    assert study_days(ticks(db), Habits()) == frozenset()
    undo(db, undone.action, LATER + timedelta(days=2))
    assert finishings(ticks(db, course.id))[lesson].at == LATER


def test_what_the_file_marks_is_done_but_not_studied(
    db: sqlite3.Connection, course: Course
) -> None:
    marked = {item for item, each in course.standings.items() if each.state is State.DONE}
    found = finishings(ticks(db, course.id))
    assert marked
    assert {item for item, tick in found.items() if not tick.studied} == marked


def test_finishings_are_those_of_the_standings(db: sqlite3.Connection, course: Course) -> None:
    first, second = open_leaves(course)[:2]
    record(db, [change(first, State.DONE), change(second, State.DONE)], LATER)
    record(db, [change(second, State.NOT_STARTED)], LATER)
    standings = load_course(db, course.id).standings
    done = {item: each.done_at for item, each in standings.items() if each.done_at}
    assert {item: tick.at for item, tick in finishings(ticks(db, course.id)).items()} == done


def test_what_is_attached_was_finished_when_it_was_done(
    db: sqlite3.Connection, course: Course
) -> None:
    lost, target = open_leaves(course)[:2]
    record(db, [change(lost, State.DONE)], LATER.astimezone(TOKYO))
    attach(db, lost, target, LATER + timedelta(days=9))
    found = finishings(ticks(db, course.id))
    assert lost not in found
    assert (found[target].at, found[target].studied) == (LATER, True)
    assert found[target].at.utcoffset() == timedelta(hours=9)
    assert len(study_days(ticks(db), Habits())) == 1


def test_what_is_attached_of_the_files_marks_stays_without_study(
    db: sqlite3.Connection, course: Course
) -> None:
    marked = next(item for item, each in course.standings.items() if each.state is State.DONE)
    target = open_leaves(course)[0]
    attach(db, marked, target, LATER)
    assert not finishings(ticks(db, course.id))[target].studied


def test_all_courses_are_read_together(db: sqlite3.Connection, course: Course) -> None:
    other = taken_in(db, TEXT, Path("/courses/other.md"))
    record(db, [change(open_leaves(course)[0], State.DONE)], LATER)
    record(db, [change(open_leaves(other)[0], State.DONE)], LATER + timedelta(days=1))
    assert len(study_days(ticks(db), Habits())) == 2
    assert len(study_days(ticks(db, other.id), Habits())) == 1
