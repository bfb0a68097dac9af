"""How the lessons done grew from the first day to the report's."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from coursetracker.export import labels
from coursetracker.export.wording import Wording


@dataclass(frozen=True, slots=True)
class Timeline:
    """A curve of lessons done: points are (day, lessons done by its end).

    It begins on day 0, the day before the first lesson was done, and ends on day `days`.
    """

    points: tuple[tuple[int, int], ...]
    days: int
    counted: int
    first: str
    last: str
    alt: str


@dataclass(frozen=True, slots=True)
class Completion:
    """How many of the counted lessons are done, and on which local dates."""

    dates: Mapping[date, int]
    done: int
    counted: int

    @classmethod
    def of(cls, dates: list[date], done: int, counted: int) -> "Completion":
        """Count the dates; lessons done without a known date are in *done* alone."""
        return cls(Counter(dates), done, counted)

    @property
    def undated(self) -> int:
        """How many are done without a known date."""
        return self.done - sum(self.dates.values())


def timeline(completion: Completion, today: date, wording: Wording) -> Timeline | None:
    """Return the curve, or None where no date is known."""
    if not completion.dates:
        return None
    days = sorted(completion.dates)
    start, end = days[0] - timedelta(days=1), max(today, days[-1])
    totals = list(accumulate((completion.dates[day] for day in days), initial=completion.undated))
    points = [
        ((day - start).days, total) for day, total in zip([start, *days], totals, strict=True)
    ]
    if days[-1] < end:
        points.append(((end - start).days, totals[-1]))
    alt = wording.say(labels.CHART).format(
        first=wording.long_date(start),
        last=wording.long_date(end),
        before=completion.undated,
        done=completion.done,
        counted=completion.counted,
    )
    first, last = wording.short_date(start), wording.short_date(end)
    return Timeline(tuple(points), (end - start).days, completion.counted, first, last, alt)


def timeline_note(completion: Completion, wording: Wording) -> str:
    """Return what the curve cannot show, in a sentence; empty where it shows all."""
    if completion.done == 0:
        return wording.say(labels.NOTHING_DONE)
    if not completion.dates:
        return wording.say(labels.NO_DATES)
    if completion.undated:
        return wording.say(labels.SOME_UNDATED).format(count=completion.undated)
    return ""
