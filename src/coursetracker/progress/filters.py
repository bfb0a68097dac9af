"""Which items of a course are to be seen: what remains, what is due, what has changed."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coursetracker.course.outline import State
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Standing

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)
_UNTOUCHED = Standing()
_WEEK = timedelta(days=7)


class Only(StrEnum):
    """What the learner wants to see of a course."""

    ALL = "all"
    REMAINING = "remaining"
    IN_PROGRESS = "in progress"
    DUE = "due this week"
    OVERDUE = "overdue"
    CHANGED = "changed"
    NOTED = "with a note"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Facts:
    """What filters know besides the progress.

    `week` is the first day of the learner's week, `due` the day that an item is due, and
    `noted` the items with a note.
    """

    today: date
    week: date
    due: Mapping[int, date]
    noted: AbstractSet[int]


def first_day_of_week(today: date, starts_on: int) -> date:
    """Return the day that this week began on, by its weekday (1 is Monday, 7 is Sunday)."""
    return today - timedelta(days=(today.isoweekday() - starts_on) % 7)


def let_through(only: Only, progress: Progress, facts: Facts) -> AbstractSet[int]:
    """Return the items that a filter lets through; what stands above them is not among them."""
    return _FILTERS[only](progress, facts)


def _all(progress: Progress, _facts: Facts) -> AbstractSet[int]:
    return {item.id for item in progress.outline.items}


def _remaining(progress: Progress, _facts: Facts) -> AbstractSet[int]:
    """Return the leaves that count and are not done; 10,000 of them are looked at in a frame."""
    is_leaf, standing_of = progress.outline.is_leaf, progress.standings.get
    found: set[int] = set()
    for item in progress.outline.items:
        standing = standing_of(item.id, _UNTOUCHED)
        optional = item.optional if standing.optional is None else standing.optional
        if standing.state in _OPEN and not optional and is_leaf(item.id):
            found.add(item.id)
    return found


def _in_progress(progress: Progress, _facts: Facts) -> AbstractSet[int]:
    outline = progress.outline
    return {
        item
        for item, standing in progress.standings.items()
        if standing.state is State.IN_PROGRESS and item in outline and outline.is_leaf(item)
    }


def _due_this_week(progress: Progress, facts: Facts) -> AbstractSet[int]:
    return _due(progress, facts.due, lambda day: facts.week <= day < facts.week + _WEEK)


def _overdue(progress: Progress, facts: Facts) -> AbstractSet[int]:
    return _due(progress, facts.due, lambda day: day < facts.today)


def _due(
    progress: Progress, due: Mapping[int, date], wanted: Callable[[date], bool]
) -> AbstractSet[int]:
    """Return the leaves to be done by a day, as far as they are not."""
    outline = progress.outline
    found = {item for item, day in due.items() if wanted(day) and item in outline}
    return {i for i in found if outline.is_leaf(i) and progress.state(i) in _OPEN}


def _changed(progress: Progress, _facts: Facts) -> AbstractSet[int]:
    return progress.outdated


def _noted(_progress: Progress, facts: Facts) -> AbstractSet[int]:
    return facts.noted


def _optional(progress: Progress, _facts: Facts) -> AbstractSet[int]:
    outline = progress.outline
    return {i.id for i in outline.items if outline.is_leaf(i.id) and progress.is_optional(i)}


_FILTERS: Mapping[Only, Callable[[Progress, Facts], AbstractSet[int]]] = {
    Only.ALL: _all,
    Only.REMAINING: _remaining,
    Only.IN_PROGRESS: _in_progress,
    Only.DUE: _due_this_week,
    Only.OVERDUE: _overdue,
    Only.CHANGED: _changed,
    Only.NOTED: _noted,
    Only.OPTIONAL: _optional,
}
