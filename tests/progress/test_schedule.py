"""Due dates: proposed by a start and a pace, set by hand, and begun anew."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.grades import Counting
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import (
    FARTHEST,
    Agenda,
    Plan,
    Unit,
    agenda,
    due_dates,
    end_of,
    is_waiting,
    plan_of,
    plan_text,
    proposed_dates,
    shifted,
    units,
    watched,
)
from coursetracker.progress.standings import Attempt, Standing

MONDAY = date(2026, 3, 2)
WEEK_1, DOUGH, MIXING, KNEADING, EXAM_1, QUIZ, WEEK_2, OVEN, CRUST, EXAM_2 = range(1, 11)
OUTLINE = Outline(
    "Bread",
    (
        Item(WEEK_1, None, Kind.WEEK, "Week 1", 1, 9, week=1),
        Item(DOUGH, WEEK_1, Kind.SECTION, "Dough", 2, 5, 1, effort_minutes=120),
        Item(MIXING, DOUGH, Kind.LESSON, "Mixing", 3, 4, 1, effort_minutes=30),
        Item(KNEADING, DOUGH, Kind.LESSON, "Kneading", 4, 5, 1),
        Item(EXAM_1, WEEK_1, Kind.ASSESSMENT, "Exam 1", 5, 9, 1),
        Item(QUIZ, EXAM_1, Kind.LESSON, "Questions", 6, 9, 1),
        Item(WEEK_2, None, Kind.WEEK, "Week 2", 9, 20, week=2),
        Item(OVEN, WEEK_2, Kind.LESSON, "The oven", 10, 11, 2),
        Item(CRUST, WEEK_2, Kind.LESSON, "The crust", 11, 12, 2, optional=True),
        Item(EXAM_2, WEEK_2, Kind.ASSESSMENT, "Exam 2", 12, 20, 2),
    ),
)


def progress(**standings: Standing) -> Progress:
    return Progress.of(OUTLINE, {globals()[name]: each for name, each in standings.items()})


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def done(day: date, hour: int = 12) -> Standing:
    return Standing(State.DONE, at(day, hour), at(day, hour))


# What a plan proposes


def test_a_course_is_due_week_by_week() -> None:
    due = due_dates(progress(), Plan(MONDAY, Unit.WEEKS, 7))
    first = (WEEK_1, DOUGH, MIXING, KNEADING, EXAM_1, QUIZ)
    assert {item: due[item] for item in first} == dict.fromkeys(first, after(6))
    assert {item: due[item] for item in (WEEK_2, OVEN, EXAM_2)} == dict.fromkeys(
        (WEEK_2, OVEN, EXAM_2), after(13)
    )
    assert CRUST not in due


def test_lessons_are_due_one_after_the_other_and_an_exam_with_its_week() -> None:
    due = due_dates(progress(), Plan(MONDAY, Unit.LESSONS, 2))  # each has three days and a half
    assert [due[each] for each in (MIXING, KNEADING, QUIZ, OVEN)] == [
        after(3), after(6), after(10), after(13),
    ]  # fmt: skip
    assert due[EXAM_1] == due[WEEK_1] == after(10)
    assert due[EXAM_2] == due[WEEK_2] == after(17)
    assert due[DOUGH] == after(6)


def test_seven_lessons_a_week_are_one_each_day() -> None:
    due = due_dates(progress(), Plan(MONDAY, Unit.LESSONS, 7))
    assert [due[each] for each in (MIXING, KNEADING, QUIZ, OVEN)] == [
        after(0), after(1), after(2), after(3),
    ]  # fmt: skip


def test_hours_go_by_what_the_author_says_lessons_take() -> None:
    # 30 minutes, and the 90 that are left of the section; others take an hour, as these on average
    due = due_dates(progress(), Plan(MONDAY, Unit.HOURS, 7))
    assert [due[each] for each in (MIXING, KNEADING, QUIZ, OVEN)] == [
        after(0), after(1), after(2), after(3),
    ]  # fmt: skip


def test_the_units_are_those_that_the_course_allows() -> None:
    assert units(OUTLINE) == (Unit.WEEKS, Unit.LESSONS, Unit.HOURS)
    plain = Outline("Plain", (Item(1, None, Kind.LESSON, "Lesson", 1, 2),))
    assert units(plain) == (Unit.LESSONS,)


def test_without_plan_and_date_nothing_is_due() -> None:
    assert due_dates(progress(), None) == {}
    assert end_of({}) is None


@pytest.mark.parametrize("unit", Unit)
def test_a_course_without_lessons_can_be_planned(unit: Unit) -> None:
    assert due_dates(Progress.of(Outline("None", ()), {}), Plan(MONDAY, unit, 5)) == {}


def test_no_date_is_later_than_there_are_any() -> None:
    plan = Plan(FARTHEST - timedelta(days=3), Unit.WEEKS, 365)
    assert set(due_dates(progress(), plan).values()) == {FARTHEST}


# By hand


def test_a_date_by_hand_wins_for_all_under_it_that_has_none_of_its_own() -> None:
    standings = progress(WEEK_1=Standing(due_on=after(30)), KNEADING=Standing(due_on=after(2)))
    due = due_dates(standings, Plan(MONDAY, Unit.WEEKS, 7))
    assert due[WEEK_1] == due[DOUGH] == due[MIXING] == due[EXAM_1] == after(30)
    assert due[KNEADING] == after(2)
    assert due[WEEK_2] == after(13)


def test_a_date_by_hand_needs_no_plan() -> None:
    due = due_dates(progress(QUIZ=Standing(due_on=after(5)), CRUST=Standing(due_on=after(9))), None)
    assert due == {
        QUIZ: after(5), EXAM_1: after(5), WEEK_1: after(5), CRUST: after(9), WEEK_2: after(9),
    }  # fmt: skip


# What to do next


def test_what_is_overdue_and_what_is_next() -> None:
    standings = progress(KNEADING=Standing(due_on=after(2)), MIXING=Standing(due_on=after(1)))
    due = due_dates(standings, Plan(MONDAY, Unit.WEEKS, 7))
    assert watched(standings, due) == [WEEK_1, MIXING, KNEADING, EXAM_1, WEEK_2, EXAM_2]
    assert agenda(standings, due, after(6)) == Agenda(
        (MIXING, KNEADING), (WEEK_1, EXAM_1, WEEK_2, EXAM_2)
    )
    assert agenda(standings, due, after(20)).coming == ()


def test_of_a_course_without_weeks_sections_are_told_and_of_mere_lessons_all() -> None:
    plan = Plan(MONDAY, Unit.LESSONS, 7)
    lesson = Item(3, None, Kind.LESSON, "Last", 5, 6)
    above = Item(1, None, Kind.SECTION, "One", 1, 5), Item(2, 1, Kind.LESSON, "First", 2, 3)
    for items, told in (((*above, lesson), (1,)), ((lesson,), (3,))):
        plain = Progress.of(Outline("Plain", items), {})
        assert agenda(plain, due_dates(plain, plan), MONDAY).coming == told


def test_what_is_done_skipped_or_passed_waits_for_nothing() -> None:
    passed = Standing(attempts=(Attempt(MONDAY, 90), Attempt(after(1), 50)))
    standings = progress(
        MIXING=done(MONDAY), KNEADING=Standing(State.SKIPPED), EXAM_1=passed, QUIZ=Standing()
    )
    assert [item for item in range(1, 11) if is_waiting(standings, item)] == [
        WEEK_1, QUIZ, WEEK_2, OVEN, CRUST, EXAM_2,
    ]  # fmt: skip
    assert is_waiting(standings, EXAM_1, Counting.LAST)


# Beginning anew


def test_beginning_anew_moves_what_is_open_and_leaves_history() -> None:
    plan = Plan(MONDAY, Unit.LESSONS, 7)
    now = at(after(30), 9)
    standings = progress(MIXING=done(after(1)))
    before, later = due_dates(standings, plan), due_dates(standings, plan.restarted(now))

    assert later[MIXING] == before[MIXING] == after(0)
    assert [later[each] for each in (KNEADING, QUIZ, OVEN)] == [after(30), after(31), after(32)]
    assert agenda(standings, later, now.date()).overdue == ()


def test_what_is_done_after_beginning_anew_keeps_its_new_day() -> None:
    plan = Plan(MONDAY, Unit.LESSONS, 7).restarted(at(after(30), 9))
    before = due_dates(progress(), plan)
    assert due_dates(progress(MIXING=done(after(30), 10)), plan) == before


def test_beginning_anew_on_the_same_day_takes_in_what_was_done_since() -> None:
    plan = Plan(MONDAY, Unit.LESSONS, 7).restarted(at(after(30), 9))
    twice = plan.restarted(at(after(30), 18))
    due = due_dates(progress(MIXING=done(after(30), 12)), twice)
    assert (due[MIXING], due[KNEADING]) == (after(30), after(30))


def test_dates_by_hand_of_what_is_open_move_along() -> None:
    plan, now = Plan(MONDAY, Unit.LESSONS, 7), at(after(30))
    standings = progress(
        MIXING=replace(done(MONDAY), due_on=after(0)),
        EXAM_1=Standing(due_on=after(3)),
        EXAM_2=Standing(due_on=after(40)),
    )
    # Kneading, the first that is open, moves from the second day to the 31st
    assert shifted(standings, plan, now) == {EXAM_1: after(32), EXAM_2: after(69)}


states = st.sampled_from([Standing(), done(MONDAY), Standing(State.SKIPPED), done(after(60))])
plans = st.builds(
    Plan,
    st.dates(date(2026, 1, 1), date(2026, 3, 31)),
    st.sampled_from(Unit),
    st.sampled_from([1.0, 2.5, 7.0, 100.0]),
)


@given(st.lists(states, min_size=10, max_size=10), plans, st.integers(0, 100))
def test_after_beginning_anew_nothing_is_overdue_and_history_stays(
    standings: list[Standing], plan: Plan, days: int
) -> None:
    now = at(plan.starts_on + timedelta(days=days))
    known = Progress.of(OUTLINE, dict(enumerate(standings, 1)))
    before, later = proposed_dates(known, plan), proposed_dates(known, plan.restarted(now))

    assert before.keys() == later.keys()
    for item, day in later.items():
        leaf = OUTLINE.is_leaf(item)
        done_at = known.standing(item).done_at
        if leaf and done_at is not None and done_at <= now:
            assert day == before[item]
        elif leaf:
            assert day >= max(now.date(), plan.starts_on)
    due = due_dates(known, plan.restarted(now))
    assert not agenda(known, due, now.date()).overdue


@given(st.lists(states, min_size=10, max_size=10), plans)
def test_dates_follow_the_order_of_reading(standings: list[Standing], plan: Plan) -> None:
    known = Progress.of(OUTLINE, dict(enumerate(standings, 1)))
    due = due_dates(known, plan)
    lessons = [due[item] for item in (MIXING, KNEADING, QUIZ, OVEN)]
    assert lessons == sorted(lessons)
    assert min(lessons) >= plan.starts_on
    for week, exam in ((WEEK_1, EXAM_1), (WEEK_2, EXAM_2)):
        assert due[exam] == due[week]
    assert end_of(due) == due[WEEK_2]


# How a plan is kept

moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(plans, st.lists(moments, max_size=3))
def test_a_plan_comes_back_as_it_was_kept(plan: Plan, restarts: list[datetime]) -> None:
    kept = replace(plan, restarts=tuple(restarts))
    assert plan_of(plan_text(kept)) == kept


def test_a_plan_of_a_newer_program_is_none() -> None:
    assert plan_of(None) is None
    assert plan_of('{"version": 2}') is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        plan_text(Plan(MONDAY, Unit.WEEKS, 0)),
        plan_text(Plan(MONDAY, Unit.WEEKS, float("inf"))),
        plan_text(Plan(MONDAY, Unit.WEEKS, 1e-310)),
        plan_text(Plan(MONDAY, Unit.WEEKS, 7, (datetime(2026, 3, 2),))),  # noqa: DTZ001  that is it
        plan_text(Plan(MONDAY, Unit.WEEKS, 7)).replace("weeks", "years"),
        plan_text(Plan(MONDAY, Unit.WEEKS, 7)).replace("-02", "-31-02"),
    ],
)
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        plan_of(text)
