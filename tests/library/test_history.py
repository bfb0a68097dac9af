"""The history is read in pages, and any of it can be taken back and done again."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import State
from coursetracker.library import history
from coursetracker.library.courses import Course, CourseKind, add_course, load_course
from coursetracker.library.database import open_database
from coursetracker.library.record import record, redo, undo
from coursetracker.library.rows import EVENTS, event_of
from coursetracker.problems import Problem
from coursetracker.progress.past import Entry
from coursetracker.progress.standings import Change, EventKind, Standing, fold_all
from library.course_samples import LATER, NOW, OUTLINE, source


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)


@pytest.fixture
def lesson(course: Course) -> int:
    return course.outline.items[4].id


def mark(item: int, state: State) -> Change:
    return Change(item, EventKind.STATE, {"state": state.value})


def standing(db: sqlite3.Connection, course: Course, item: int) -> Standing:
    return load_course(db, course.id).standings.get(item, Standing())


def all_pages(db: sqlite3.Connection, course: Course) -> list[Entry]:
    found: list[Entry] = []
    while page := history.page(db, course.id, found[-1].events[0].id if found else None):
        found += page
    return found


def test_an_action_is_one_entry_with_the_titles_of_its_items(
    db: sqlite3.Connection, course: Course
) -> None:
    items = [item.id for item in course.outline.items[2:4]]
    record(db, [mark(item, State.SKIPPED) for item in items], LATER)

    last, first = history.page(db, course.id)

    assert dict(last.titles) == dict(zip(items, ["Amasar", "Reposar"], strict=True))
    assert (last.at, last.taken_back_at, last.item) == (LATER, None, items[0])
    assert {event.value["from"] for event in first.events} == {"file"}


def test_times_are_those_of_where_the_learner_was(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    record(db, [mark(lesson, State.DONE)], NOW)

    assert history.page(db, course.id)[0].at.utcoffset() == NOW.utcoffset()


def test_what_was_taken_back_says_when_and_what_was_done_again_holds(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    action = record(db, [mark(lesson, State.DONE)], NOW).action
    undo(db, action, LATER)
    assert history.page(db, course.id)[0].taken_back_at == LATER

    redone = redo(db, action, LATER)
    assert history.page(db, course.id)[0].taken_back_at is None
    assert redone.standings[lesson].state is State.DONE

    undo(db, redone.action, LATER)
    assert history.page(db, course.id)[0].taken_back_at == LATER
    assert len(history.page(db, course.id)) == 2


def test_an_older_entry_is_taken_back_under_newer_ones_of_the_same_item(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    begun = record(db, [mark(lesson, State.IN_PROGRESS)], NOW).action
    done = record(db, [mark(lesson, State.DONE)], LATER).action

    undo(db, begun, LATER + timedelta(days=1))
    now = standing(db, course, lesson)
    assert (now.state, now.started_at, now.done_at) == (State.DONE, LATER, LATER)

    undo(db, done, LATER + timedelta(days=1))
    assert standing(db, course, lesson) == Standing()
    redo(db, begun, LATER + timedelta(days=2))
    assert standing(db, course, lesson).state is State.IN_PROGRESS


def test_what_holds_cannot_be_done_again_nor_what_is_not_there(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    action = record(db, [mark(lesson, State.DONE)], NOW).action

    with pytest.raises(Problem, match="already been redone"):
        redo(db, action, LATER)
    with pytest.raises(Problem, match="not in the library any more"):
        redo(db, "no such action", LATER)


def test_a_page_ends_with_a_whole_action(
    db: sqlite3.Connection, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [item.id for item in course.outline.items]
    for state in State:
        record(db, [mark(item, state) for item in items], LATER)
    monkeypatch.setattr(history, "PAGE", 3)

    page = history.page(db, course.id)

    assert [len(entry.events) for entry in page] == [5]
    assert [len(entry.events) for entry in all_pages(db, course)] == [5, 5, 5, 5, 2]


def test_only_what_is_new_or_otherwise_comes_after_an_event(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    first = record(db, [mark(lesson, State.DONE)], NOW).action
    record(db, [mark(lesson, State.SKIPPED)], NOW)
    last = history.newest_event(db)

    undone = undo(db, first, LATER)
    fresh = record(db, [mark(lesson, State.IN_PROGRESS)], LATER).action
    told = history.since(db, course.id, last)
    assert [(each.action, each.taken_back_at) for each in told] == [(fresh, None), (first, LATER)]

    last = history.newest_event(db)
    undo(db, undone.action, LATER)
    assert [each.action for each in history.since(db, course.id, last)] == [first]
    assert history.since(db, course.id, history.newest_event(db)) == []


def test_other_courses_have_histories_of_their_own(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    other = add_course(db, source(Path("/courses/other.md")), OUTLINE, kind=CourseKind.FILE, at=NOW)
    record(db, [mark(lesson, State.DONE)], LATER)

    assert len(history.page(db, course.id)) == 2
    assert len(history.page(db, other.id)) == 1
    assert history.since(db, other.id, 0) == history.page(db, other.id)


STEPS = st.tuples(st.sampled_from(["mark", "undo", "redo"]), st.integers(0, 20))


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=14), st.integers(1, 5))
def test_pages_tell_all_that_was_done_and_which_of_it_holds(
    steps: list[tuple[str, int]], size: int
) -> None:
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        course = add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
        holds: dict[str, bool] = {history.page(db, course.id)[0].action: True}
        for what, number in steps:
            _do(db, course, what, number, holds)
        before, history.PAGE = history.PAGE, size
        try:
            told = all_pages(db, course)
        finally:
            history.PAGE = before
        assert {each.action: each.taken_back_at is None for each in told} == holds
        assert [each.action for each in told] == list(reversed(holds))
        events = [event_of(row) for row in db.execute(EVENTS + "ORDER BY id")]
        assert dict(load_course(db, course.id).standings) == fold_all(events)


def _do(
    db: sqlite3.Connection, course: Course, what: str, number: int, holds: dict[str, bool]
) -> None:
    """Mark one or two items, or take an action back, or do it again where it was."""
    if what == "mark":
        items = course.outline.items[number % 4 :][: 1 + number % 2]
        state = list(State)[number % 4]
        holds[record(db, [mark(item.id, state) for item in items], NOW).action] = True
        return
    action = list(holds)[number % len(holds)]
    if what == "undo" and holds[action]:
        undo(db, action, LATER)
        holds[action] = False
    elif what == "redo" and not holds[action]:
        redo(db, action, LATER)
        holds[action] = True
