"""What the learner finished, and when: ticks that still hold, and the days of study they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from coursetracker.progress.streak import Habits


@dataclass(frozen=True, slots=True)
class Tick:
    """A lesson that was ticked or unticked, by something that was not taken back.

    `at` is in the time zone that the learner was in. It was not `studied` where the course's
    file marked it.
    """

    item: int
    at: datetime
    done: bool
    studied: bool = True


def finishings(ticks: Iterable[Tick]) -> dict[int, Tick]:
    """Return the tick that finished each item which is done now; ticks come in their order.

    As in a standing, ticking what is done already moves nothing.
    """
    finished: dict[int, Tick] = {}
    for tick in ticks:
        if tick.done:
            finished.setdefault(tick.item, tick)
        else:
            finished.pop(tick.item, None)
    return finished


def study_days(ticks: Iterable[Tick], habits: Habits) -> frozenset[date]:
    """Return the days on which something was finished that was still so when the day ended.

    Unticking a lesson on a later day, or beginning a course anew, takes no day of study away.
    """
    days: set[date] = set()
    finished: dict[int, Tick] = {}
    for tick in ticks:
        before = finished.get(tick.item)
        if tick.done and before is None:
            finished[tick.item] = tick
        elif before is not None and not tick.done:
            del finished[tick.item]
            day = habits.day_of(before.at)
            if before.studied and habits.day_of(tick.at) != day:
                days.add(day)
    days.update(habits.day_of(tick.at) for tick in finished.values() if tick.studied)
    return frozenset(days)
