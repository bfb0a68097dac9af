"""What the learner does is appended, folded and undone, and survives the program's death."""

import json
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import State
from coursetracker.library.courses import Course, CourseKind, Place, add_course, load_course
from coursetracker.library.database import DATABASE, open_database, user_version
from coursetracker.library.record import record, undo
from coursetracker.library.rows import EVENTS, STANDINGS, event_of, standings_of
from coursetracker.problems import Problem
from coursetracker.progress.grades import counting_score
from coursetracker.progress.standings import (
    Change,
    Event,
    EventKind,
    Standing,
    fold_all,
)
from library.course_samples import LATER, NOW, OUTLINE, source


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)


@pytest.fixture
def lesson(course: Course) -> int:
    return course.outline.items[4].id


def tick(item: int, state: State = State.DONE) -> Change:
    return Change(item, EventKind.STATE, {"state": state.value, "body": "b0d1"})


def events(db: sqlite3.Connection) -> list[Event]:
    return [event_of(row) for row in db.execute(EVENTS + "ORDER BY id")]


def standings(db: sqlite3.Connection, course: Course) -> dict[int, Standing]:
    return dict(load_course(db, course.id).standings)


def test_a_tick_is_kept_as_event_and_as_standing(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    recorded = record(db, [tick(lesson)], LATER)

    done = Standing(State.DONE, LATER, LATER, "b0d1")
    assert recorded.standings == {lesson: done}
    assert standings(db, course)[lesson] == done
    last = events(db)[-1]
    assert (last.item, last.kind, last.action) == (lesson, EventKind.STATE, recorded.action)


def test_times_keep_the_zone_that_the_learner_was_in(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    record(db, [tick(lesson)], NOW)

    standing, event = standings(db, course)[lesson], events(db)[-1]
    for kept in (standing.started_at, standing.done_at, event.at):
        assert kept is not None
        assert (kept, kept.utcoffset()) == (NOW, NOW.utcoffset())


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (EventKind.SCORE, 85.5),
        (EventKind.PASS_MARK, 60.0),
        (EventKind.WEIGHT, 2.0),
        (EventKind.DUE_ON, "2026-05-01"),
        (EventKind.OPTIONAL, False),
        (EventKind.OPTIONAL, True),
        (EventKind.SCORE, None),
    ],
)
def test_every_value_comes_back_as_it_was_recorded(
    db: sqlite3.Connection, course: Course, lesson: int, kind: EventKind, value: object
) -> None:
    recorded = record(db, [Change(lesson, kind, {kind.value: value})], NOW)

    assert standings(db, course)[lesson] == recorded.standings[lesson]


def test_many_items_are_one_action(db: sqlite3.Connection, course: Course) -> None:
    before = standings(db, course)
    items = [item.id for item in course.outline.items]

    recorded = record(db, [tick(item) for item in [*items, *items]], LATER)
    assert {each.state for each in standings(db, course).values()} == {State.DONE}
    undo(db, recorded.action, LATER)

    after = standings(db, course)
    assert {item: after[item] for item in before} == before
    assert all(after[item] == Standing() for item in after.keys() - before.keys())


def test_an_undo_appends_and_erases_nothing(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    first = record(db, [tick(lesson)], NOW)
    before = events(db)

    undone = undo(db, first.action, LATER)

    assert events(db)[:-1] == before
    assert events(db)[-1].undoes == before[-1].id
    assert undone.standings == {lesson: Standing()}


def test_undoing_an_undo_is_redoing(db: sqlite3.Connection, course: Course, lesson: int) -> None:
    first = record(db, [tick(lesson)], NOW)
    second = undo(db, first.action, LATER)

    third = undo(db, second.action, LATER)
    assert third.standings == first.standings

    assert undo(db, third.action, LATER).standings == second.standings


def test_an_action_can_be_undone_after_a_restart(
    db: sqlite3.Connection, folder: Path, course: Course, lesson: int
) -> None:
    action = record(db, [tick(lesson)], NOW).action
    db.close()

    with closing(open_database(folder)) as again:
        assert undo(again, action, LATER).standings == {lesson: Standing()}


def test_an_action_after_a_redo_can_be_undone_by_its_own_name(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    first = record(db, [tick(lesson)], NOW)
    undo(db, undo(db, first.action, LATER).action, LATER)

    assert undo(db, first.action, LATER).standings == {lesson: Standing()}


def test_an_earlier_action_is_undone_without_touching_later_ones(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    tried = record(db, [Change(lesson, EventKind.SCORE, {"score": 40.0})], NOW)
    record(db, [Change(lesson, EventKind.PASS_MARK, {"pass_mark": 50.0})], NOW)

    undone = undo(db, tried.action, LATER)

    assert undone.standings == {lesson: Standing(pass_mark=50.0)}


def test_what_is_not_there_cannot_be_undone(db: sqlite3.Connection, course: Course) -> None:
    before = events(db)

    with pytest.raises(Problem, match="not in the library any more"):
        undo(db, "no such action", NOW)

    assert events(db) == before


def test_an_action_is_undone_once(db: sqlite3.Connection, course: Course, lesson: int) -> None:
    action = record(db, [tick(lesson)], NOW).action
    undo(db, action, LATER)
    before = events(db)

    with pytest.raises(Problem, match="already been undone"):
        undo(db, action, LATER)

    assert events(db) == before


def test_one_bad_change_keeps_all_of_an_action_out(
    db: sqlite3.Connection, course: Course, lesson: int
) -> None:
    before = events(db)

    with pytest.raises(Problem, match="deleted in another window"):
        record(db, [tick(lesson), tick(12345)], NOW)

    assert (events(db), db.in_transaction) == (before, False)


def test_events_cannot_be_changed(db: sqlite3.Connection, course: Course) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        db.execute("UPDATE event SET at = 'x'")


def test_two_connections_see_what_the_other_keeps(
    db: sqlite3.Connection, folder: Path, course: Course, lesson: int
) -> None:
    with closing(open_database(folder)) as other:
        action = record(db, [tick(lesson)], NOW).action
        assert standings(other, course)[lesson].state is State.DONE

        undo(other, action, LATER)
        assert standings(db, course)[lesson] == Standing()


STATES = st.tuples(st.integers(0, 4), st.sampled_from(State))
ACTIONS = st.one_of(st.lists(STATES, min_size=1, max_size=3), st.integers(0, 30))


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTIONS, max_size=12))
def test_standings_are_always_the_fold_of_the_events(
    steps: list[list[tuple[int, State]] | int],
) -> None:
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        course = add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
        actions: list[str] = []
        for step in steps:
            _take(db, course, step, actions)
            assert standings(db, course) == fold_all(events(db))


def _take(
    db: sqlite3.Connection,
    course: Course,
    step: list[tuple[int, State]] | int,
    actions: list[str],
) -> None:
    """Tick some items, or undo one of the actions so far that can still be undone."""
    if isinstance(step, int):
        if actions:
            actions.append(undo(db, actions.pop(step % len(actions)), LATER).action)
        return
    changes = [tick(course.outline.items[row].id, state) for row, state in step]
    actions.append(record(db, changes, NOW).action)


TICKING = """
import sys
from datetime import datetime
from pathlib import Path
from coursetracker.library.database import open_database
from coursetracker.library.record import record
from coursetracker.progress.standings import Change, EventKind

db = open_database(Path(sys.argv[1]))
item = int(sys.argv[2])
while True:
    changes = [Change(item, EventKind.SCORE, {"score": float(n)}) for n in range(3)]
    print(record(db, changes, datetime.now().astimezone()).action, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 20, 75])
def test_all_that_was_acknowledged_survives_a_kill(
    db: sqlite3.Connection, folder: Path, course: Course, lesson: int, acknowledged: int
) -> None:
    db.close()
    actions = _kill_after(acknowledged, folder, lesson)

    with closing(open_database(folder)) as again:
        kept = again.execute("SELECT action, count(*) FROM event GROUP BY action").fetchall()
        assert set(actions) <= {action for action, _ in kept}
        assert all(count == 3 for action, count in kept if action in set(actions))
        assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert standings(again, course) == fold_all(events(again))


def _kill_after(acknowledged: int, folder: Path, item: int) -> Sequence[str]:
    command = [sys.executable, "-c", TICKING, str(folder), str(item)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        actions = [process.stdout.readline().strip() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    return actions + [
        line.strip() for line in rest.splitlines(keepends=True) if line.endswith("\n")
    ]


SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.sqlite3"))


@pytest.mark.parametrize("sample", SAMPLES, ids=[each.stem for each in SAMPLES])
def test_a_library_of_any_schema_opens_with_all_that_is_in_it(folder: Path, sample: Path) -> None:
    folder.mkdir()
    (folder / DATABASE).write_bytes(sample.read_bytes())

    with closing(open_database(folder)) as db:
        course = load_course(db, 1)
        done = [item.title for item in course.outline.leaves() if _is_done(course, item.id)]
        kept = _all_standings(db)
        folded = fold_all(events(db))
        _, undone, tick = json.loads(_setting(db, "actions"))
        unticked = undo(db, tick, LATER)
        scored = undo(db, undone, LATER)
        broken = db.execute("PRAGMA foreign_key_check").fetchall()

    assert (course.title, done, broken) == ("Pan ñ", ["Amasar", "Reposar"], [])
    assert kept == folded
    assert course.place == Place(course.outline.items[3].id, 0.5)
    assert [each.state for each in unticked.standings.values()] == [State.IN_PROGRESS]
    assert [counting_score(each) for each in scored.standings.values()] == [75.0]


def test_the_newest_schema_has_a_sample(db: sqlite3.Connection) -> None:
    assert max(int(sample.stem[1:]) for sample in SAMPLES) == user_version(db)


def _all_standings(db: sqlite3.Connection) -> dict[int, Standing]:
    return standings_of(db.execute(STANDINGS))


def _is_done(course: Course, item: int) -> bool:
    return course.standings.get(item, Standing()).state is State.DONE


def _setting(db: sqlite3.Connection, name: str) -> str:
    return str(db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()[0])
