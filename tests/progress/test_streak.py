"""Days of study in a row, over zones, summer time, planned rest and any hour a day begins at."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import State
from coursetracker.progress.finishing import Tick, finishings, study_days
from coursetracker.progress.standings import Event, EventKind, fold
from coursetracker.progress.streak import DAY, Habits, Streak, spans, streak

MONDAY = date(2026, 3, 23)
ZONES = [ZoneInfo(n) for n in ("Europe/Madrid", "America/Los_Angeles", "Asia/Tokyo", "UTC")]
WEEKEND = Habits(weekdays=frozenset({5, 6}))


def days(*numbers: int) -> list[date]:
    return [MONDAY + n * DAY for n in numbers]


def test_days_in_a_row_are_counted() -> None:
    assert streak(days(0, 1, 2), MONDAY + 2 * DAY, Habits()) == Streak(3, 3, studied_today=True)


def test_today_breaks_nothing_until_it_is_over() -> None:
    assert streak(days(0, 1), MONDAY + 2 * DAY, Habits()) == Streak(2, 2)
    assert streak(days(0, 1), MONDAY + 3 * DAY, Habits()) == Streak(0, 2)


def test_a_planned_day_of_rest_neither_breaks_nor_adds() -> None:
    assert streak(days(3, 4, 7), MONDAY + 7 * DAY, WEEKEND).current == 3
    assert streak(days(3, 4), MONDAY + 7 * DAY, WEEKEND).current == 2
    assert streak(days(3, 4), MONDAY + 8 * DAY, WEEKEND).current == 0
    assert streak(days(4, 7), MONDAY + 7 * DAY, Habits()).current == 1


def test_study_on_a_day_of_rest_adds_to_it() -> None:
    assert streak(days(4, 5, 7), MONDAY + 7 * DAY, WEEKEND).current == 3


def test_single_days_of_rest_keep_it_too() -> None:
    assert streak(days(0, 2), MONDAY + 2 * DAY, Habits(days=frozenset(days(1)))).current == 2


def test_nobody_has_a_streak_without_study() -> None:
    assert streak([], MONDAY, WEEKEND) == Streak()


def test_a_flight_to_the_west_keeps_it_and_a_wrong_clock_is_left_out() -> None:
    assert streak(days(0, 1), MONDAY, Habits()) == Streak(2, 2, studied_today=True)
    assert streak(days(0, 3000), MONDAY, Habits()) == Streak(1, 1, studied_today=True)


def test_a_flight_to_the_west_into_a_day_without_study_keeps_it_too() -> None:
    assert streak(days(-1, 1), MONDAY, Habits()) == Streak(2, 2, studied_today=True)
    assert streak(days(-2, 1), MONDAY, Habits()) == Streak(1, 1, studied_today=True)


def test_a_night_belongs_to_the_day_before_it_until_the_day_begins() -> None:
    late = datetime(2026, 3, 24, 3, 59, tzinfo=UTC)
    assert Habits().day_of(late) == MONDAY
    assert Habits().day_of(late + timedelta(minutes=1)) == MONDAY + DAY
    assert Habits(day_begins=0).day_of(late) == MONDAY + DAY


def test_unbroken_days_are_one_span() -> None:
    found = spans(days(4, 0, 1, 2))
    assert found == [(MONDAY, MONDAY + 2 * DAY), (MONDAY + 4 * DAY, MONDAY + 4 * DAY)]


def naive(studied: set[date], today: date, habits: Habits) -> Streak:
    """Walk day by day."""
    run = longest = 0
    day, last = min(studied, default=today), max(studied, default=today)
    while day <= max(today, last):
        if day in studied:
            run += 1
        elif day < today and not habits.rests_on(day):
            run = 0
        longest = max(longest, run)
        day += DAY
    return Streak(run, longest, studied_today=bool(studied) and last >= today)


habits = st.builds(
    Habits,
    st.integers(0, 23),
    st.frozensets(st.integers(0, 6), max_size=7),
    st.frozensets(st.integers(0, 40).map(lambda n: MONDAY + n * DAY), max_size=8),
)
moments = st.builds(
    lambda minutes, zone: (
        datetime(2026, 3, 23, tzinfo=UTC) + timedelta(minutes=minutes)
    ).astimezone(zone),
    st.integers(0, 40 * 24 * 60),
    st.sampled_from(ZONES),
)  # Europe's clocks change within these days


@given(st.lists(moments), habits, moments)
def test_the_streak_is_that_of_a_walk_from_day_to_day(
    studied: list[datetime], habits: Habits, now: datetime
) -> None:
    own = {habits.day_of(at) for at in studied if at <= now}
    today = habits.day_of(now)
    near = {day for day in own if day <= today + DAY}
    assert streak(own, today, habits) == naive(near, today, habits)


@given(moments, st.integers(0, 23))
def test_a_day_begins_at_its_hour_on_the_wall_even_when_the_clocks_change(
    at: datetime, hour: int
) -> None:
    day = Habits(day_begins=hour).day_of(at)
    begin = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001  the wall's
    assert begin <= at.replace(tzinfo=None) < begin + DAY


@given(st.lists(moments), habits, moments, st.integers(0, 6))
def test_more_rest_never_shortens_a_streak(
    studied: list[datetime], habits: Habits, now: datetime, weekday: int
) -> None:
    more = Habits(habits.day_begins, habits.weekdays | {weekday}, habits.days)
    own = {habits.day_of(at) for at in studied}
    today = habits.day_of(now)
    before, after = streak(own, today, habits), streak(own, today, more)
    assert after.current >= before.current
    assert after.longest >= before.longest


# What is a day of study


def tick(number: int, *, done: bool, item: int = 1, studied: bool = True) -> Tick:
    """Return a tick so many hours after Monday noon."""
    at = datetime(2026, 3, 23, 12, tzinfo=UTC) + timedelta(hours=number)
    return Tick(item, at, done, studied)


def test_a_slip_that_is_unticked_on_the_same_day_is_no_study() -> None:
    assert study_days([tick(0, done=True), tick(2, done=False)], Habits()) == frozenset()


def test_unticking_later_takes_no_day_away() -> None:
    ticks = [tick(0, done=True), tick(30, done=False), tick(50, done=True)]
    assert study_days(ticks, Habits()) == {MONDAY, MONDAY + 2 * DAY}
    assert finishings(ticks) == {1: ticks[2]}


def test_what_the_file_marks_is_no_study() -> None:
    ticks = [
        tick(0, done=True, studied=False),
        tick(48, done=True, item=2),
        tick(1, done=False, item=3),
    ]
    assert study_days(ticks, Habits()) == {MONDAY + 2 * DAY}
    unticked = [*ticks, tick(50, done=False)]
    assert study_days(unticked, Habits()) == {MONDAY + 2 * DAY}


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=20))
def test_finishings_are_what_standings_say(acts: list[tuple[int, bool]]) -> None:
    ticks = [tick(n, done=done, item=item) for n, (item, done) in enumerate(acts)]
    found = {item: tick.at for item, tick in finishings(ticks).items()}
    for item in range(1, 5):
        events = [
            Event(
                n, str(n), item, each.at, EventKind.STATE,
                {"state": (State.DONE if each.done else State.NOT_STARTED).value}, None, "action",
            )
            for n, each in enumerate(ticks) if each.item == item
        ]  # fmt: skip
        assert fold(events).done_at == found.get(item)
