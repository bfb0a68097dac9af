"""Days of study in a row: when a day begins, which days are for rest, and what breaks nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Habits:
    """When the learner's day begins (an hour, 0 to 23), and on which days rest is planned.

    `weekdays` are counted from Monday, 0. They hold for the past as well.
    """

    day_begins: int = 4
    weekdays: frozenset[int] = frozenset()
    days: frozenset[date] = frozenset()

    def day_of(self, at: datetime) -> date:
        """Return the learner's day at a moment, by the clock on the learner's wall."""
        return (at.replace(tzinfo=None) - timedelta(hours=self.day_begins)).date()

    def rests_on(self, day: date) -> bool:
        """Return whether rest is planned for a day."""
        return day.weekday() in self.weekdays or day in self.days


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days of study there are in a row: now, and at most ever."""

    current: int = 0
    longest: int = 0
    studied_today: bool = False


def streak(studied: Iterable[date], today: date, habits: Habits) -> Streak:
    """Return the streak of days of study.

    A planned day of rest neither breaks it nor adds to it, unless something was studied then; a
    today without study breaks nothing yet. After a flight to the west tomorrow may be behind us;
    days that lie further ahead come from a clock that was wrong, and do not count.
    """
    days = sorted({day for day in studied if day <= today + DAY})
    if not days:
        return Streak()
    run = longest = 1
    for before, day in pairwise(days):
        run = run + 1 if _is_kept(before, day, today, habits) else 1
        longest = max(longest, run)
    current = run if _is_kept(days[-1], today, today, habits) else 0
    return Streak(current, longest, studied_today=days[-1] >= today)


def _is_kept(before: date, day: date, today: date, habits: Habits) -> bool:
    """Return whether all days between two are for rest, or are not over yet."""
    between = (before + timedelta(days=gap) for gap in range(1, (day - before).days))
    return all(each >= today or habits.rests_on(each) for each in between)


def spans(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return the first and the last day of each unbroken row of days, in order."""
    found: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if found and day - found[-1][1] == DAY:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found
