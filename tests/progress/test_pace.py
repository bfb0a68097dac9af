"""How fast a course is done, and what may become of it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.finishing import Tick
from coursetracker.progress.pace import (
    FARTHEST,
    Amounts,
    Expected,
    Finished,
    NotBegun,
    Pace,
    Resting,
    TooEarly,
    forecast,
    pace,
)
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Standing
from coursetracker.progress.streak import DAY, Habits

TODAY = date(2026, 3, 23)  # a Monday
NOON = datetime(2026, 3, 23, 12, tzinfo=UTC)


def measured(
    ago: Mapping[int, int],
    lessons: int = 20,
    *,
    efforts: Sequence[int | None] = (),
    given: Sequence[int] = (),
) -> Pace:
    """Return the pace of a course; `ago` says of lessons how many days ago each was finished."""
    items = tuple(
        Item(n, None, Kind.LESSON, f"Lesson {n}", n, n + 1, effort_minutes=effort)
        for n, effort in enumerate([*efforts, *[None] * (lessons - len(efforts))], 1)
    )
    finished = {n: Tick(n, NOON - days * DAY, done=True) for n, days in ago.items()}
    finished |= {n: Tick(n, NOON - 90 * DAY, done=True, studied=False) for n in given}
    standings = {n: Standing(State.DONE, tick.at, tick.at) for n, tick in finished.items()}
    return pace(Progress.of(Outline("", items), standings), finished, TODAY, Habits())


def steadily(every: int, lessons: int, since: int = 28) -> dict[int, int]:
    """Return that a lesson was finished every so many days, up to today."""
    return {n: ago for n, ago in enumerate(range(0, since, every), 1) if n <= lessons}


def test_a_steady_pace_leads_to_one_day() -> None:
    found = measured(steadily(1, 28), lessons=38)
    assert found.weekly == 7
    assert found.outlook == Expected(TODAY + 10 * DAY, TODAY + 10 * DAY)


def test_an_uneven_pace_leads_to_a_range_around_the_mean() -> None:
    found = measured(dict(enumerate([0, 3, 4, 10, 17, 19, 20, 25, 27], 1)), lessons=30)
    assert isinstance(found.outlook, Expected)
    assert found.outlook.earliest is not None
    assert found.outlook.latest is not None
    mean = TODAY + timedelta(days=round(21 / (9 / 28)))
    assert found.outlook.earliest < mean < found.outlook.latest


def test_lessons_of_more_than_four_weeks_ago_are_no_measure() -> None:
    found = measured({**steadily(2, 28), 27: 60, 28: 61}, lessons=40)
    assert found.weekly == 14 / 4
    assert found.lessons.done == 16


def test_a_day_that_is_not_over_makes_nobody_slower() -> None:
    found = measured({n: n for n in range(1, 29)}, lessons=38)
    assert found.weekly == 7
    assert found.outlook == Expected(TODAY + 9 * DAY, TODAY + 9 * DAY)


def test_nothing_done_and_nothing_to_do_have_no_outlook() -> None:
    assert measured({}).outlook == NotBegun()
    assert measured({}, lessons=0).outlook == NotBegun()
    assert measured({1: -3}).outlook == NotBegun()  # by a clock that was wrong
    assert measured({}).weekly == 0


def test_less_than_a_week_is_too_little_to_go_by() -> None:
    assert measured({1: 3, 2: 0}).outlook == TooEarly(TODAY + 4 * DAY)
    assert measured({1: 6, 2: 0}).outlook != TooEarly(TODAY + 4 * DAY)


def test_one_day_of_study_is_too_little_to_go_by() -> None:
    assert measured({1: 9, 2: 9}).outlook == TooEarly(None)


def test_four_weeks_without_study_are_told() -> None:
    assert measured({1: 29, 2: 40}).outlook == Resting(TODAY - 29 * DAY)
    assert measured({1: 29, 2: 40}).weekly == 0


def test_a_course_that_is_done_tells_when() -> None:
    assert measured({1: 5, 2: 3}, lessons=2).outlook == Finished(TODAY - 3 * DAY)
    assert measured({}, lessons=2, given=[1, 2]).outlook == Finished(None)


def test_what_the_file_marked_is_done_but_was_not_studied() -> None:
    found = measured({1: 1}, lessons=4, given=[2, 3])
    assert found.lessons == Amounts({TODAY - DAY: 1.0}, 2.0, 4.0)
    assert found.lessons.over_time() == [(TODAY - DAY, 3.0)]


def test_hours_count_where_most_lessons_say_theirs() -> None:
    assert measured({}, lessons=4, efforts=[60, 60]).hours is None
    assert measured({}, lessons=0).hours is None
    found = measured({1: 1, 4: 0}, lessons=4, efforts=[60, 90, 30])
    assert found.hours == Amounts({TODAY - DAY: 1.0, TODAY: 1.0}, 0.0, 4.0)


def test_the_forecast_goes_by_hours_where_they_are_known() -> None:
    ago = steadily(1, 28)
    short_ones_left = measured(ago, lessons=38, efforts=[60] * 28 + [6] * 10)
    assert short_ones_left.outlook == Expected(TODAY + DAY, TODAY + DAY)


def test_at_a_very_slow_pace_no_day_is_told() -> None:
    assert measured({1: 20, 2: 1}, lessons=2000).outlook == Expected(None, None)


def test_weeks_and_weekdays_add_up() -> None:
    amounts = measured({1: 0, 2: 1, 3: 1, 4: 14}).lessons
    monday = TODAY
    assert amounts.by_week(TODAY, 0) == [
        (monday - 14 * DAY, 1), (monday - 7 * DAY, 2), (monday, 1),
    ]  # fmt: skip
    assert amounts.by_week(TODAY, 6) == [
        (monday - 15 * DAY, 1),
        (monday - 8 * DAY, 0),
        (monday - DAY, 3),
    ]
    assert amounts.by_weekday() == [2, 0, 0, 0, 0, 0, 2]
    assert Amounts({}, 0, 0).by_week(TODAY, 0) == []


@given(st.dictionaries(st.integers(0, 400), st.integers(1, 9)), st.integers(0, 6))
def test_every_lesson_is_in_one_week_and_on_one_weekday(days: dict[int, int], first: int) -> None:
    amounts = Amounts({TODAY - n * DAY: float(count) for n, count in days.items()}, 3, 9999)
    weeks = amounts.by_week(TODAY, first)
    assert sum(count for _, count in weeks) == sum(amounts.by_weekday()) == sum(days.values())
    assert all(begin.weekday() == first for begin, _ in weeks)
    assert amounts.done == (amounts.over_time() or [(TODAY, 3)])[-1][1]


recent_days = st.lists(st.integers(0, 9), min_size=7, max_size=28).filter(any)


def far(day: int | None) -> int:
    return FARTHEST + 1 if day is None else day


@settings(deadline=None)
@given(recent_days, st.integers(1, 500))
def test_a_forecast_is_a_range_and_always_the_same(days: list[int], left: int) -> None:
    first, last = forecast(days, left)
    assert 1 <= far(first) <= far(last)
    assert forecast(days, left) == (first, last)


@settings(deadline=None)
@given(recent_days, st.integers(1, 500), st.data())
def test_more_done_on_any_day_never_ends_later(
    days: list[int], left: int, data: st.DataObject
) -> None:
    more = [n + data.draw(st.integers(0, 3)) for n in days]
    for slower, faster in zip(forecast(days, left), forecast(more, left), strict=True):
        assert far(faster) <= far(slower)


@settings(deadline=None)
@given(recent_days, st.integers(1, 500), st.integers(1, 100))
def test_more_to_do_never_ends_sooner(days: list[int], left: int, more: int) -> None:
    for near, later in zip(forecast(days, left), forecast(days, left + more), strict=True):
        assert far(near) <= far(later)


@settings(deadline=None)
@given(st.lists(st.floats(0, 9), min_size=7, max_size=28).filter(any), st.floats(0.01, 500))
@example([0.0] * 6 + [5e-324], 1.0)
def test_hours_with_many_digits_have_a_range_too(days: list[float], left: float) -> None:
    first, last = forecast(days, left)
    assert 1 <= far(first) <= far(last)


@pytest.mark.parametrize("free", [(5, 6), (0,)])
def test_free_days_of_the_week_stay_free(free: tuple[int, ...]) -> None:
    days = [0 if day % 7 in free else 1 for day in range(28)]
    first, last = forecast(days, 4 * sum(days))
    assert far(last) - far(first) <= 7
