"""Standings are folded from events; nothing is ever erased."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import State
from coursetracker.progress.standings import (
    Attempt,
    Change,
    Event,
    EventKind,
    Standing,
    after,
    attempts_change,
    attempts_of,
    cancelled,
    fold,
    fold_all,
)

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
Said = tuple[EventKind, dict[str, object]]


def at(number: int) -> datetime:
    return START + timedelta(minutes=number)


def event(
    number: int, kind: EventKind, value: dict[str, object], undoes: int | None = None
) -> Event:
    return Event(number, f"uid{number}", 7, at(number), kind, value, undoes, f"action{number}")


def state(number: int, to: State, body: str | None = None) -> Event:
    value: dict[str, object] = {"state": to.value}
    return event(number, EventKind.STATE, value if body is None else {**value, "body": body})


def done_then(number: int) -> dict[str, object]:
    """Return that something was done at a time that need not be that of the event."""
    return {"state": "done", "body": "b0d1", "done_at": at(number).isoformat()}


def still_done(number: int, body: str) -> Event:
    return event(number, EventKind.STILL_DONE, {"body": body})


def undo(number: int, undoes: int) -> Event:
    return event(number, EventKind.UNDO, {}, undoes)


tries = st.lists(st.tuples(st.dates().map(str), st.sampled_from([0, 55.5, 80])), max_size=3)
said: st.SearchStrategy[Said] = st.one_of(
    st.builds(
        lambda state, body: (EventKind.STATE, {"state": state.value, "body": body}),
        st.sampled_from(State),
        st.none() | st.text("0123456789abcdef", min_size=1, max_size=4),
    ),
    st.builds(
        lambda kind, number: (kind, {kind.value: number}),
        st.sampled_from([EventKind.SCORE, EventKind.PASS_MARK, EventKind.WEIGHT]),
        st.none() | st.floats(0, 100),
    ),
    st.builds(
        lambda taken, dropped: (EventKind.ATTEMPTS, {"taken": taken, "dropped": dropped}),
        tries,
        tries,
    ),
    st.builds(
        lambda day: (EventKind.DUE_ON, {"due_on": day and day.isoformat()}),
        st.none() | st.dates(),
    ),
    st.builds(
        lambda optional: (EventKind.OPTIONAL, {"optional": optional}), st.none() | st.booleans()
    ),
    st.builds(
        lambda body: (EventKind.STILL_DONE, {"body": body}),
        st.text("0123456789abcdef", min_size=1, max_size=4),
    ),
    st.builds(
        lambda number: (EventKind.STATE, done_then(number)),
        st.integers(-9, 9),
    ),
)


def told(sayings: Sequence[Said]) -> list[Event]:
    return [event(number, kind, value) for number, (kind, value) in enumerate(sayings, 1)]


def test_without_events_nothing_has_started() -> None:
    assert fold([]) == Standing(State.NOT_STARTED)


def test_a_lesson_starts_the_first_time_it_leaves_not_started() -> None:
    standing = fold(
        [state(1, State.IN_PROGRESS), state(2, State.NOT_STARTED), state(3, State.DONE)]
    )

    assert (standing.started_at, standing.done_at) == (at(1), at(3))


def test_setting_not_started_starts_nothing() -> None:
    assert fold([state(1, State.NOT_STARTED)]).started_at is None


def test_a_lesson_is_done_since_it_became_done_and_with_the_text_confirmed_last() -> None:
    standing = fold([state(1, State.DONE, "old"), state(2, State.DONE, "new")])

    assert (standing.done_at, standing.done_body_sha256) == (at(1), "new")


@pytest.mark.parametrize("left_for", [State.NOT_STARTED, State.IN_PROGRESS, State.SKIPPED])
def test_a_lesson_that_is_no_longer_done_has_no_date_done(left_for: State) -> None:
    standing = fold([state(1, State.DONE, "body"), state(2, left_for)])

    assert (standing.state, standing.done_at, standing.done_body_sha256) == (left_for, None, None)


def test_a_lesson_done_again_is_done_since_then() -> None:
    standing = fold([state(1, State.DONE), state(2, State.NOT_STARTED), state(3, State.DONE)])

    assert standing.done_at == at(3)


def test_a_lesson_that_is_still_done_is_done_since_then_but_with_the_new_text() -> None:
    standing = fold([state(1, State.DONE, "old"), still_done(2, "new")])

    assert standing == Standing(State.DONE, at(1), at(1), "new")


def test_the_text_is_the_old_one_again_where_still_done_is_undone() -> None:
    events = [state(1, State.DONE, "old"), still_done(2, "new"), undo(3, 2)]

    assert fold(events).done_body_sha256 == "old"


@pytest.mark.parametrize("other", [State.NOT_STARTED, State.IN_PROGRESS, State.SKIPPED])
def test_what_is_not_done_is_not_still_done(other: State) -> None:
    assert fold([state(1, other), still_done(2, "new")]) == fold([state(1, other)])
    undone = [state(1, State.DONE, "old"), still_done(2, "new"), undo(3, 1)]
    assert fold(undone) == Standing()


def test_a_lesson_may_have_been_done_at_another_time_than_it_is_said() -> None:
    done = event(5, EventKind.STATE, done_then(2))

    assert fold([done]) == Standing(State.DONE, at(2), at(2), "b0d1")


def test_when_a_lesson_was_done_keeps_its_time_zone() -> None:
    then = datetime(2026, 1, 1, 8, tzinfo=timezone(timedelta(hours=-5)))
    value: dict[str, object] = {"state": "done", "done_at": then.isoformat()}
    done_at = fold([event(5, EventKind.STATE, value)]).done_at

    assert (done_at, done_at and done_at.utcoffset()) == (then, then.utcoffset())


def test_a_lesson_that_is_done_already_keeps_its_own_date() -> None:
    events = [state(1, State.DONE), event(5, EventKind.STATE, done_then(3))]

    assert fold(events).done_at == at(1)


def test_a_lesson_that_was_begun_keeps_its_beginning() -> None:
    events = [state(1, State.IN_PROGRESS), event(5, EventKind.STATE, done_then(3))]

    assert (fold(events).started_at, fold(events).done_at) == (at(1), at(3))


@given(st.lists(said, max_size=12))
def test_only_what_is_done_has_a_date_and_a_text(sayings: list[Said]) -> None:
    standing = fold(told(sayings))

    assert (standing.done_at is not None) == (standing.state is State.DONE)
    assert standing.done_body_sha256 is None or standing.state is State.DONE
    assert standing.started_at is not None or standing.state is State.NOT_STARTED


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (EventKind.PASS_MARK, 60.0, 60.0),
        (EventKind.WEIGHT, 2.0, 2.0),
        (EventKind.DUE_ON, "2026-02-01", date(2026, 2, 1)),
        (EventKind.OPTIONAL, True, True),
    ],
)
def test_a_value_is_set_and_cleared(kind: EventKind, value: object, kept: object) -> None:
    set_ = event(1, kind, {kind.value: value})
    cleared = event(2, kind, {kind.value: None})

    assert getattr(fold([set_]), kind.value) == kept
    assert fold([set_, cleared]) == Standing()


def test_an_undo_takes_an_event_out_of_the_middle() -> None:
    events = [state(1, State.IN_PROGRESS), state(2, State.DONE), undo(3, 1)]

    assert fold(events) == fold([state(2, State.DONE)])


def test_an_undone_undo_brings_the_event_back() -> None:
    events = [state(1, State.DONE), undo(2, 1), undo(3, 2)]

    assert cancelled(events) == {2}
    assert fold(events) == fold(events[:1])


def test_standings_are_folded_by_item() -> None:
    other = Event(2, "uid2", 8, at(2), EventKind.SCORE, {"score": 50.0}, None, "action2")

    standings = fold_all([state(1, State.DONE), other])

    assert standings == {
        7: fold([state(1, State.DONE)]),
        8: Standing(attempts=(Attempt(at(2).date(), 50.0),)),
    }


def test_attempts_are_added_and_taken_away() -> None:
    monday, friday = Attempt(date(2026, 1, 5), 60.0), Attempt(date(2026, 1, 9), 85.5)
    steps = [((), (friday,)), ((friday,), (monday, friday, friday)), ((monday, friday), (friday,))]
    changes = [attempts_change(7, before, now) for before, now in steps]
    events = [event(n, each.kind, dict(each.value)) for n, each in enumerate(changes, 1) if each]

    assert fold(events[:1]).attempts == (friday,)
    assert fold(events[:2]).attempts == (monday, friday, friday)
    assert fold(events).attempts == (friday, friday)
    assert fold([*events, undo(4, 1)]).attempts == (friday,)
    assert attempts_change(7, (monday, friday), (friday, monday)) is None


def test_attempts_of_two_machines_add_up_in_either_order() -> None:
    here = event(1, EventKind.ATTEMPTS, {"taken": [["2026-01-05", 60]], "dropped": []})
    there = event(2, EventKind.ATTEMPTS, {"taken": [["2026-01-09", 85.5]], "dropped": []})

    assert fold([here, there]) == fold([there, here])
    assert [each.score for each in fold([here, there]).attempts] == [60.0, 85.5]


@pytest.mark.parametrize("score", [-1, 100.5, "much", None, [1]])
def test_a_score_that_cannot_be_is_no_attempt(score: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        attempts_of([["2026-01-05", score]])


def test_a_change_compares_by_its_values() -> None:
    assert Change(1, EventKind.SCORE, {"score": 1.0}) == Change(1, EventKind.SCORE, {"score": 1.0})


@given(st.lists(said, max_size=12))
def test_folding_is_taking_one_event_after_the_other(sayings: list[Said]) -> None:
    events = told(sayings)
    standing = Standing()
    for each in events:
        standing = after(standing, each)

    assert fold(events) == standing


@given(st.lists(said, min_size=1, max_size=12), st.data())
def test_an_undone_event_is_as_if_it_had_never_been(
    sayings: list[Said], data: st.DataObject
) -> None:
    events = told(sayings)
    gone = data.draw(st.sampled_from(events))

    assert fold([*events, undo(99, gone.id)]) == fold([e for e in events if e is not gone])


@given(st.lists(said, min_size=1, max_size=6), st.integers(1, 9))
def test_undo_and_redo_alternate_for_ever(sayings: list[Said], times: int) -> None:
    events = told(sayings)
    last = len(events)
    chain = [undo(last + number + 1, last + number) for number in range(times)]

    assert fold(events + chain) == fold(events[:-1] if times % 2 else events)


def test_a_whole_number_is_a_score_as_any_other() -> None:
    event = Event(1, "uid1", 7, at(1), EventKind.SCORE, {"score": 71}, None, "action1")
    (attempt,) = fold([event]).attempts
    assert (attempt.score, type(attempt.score)) == (71.0, float)
