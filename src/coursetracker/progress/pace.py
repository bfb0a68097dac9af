"""How fast a course is done, and when it may be finished."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from math import ceil, inf
from random import Random

from coursetracker.course.outline import Item
from coursetracker.progress.finishing import Tick
from coursetracker.progress.rollup import Progress
from coursetracker.progress.streak import DAY, Habits

WEEK = 7
WEEKS = 4
WINDOW = WEEK * WEEKS
"""The days that a forecast is made from."""

FUTURES = 1000
ONE_IN = 10
"""Of the futures, this part is left out at either end: eight of ten lie between."""

FARTHEST = 5 * 365
"""Days after which nobody can tell."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much was finished on which day, in lessons or in hours.

    `given` is what is done without having been studied on a known day, as by the course's own
    marks; `total` is all that counts.
    """

    per_day: Mapping[date, float]
    given: float
    total: float

    @property
    def done(self) -> float:
        """All that is done."""
        return self.given + sum(self.per_day.values())

    @property
    def open(self) -> float:
        """What is left to do."""
        return max(self.total - self.done, 0.0)

    def over_time(self) -> list[tuple[date, float]]:
        """Return how much was done by the end of each day that added to it, in order."""
        days = sorted(self.per_day)
        sums = accumulate((self.per_day[day] for day in days), initial=self.given)
        return list(zip(days, list(sums)[1:], strict=True))

    def by_week(self, today: date, first_weekday: int) -> list[tuple[date, float]]:
        """Return what was done in each week, by its first day, from the first one to this one.

        `first_weekday` is the weekday that weeks begin with, 0 for Monday.
        """
        if not self.per_day:
            return []
        weeks: dict[date, float] = {}
        for day, amount in self.per_day.items():
            week = _week_of(day, first_weekday)
            weeks[week] = weeks.get(week, 0.0) + amount
        last = _week_of(max(today, *self.per_day), first_weekday)
        count = (last - min(weeks)).days // WEEK + 1
        begins = (min(weeks) + timedelta(days=WEEK * number) for number in range(count))
        return [(begin, weeks.get(begin, 0.0)) for begin in begins]

    def by_weekday(self) -> list[float]:
        """Return what was done on each weekday, from Monday to Sunday."""
        sums = [0.0] * WEEK
        for day, amount in self.per_day.items():
            sums[day.weekday()] += amount
        return sums


def _week_of(day: date, first_weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - first_weekday) % WEEK)


@dataclass(frozen=True, slots=True)
class NotBegun:
    """Nothing has been studied yet, or there is nothing to study."""


@dataclass(frozen=True, slots=True)
class TooEarly:
    """There is too little to go by: before a day, or, with None, without another day of study."""

    until: date | None


@dataclass(frozen=True, slots=True)
class Resting:
    """Nothing was finished in the last four weeks, nor since a day."""

    since: date


@dataclass(frozen=True, slots=True)
class Expected:
    """The course may be finished between two days; None is farther away than can be told."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Finished:
    """All that counts is done; the last of it on a day, if that is known."""

    on: date | None


Outlook = NotBegun | TooEarly | Resting | Expected | Finished


@dataclass(frozen=True, slots=True)
class Pace:
    """How a course went so far, and how it may go on.

    `weekly` are the lessons in a week of the last four, 0 before there is a whole one. `hours` are
    by what the course says of its lessons, None where it says that of few. They are what the
    forecast goes by then, else lessons are.
    """

    today: date
    lessons: Amounts
    hours: Amounts | None
    weekly: float
    outlook: Outlook


def pace(progress: Progress, finished: Mapping[int, Tick], today: date, habits: Habits) -> Pace:
    """Return the pace of a course, from the tick that finished each item which is done."""
    days = {
        item: habits.day_of(tick.at) if tick.studied else None for item, tick in finished.items()
    }
    leaves = [leaf for leaf in progress.outline.leaves() if progress.tally(leaf.id).counted]
    done = {leaf.id: days.get(leaf.id) for leaf in leaves if progress.tally(leaf.id).done}
    lessons = _amounts(leaves, done, dict.fromkeys((leaf.id for leaf in leaves), 1.0))
    efforts = _efforts(leaves)
    hours = _amounts(leaves, done, efforts) if efforts else None
    recent = _recent(lessons, today)
    return Pace(
        today=today,
        lessons=lessons,
        hours=hours,
        weekly=WEEK * sum(recent) / len(recent) if len(recent) >= WEEK else 0.0,
        outlook=_outlook(lessons, hours or lessons, today),
    )


def _amounts(
    leaves: Sequence[Item], done: Mapping[int, date | None], sizes: Mapping[int, float]
) -> Amounts:
    per_day: dict[date, float] = {}
    given = 0.0
    for item, day in done.items():
        if day is None:
            given += sizes[item]
        else:
            per_day[day] = per_day.get(day, 0.0) + sizes[item]
    return Amounts(per_day, given, sum(sizes[leaf.id] for leaf in leaves))


def _efforts(leaves: Sequence[Item]) -> dict[int, float] | None:
    """Return the hours of each lesson: as the course says, else as its others take on average.

    None where it says so of no more than half of them.
    """
    known = [leaf.effort_minutes for leaf in leaves if leaf.effort_minutes]
    if 2 * len(known) <= len(leaves):
        return None
    usual = sum(known) / len(known)
    return {leaf.id: (leaf.effort_minutes or usual) / 60 for leaf in leaves}


def _recent(amounts: Amounts, today: date) -> list[float]:
    """Return the amounts of the last four weeks by day, or of all days since the first one.

    Today is among them once something is done.
    """
    known = [day for day in amounts.per_day if day <= today]
    if not known:
        return []
    last = today if today in amounts.per_day else today - DAY
    count = min(WINDOW, (last - min(known)).days + 1)
    days = (last - timedelta(days=back) for back in reversed(range(count)))
    return [amounts.per_day.get(day, 0.0) for day in days]


def _outlook(lessons: Amounts, amounts: Amounts, today: date) -> Outlook:
    """Return how a course may go on, by amounts that may be its lessons or its hours."""
    days = lessons.per_day
    if lessons.total and not lessons.open:
        return Finished(max(days, default=None))
    if not days or min(days) > today:
        return NotBegun()
    recent = _recent(amounts, today)
    if not any(recent):
        return Resting(max(day for day in days if day <= today))
    if len(recent) < WEEK:
        return TooEarly(min(days) + timedelta(days=WEEK))
    if sum(1 for amount in recent if amount) < 2:
        return TooEarly(None)
    return _expected(recent, amounts, today)


def _expected(recent: Sequence[float], amounts: Amounts, today: date) -> Expected:
    last = today if today in amounts.per_day else today - DAY
    first, until = forecast(recent, amounts.open)
    return Expected(
        None if first is None else last + timedelta(days=first),
        None if until is None else last + timedelta(days=until),
    )


def forecast(recent: Sequence[float], amount: float) -> tuple[int | None, int | None]:
    """Return after how many days an amount may be done: at the earliest, and at the latest.

    `recent` has what was done on each of the last days, at least seven. The futures are drawn by
    the circular block bootstrap (D. N. Politis and J. P. Romano, "A circular block-resampling
    procedure for stationary data", 1992): four weeks are drawn from the last days, each one
    whole, so that free weekends stay free, and are taken to repeat until all is done. Thereby a
    future has its own pace, which differs from the known one as much as four weeks can tell, and
    not less the farther away the end is. Eight of ten futures end between the two days. The
    draws depend on nothing but the number of days, so that the same days have the same forecast,
    and more done on any of them never has a later one. None is more than five years away.
    """
    ends = sorted(_end([recent[at] for at in days], amount) for days in _futures(len(recent)))
    cut = FUTURES // ONE_IN
    first, last = ends[cut], ends[-1 - cut]
    return (
        int(first) if first <= FARTHEST else None,
        int(last) if last <= FARTHEST else None,
    )


@cache
def _futures(count: int) -> tuple[tuple[int, ...], ...]:
    """Return which of the last days each future repeats."""
    random = Random(0)  # noqa: S311  no secret
    return tuple(tuple(_weeks(random, count)) for _ in range(FUTURES))


def _weeks(random: Random, count: int) -> Iterator[int]:
    for _ in range(WEEKS):
        begin = random.randrange(count)
        yield from ((begin + day) % count for day in range(WEEK))


def _end(days: Sequence[float], amount: float) -> float:
    """Return when an amount is done if these days repeat; infinity if never or too far away."""
    sums = list(accumulate(days))
    if not sums[-1] or sums[-1] * FARTHEST < amount:
        return inf
    rounds = ceil(amount / sums[-1]) - 1
    rest = amount - rounds * sums[-1]
    at = bisect_left(sums, rest - 1e-9)  # hours are rounded
    return rounds * len(days) + min(at, len(days) - 1) + 1
