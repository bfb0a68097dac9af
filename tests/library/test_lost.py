"""What the learner did with lessons that left is listed, and can be given to others."""

import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from coursetracker.course.outline import State
from coursetracker.library.courses import Course, load_course
from coursetracker.library.lost import attach, letting_go, lost_items
from coursetracker.library.record import record, undo
from coursetracker.library.rows import STANDINGS, standings_of
from coursetracker.library.updates import apply_again, take_back
from coursetracker.problems import Problem
from coursetracker.progress.lost import LostItem
from coursetracker.progress.standings import Attempt, Change, EventKind, Standing
from library.course_samples import LAST, LATER, NOW, number, taken_in, tick, updated

OLD = """\
# Python
## Week 1: Start
### Basics
- [ ] Install Python
- [ ] First program
- [ ] Generators
### Lists
- [ ] Slices
"""
NEW = OLD.replace("- [ ] Generators\n", "")


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return taken_in(db, OLD)


@pytest.fixture
def lost(course: Course) -> int:
    """Return the lesson that leaves with the update."""
    return number(course, "Generators")


@pytest.fixture
def target(course: Course) -> int:
    return number(course, "Slices")


FACTS = {
    EventKind.SCORE: 71.0,
    EventKind.PASS_MARK: 60.0,
    EventKind.WEIGHT: 2.0,
    EventKind.DUE_ON: "2026-05-01",
    EventKind.OPTIONAL: True,
}


def tried(score: float, at: datetime = NOW) -> tuple[Attempt, ...]:
    return (Attempt(at.date(), score),)


def fact(item: int, kind: EventKind, value: object) -> Change:
    return Change(item, kind, {kind.value: value})


def keep_note(db: sqlite3.Connection, item: int, text: str = "A note") -> None:
    record(db, [Change(item, EventKind.NOTE, {"note": text})], NOW)


def notes(db: sqlite3.Connection) -> list[tuple[int, str]]:
    return db.execute("SELECT item, text FROM note ORDER BY item").fetchall()


def standing(db: sqlite3.Connection, item: int) -> Standing:
    return standings_of(db.execute(STANDINGS)).get(item, Standing())


def events(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    return db.execute("SELECT * FROM event ORDER BY id").fetchall()


def titles(db: sqlite3.Connection, course: Course) -> list[str]:
    return [each.item.title for each in lost_items(db, course.id)]


# What is listed


def test_in_a_course_that_was_never_updated_nothing_is_lost(
    db: sqlite3.Connection, course: Course
) -> None:
    record(db, [tick(item.id) for item in course.outline.leaves()], NOW)

    assert lost_items(db, course.id) == ()


def test_a_lesson_that_left_is_listed_with_all_it_carries(
    db: sqlite3.Connection, course: Course, lost: int
) -> None:
    record(db, [tick(lost), fact(lost, EventKind.SCORE, 71.0)], NOW)
    updated(db, course, NEW)

    assert lost_items(db, course.id) == (
        LostItem(
            course.outline.item(lost),
            Standing(State.DONE, NOW, NOW, "b0d1", attempts=tried(71.0)),
            above=("Week 1: Start", "Basics"),
            gone_at=LATER,
        ),
    )


def test_a_lesson_without_progress_is_not_missed(db: sqlite3.Connection, course: Course) -> None:
    updated(db, course, NEW)

    assert lost_items(db, course.id) == ()


def test_a_tick_that_was_undone_is_not_missed(
    db: sqlite3.Connection, course: Course, lost: int
) -> None:
    undo(db, record(db, [tick(lost)], NOW).action, NOW)
    record(db, [tick(lost), tick(lost, State.NOT_STARTED)], NOW)
    updated(db, course, NEW)

    assert lost_items(db, course.id) == ()


@pytest.mark.parametrize("state", [State.IN_PROGRESS, State.DONE, State.SKIPPED])
def test_any_state_is_listed(
    db: sqlite3.Connection, course: Course, lost: int, state: State
) -> None:
    record(db, [tick(lost, state)], NOW)
    updated(db, course, NEW)

    assert [each.standing.state for each in lost_items(db, course.id)] == [state]


@pytest.mark.parametrize("kind", FACTS)
def test_any_fact_alone_is_listed(
    db: sqlite3.Connection, course: Course, lost: int, kind: EventKind
) -> None:
    record(db, [fact(lost, kind, FACTS[kind])], NOW)
    updated(db, course, NEW)

    assert titles(db, course) == ["Generators"]


def test_a_note_alone_is_listed(db: sqlite3.Connection, course: Course, lost: int) -> None:
    keep_note(db, lost)
    updated(db, course, NEW)

    (found,) = lost_items(db, course.id)
    assert (found.item.id, found.has_note, found.standing) == (lost, True, Standing(has_note=True))
    assert found.note == "A note"


def test_a_done_lesson_that_holds_lessons_now_is_listed_as_being_there(
    db: sqlite3.Connection, course: Course, target: int
) -> None:
    record(db, [tick(target)], NOW)
    now = updated(db, course, OLD + "  - [ ] Of strings\n  - [ ] Of lists\n")
    assert not now.outline.is_leaf(target)

    (found,) = lost_items(db, course.id)
    assert (found.item, found.gone_at) == (now.outline.item(target), None)
    assert found.above == ("Week 1: Start", "Lists")


def test_a_lesson_that_holds_lessons_now_and_has_a_note_alone_is_not_listed(
    db: sqlite3.Connection, course: Course, target: int
) -> None:
    keep_note(db, target)
    updated(db, course, OLD + "  - [ ] Of strings\n")

    assert lost_items(db, course.id) == ()


def test_what_left_with_its_section_is_listed_under_it(
    db: sqlite3.Connection, course: Course, target: int
) -> None:
    record(db, [tick(target)], NOW)
    updated(db, course, OLD[: OLD.index("### Lists")])

    (found,) = lost_items(db, course.id)
    assert found.above == ("Week 1: Start", "Lists")


def test_what_left_last_is_listed_first(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost), tick(target)], NOW)
    now = updated(db, course, NEW)
    db.execute("UPDATE item SET gone_at = '2026-01-01T00:00:00+00:00' WHERE id = ?", (lost,))
    updated(db, now, NEW[: NEW.index("### Lists")])

    assert titles(db, course) == ["Slices", "Generators"]


def test_what_other_courses_lost_is_not_listed(
    db: sqlite3.Connection, course: Course, lost: int
) -> None:
    record(db, [tick(lost)], NOW)
    updated(db, course, NEW)
    other = taken_in(db, OLD, Path("/courses/other.md"))

    assert lost_items(db, other.id) == ()


# Attaching


def test_a_lost_lesson_gives_all_that_it_carries(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost), *(fact(lost, kind, value) for kind, value in FACTS.items())], NOW)
    updated(db, course, NEW)

    attached = attach(db, lost, target, LAST)

    given = Standing(State.DONE, NOW, NOW, "b0d1", tried(71.0), 60.0, 2.0, date(2026, 5, 1), True)
    assert attached.standings == {lost: Standing(started_at=NOW), target: given}
    assert (standing(db, lost), standing(db, target)) == (Standing(started_at=NOW), given)
    assert load_course(db, course.id).standings == {target: given}
    assert lost_items(db, course.id) == ()


def test_when_it_was_done_is_kept_with_its_time_zone(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost)], NOW)
    updated(db, course, NEW)
    attach(db, lost, target, LAST)

    done_at = standing(db, target).done_at
    assert (done_at, done_at and done_at.utcoffset()) == (NOW, NOW.utcoffset())


def test_what_the_target_has_stays_and_the_lost_lesson_keeps_its_own(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost), *(fact(lost, kind, value) for kind, value in FACTS.items())], NOW)
    has = [
        tick(target, body="own"),
        fact(target, EventKind.SCORE, 90.0),
        fact(target, EventKind.OPTIONAL, False),
    ]
    record(db, has, LATER)
    updated(db, course, NEW)

    attach(db, lost, target, LAST)

    assert standing(db, target) == Standing(
        State.DONE,
        LATER,
        LATER,
        "own",
        tried(90.0, LATER),
        60.0,
        2.0,
        date(2026, 5, 1),
        optional=False,
    )
    assert standing(db, lost) == Standing(
        State.DONE, NOW, NOW, "b0d1", attempts=tried(71.0), optional=True
    )
    assert titles(db, course) == ["Generators"]


@pytest.mark.parametrize(
    "states",
    [
        (State.DONE, State.NOT_STARTED, State.DONE),
        (State.DONE, State.IN_PROGRESS, State.DONE),
        (State.DONE, State.SKIPPED, State.DONE),
        (State.IN_PROGRESS, State.NOT_STARTED, State.IN_PROGRESS),
        (State.IN_PROGRESS, State.SKIPPED, State.SKIPPED),
        (State.SKIPPED, State.NOT_STARTED, State.SKIPPED),
        (State.SKIPPED, State.IN_PROGRESS, State.IN_PROGRESS),
        (State.SKIPPED, State.DONE, State.DONE),
    ],
)
def test_a_state_is_given_where_the_target_has_none_or_is_not_done_yet(
    db: sqlite3.Connection,
    course: Course,
    lost: int,
    target: int,
    states: tuple[State, State, State],
) -> None:
    ours, theirs, then = states
    record(db, [tick(lost, ours), tick(target, theirs)], NOW)
    record(db, [fact(lost, EventKind.SCORE, 71.0)], NOW)
    updated(db, course, NEW)

    attach(db, lost, target, LAST)

    assert (standing(db, target).state, standing(db, target).attempts) == (then, tried(71.0))
    assert standing(db, lost).state is (State.NOT_STARTED if then is ours else ours)


def test_attaching_is_undone_and_done_again_as_one(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost), *(fact(lost, kind, value) for kind, value in FACTS.items())], NOW)
    record(db, [tick(target, State.IN_PROGRESS)], NOW)
    keep_note(db, lost)
    updated(db, course, NEW)
    was, listed, log = standings_of(db.execute(STANDINGS)), lost_items(db, course.id), events(db)
    noted = notes(db)

    action = attach(db, lost, target, LAST).action
    now = standings_of(db.execute(STANDINGS))
    undone = undo(db, action, LAST)

    assert standings_of(db.execute(STANDINGS)) == was
    assert lost_items(db, course.id) == listed
    assert notes(db) == noted
    assert events(db)[: len(log)] == log
    undo(db, undone.action, LAST)
    assert standings_of(db.execute(STANDINGS)) == now


def test_attaching_appends_events_that_say_where_they_come_from(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost)], NOW)
    updated(db, course, NEW)
    log = events(db)

    attach(db, lost, target, LAST)

    assert events(db)[: len(log)] == log
    rows = "SELECT item, value ->> 'from' FROM event WHERE id > ? ORDER BY id"
    assert db.execute(rows, (len(log),)).fetchall() == [
        (target, "lost & found"),
        (lost, "attached"),
    ]


def test_where_the_target_has_it_all_nothing_is_attached(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    record(db, [tick(lost), tick(target)], NOW)
    updated(db, course, NEW)
    log = events(db)

    with pytest.raises(Problem, match="has all of that"):
        attach(db, lost, target, LAST)

    assert (events(db), titles(db, course)) == (log, ["Generators"])


def test_a_note_is_added_to_that_of_the_target_and_undone_with_the_rest(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    keep_note(db, lost, "Lazy.\n")
    keep_note(db, target, "Half open.\n\n")
    updated(db, course, NEW)

    action = attach(db, lost, target, LAST).action

    assert notes(db) == [(target, "Half open.\n\nLazy.\n")]
    assert lost_items(db, course.id) == ()
    undo(db, action, LAST)
    assert notes(db) == [(lost, "Lazy.\n"), (target, "Half open.\n\n")]
    assert titles(db, course) == ["Generators"]


def test_a_target_without_a_note_gets_the_lost_one_as_it_is(
    db: sqlite3.Connection, course: Course, lost: int, target: int
) -> None:
    keep_note(db, lost)
    updated(db, course, NEW)

    attach(db, lost, target, LAST)

    assert notes(db) == [(target, "A note")]
    assert standing(db, target) == Standing(has_note=True)


def test_the_note_of_a_lesson_that_holds_lessons_now_stays_in_its_place(
    db: sqlite3.Connection, course: Course, target: int
) -> None:
    record(db, [tick(target)], NOW)
    keep_note(db, target)
    now = updated(db, course, OLD + "  - [ ] Of strings\n  - [ ] Of lists\n")
    (found,) = lost_items(db, course.id)

    assert not found.has_note
    attach(db, target, number(now, "Of lists"), LAST)
    record(db, letting_go(found), LAST)

    assert notes(db) == [(target, "A note")]


def test_a_note_is_let_go_and_comes_back(db: sqlite3.Connection, course: Course, lost: int) -> None:
    keep_note(db, lost)
    updated(db, course, NEW)

    action = record(db, letting_go(lost_items(db, course.id)[0]), LAST).action

    assert (notes(db), lost_items(db, course.id)) == ([], ())
    undo(db, action, LAST)
    assert (notes(db), titles(db, course)) == ([(lost, "A note")], ["Generators"])


def test_a_lesson_that_holds_lessons_now_gives_its_tick_to_one_of_them(
    db: sqlite3.Connection, course: Course, target: int
) -> None:
    record(db, [tick(target)], NOW)
    now = updated(db, course, OLD + "  - [ ] Of strings\n  - [ ] Of lists\n")
    below = number(now, "Of lists")

    attach(db, target, below, LAST)

    assert standing(db, below).done_at == NOW
    assert lost_items(db, course.id) == ()


# Letting go


def test_a_lost_lesson_that_is_let_go_is_not_listed_until_that_is_undone(
    db: sqlite3.Connection, course: Course, lost: int
) -> None:
    record(db, [tick(lost), *(fact(lost, kind, value) for kind, value in FACTS.items())], NOW)
    updated(db, course, NEW)
    listed = lost_items(db, course.id)

    action = record(db, letting_go(listed[0]), LAST).action

    assert lost_items(db, course.id) == ()
    undo(db, action, LAST)
    assert lost_items(db, course.id) == listed


def test_what_only_the_file_of_an_update_marked_is_not_missed_when_that_is_taken_back(
    db: sqlite3.Connection,
) -> None:
    course = taken_in(db, "# C\n\n- [ ] one\n- [ ] two\n")
    marked = "# C\n\n- [ ] one\n- [ ] two\n- [x] three\n"
    course = updated(db, course, marked)
    assert [item.title for item in course.outline.items] == ["one", "two", "three"]
    take_back(db, course.id, LATER)
    assert lost_items(db, course.id) == ()
    again = apply_again(db, course.id, LATER)
    three = again.outline.items[2].id
    assert again.standings[three].state is State.DONE
