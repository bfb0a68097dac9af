"""When what is due: dates that follow from a start and a pace, and those set by hand.

A plan deals days to the lessons in reading order. Nothing of that is kept but the plan, so that
another pace proposes other dates. Days are those of the learner's calendar.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate
from math import ceil

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.grades import Counting, Result, result
from coursetracker.progress.rollup import Check, Progress

PLAN = "plan"
"""The setting of a course that holds its plan."""
VERSION = 1
"""The form in which plans are kept now."""
WEEK = 7
FARTHEST = date(9999, 12, 31)
LEAST, MOST = 0.01, 1000
"""The amounts that a plan may have, and how often it may begin anew."""


class Unit(StrEnum):
    """What a learner goes by."""

    WEEKS = "weeks"
    LESSONS = "lessons"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Plan:
    """From when on a learner follows a course, and how fast.

    `amount` is how many days each week of the course takes, or how many lessons or hours a
    calendar week has room for. `restarts` are the moments at which the learner began anew with
    what was not done by then, each in the time zone of its day.
    """

    starts_on: date
    unit: Unit
    amount: float
    restarts: tuple[datetime, ...] = ()

    @property
    def began(self) -> date:
        """The day from which on what is open is planned."""
        return self.restarts[-1].date() if self.restarts else self.starts_on

    def restarted(self, at: datetime) -> "Plan":
        """Return the plan with what is open beginning anew."""
        return replace(self, restarts=(*self.restarts, at))


def plan_text(plan: Plan) -> str:
    """Return a plan as it is kept."""
    kept = {
        "version": VERSION,
        "starts_on": plan.starts_on.isoformat(),
        "unit": plan.unit.value,
        "amount": plan.amount,
        "restarts": [each.isoformat() for each in plan.restarts],
    }
    return json.dumps(kept)


def plan_of(text: str | None) -> Plan | None:
    """Return the plan that was kept; None where there is none, or one of a newer program.

    Raises ValueError, TypeError or KeyError where the text is no plan.
    """
    kept = None if text is None else json.loads(text)
    if kept is None or kept["version"] > VERSION:
        return None
    plan = Plan(
        date.fromisoformat(kept["starts_on"]),
        Unit(kept["unit"]),
        float(kept["amount"]),
        tuple(datetime.fromisoformat(each) for each in kept["restarts"]),
    )
    possible = LEAST <= plan.amount <= MOST and len(plan.restarts) <= MOST
    if not possible or any(each.tzinfo is None for each in plan.restarts):
        raise ValueError(text)
    return plan


def units(outline: Outline) -> tuple[Unit, ...]:
    """Return the units that a course can be planned by: its weeks, its lessons, its hours."""
    weekly = any(item.kind is Kind.WEEK for item in outline.items)
    timed = any(item.effort_minutes for item in outline.items)
    return tuple(
        unit
        for unit, known in ((Unit.WEEKS, weekly), (Unit.LESSONS, True), (Unit.HOURS, timed))
        if known
    )


# The dates


def due_dates(progress: Progress, plan: Plan | None) -> Mapping[int, date]:
    """Return when the items of a course are due, as far as anything says so.

    A date set by hand wins, for its item and for all that counts under it and has none of its
    own. Else a lesson is due when the plan has it done, an assessment at the end of its week, and
    anything else with the last thing under it. What is optional is due only by hand.
    """
    if plan is None and all(each.due_on is None for each in progress.standings.values()):
        return {}
    due = {} if plan is None else proposed_dates(progress, plan)
    by_hand: dict[int, date] = {}  # set for an item, or for one above it
    for item in progress.outline.items:
        day = progress.standing(item.id).due_on
        if day is None and item.parent is not None and not progress.is_optional(item):
            day = by_hand.get(item.parent)
        if day is not None:
            due[item.id] = by_hand[item.id] = day
    for item in reversed(progress.outline.items):  # what hangs under an item comes before it
        above, own = item.parent, due.get(item.id)
        if own is not None and above is not None and above not in by_hand:
            due[above] = max(own, due.get(above, own))
    return due


def _weeks(outline: Outline) -> Mapping[int, int | None]:
    """Return the nearest week at or above each item."""
    weeks: dict[int, int | None] = {}
    for item in outline.items:
        above = None if item.parent is None else weeks[item.parent]
        weeks[item.id] = item.id if item.kind is Kind.WEEK else above
    return weeks


def proposed_dates(progress: Progress, plan: Plan) -> dict[int, date]:
    """Return the day by which a plan has each lesson and assessment done, but what is optional.

    What was done before the learner began anew keeps the day that it had.
    """
    leaves = [leaf for leaf in progress.outline.leaves() if not progress.is_optional(leaf)]
    days = _dealt(progress.outline, leaves, plan, plan.starts_on)
    for restart in plan.restarts:
        leaves = [leaf for leaf in leaves if not _was_done(progress, leaf, restart)]
        days |= _dealt(progress.outline, leaves, plan, restart.date())
    return days


def _was_done(progress: Progress, leaf: Item, at: datetime) -> bool:
    done_at = progress.standing(leaf.id).done_at
    return done_at is not None and done_at <= at


def _dealt(outline: Outline, leaves: Sequence[Item], plan: Plan, start: date) -> dict[int, date]:
    """Deal days to lessons in reading order, and to the assessments that they are of."""
    ids = [leaf.id for leaf in leaves]
    if plan.unit is Unit.WEEKS:
        ends = (count * plan.amount for count in _week_counts(outline, ids))
    elif plan.unit is Unit.LESSONS:
        ends = (count * WEEK / plan.amount for count in range(1, len(ids) + 1))
    else:
        efforts = _efforts(outline)
        spent = accumulate(efforts[leaf] for leaf in ids)
        ends = (minutes * WEEK / (60 * plan.amount) for minutes in spent)
    days = {leaf: _day(start, end) for leaf, end in zip(ids, ends, strict=True)}
    return days | _ends(outline, days)


def _ends(outline: Outline, days: Mapping[int, date]) -> dict[int, date]:
    """Return for each assessment the last day of its week; of its own where it has no week."""
    last = dict(days)
    for item in reversed(outline.items):
        day = last.get(item.id)
        if day is not None and item.parent is not None:
            last[item.parent] = max(day, last.get(item.parent, day))
    weeks = _weeks(outline)
    return {
        item.id: last[weeks[item.id] or item.id]
        for item in outline.items
        if item.kind is Kind.ASSESSMENT and item.id in last
    }


def _day(start: date, end: float) -> date:
    """Return the day on which so many days from the start of another one are over."""
    whole = max(ceil(round(end, 6)), 1)  # 7 * (1 / 7) is not more than one day
    return start + timedelta(days=min(whole - 1, (FARTHEST - start).days))


def _week_counts(outline: Outline, leaves: Iterable[int]) -> Iterator[int]:
    """Yield for each lesson which of the weeks that have any it is in, counted from 1.

    What stands before the first week belongs to it, what stands between two to the one before.
    """
    weeks = _weeks(outline)
    count, current = 1, None
    for leaf in leaves:
        week = weeks[leaf]
        if week is not None and week != current:
            count += current is not None
            current = week
        yield count


def _efforts(outline: Outline) -> Mapping[int, float]:
    """Return the minutes that each lesson takes.

    What the course says of a section is shared by the lessons under it of which it says nothing;
    a lesson of which nothing is known takes as long as the others on average.
    """
    known: dict[int, float] = {
        leaf.id: leaf.effort_minutes for leaf in outline.leaves() if leaf.effort_minutes
    }
    for item in reversed(outline.items):  # the nearest above a lesson has the first word
        if item.effort_minutes and not outline.is_leaf(item.id):
            leaves = [leaf.id for leaf in outline.leaves(item.id)]
            silent = [leaf for leaf in leaves if leaf not in known]
            said = sum(known[leaf] for leaf in leaves if leaf in known)
            left = max(item.effort_minutes - said, 0)
            known |= {leaf: left / len(silent) for leaf in silent}
    average = sum(known.values()) / len(known) if known else 60.0
    return {leaf.id: known.get(leaf.id, average) for leaf in outline.leaves()}


# What to do next


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is not done and has a date: what is overdue, and what is next, the first due first."""

    overdue: tuple[int, ...] = ()
    coming: tuple[int, ...] = ()


NOTHING_DUE = Agenda()


def agenda(
    progress: Progress, due: Mapping[int, date], today: date, counting: Counting = Counting.BEST
) -> Agenda:
    """Return what a learner has to look after and is not done, by when it is due."""
    waiting = [item for item in watched(progress, due) if is_waiting(progress, item, counting)]
    waiting.sort(key=due.__getitem__)  # in reading order where they are due on the same day
    return Agenda(
        tuple(item for item in waiting if due[item] < today),
        tuple(item for item in waiting if due[item] >= today),
    )


def landmarks(outline: Outline) -> Sequence[Item]:
    """Return what a course is ticked off by; of a course of mere lessons, all at its top."""
    return outline.milestones() or outline.children(None)


def watched(progress: Progress, due: Mapping[int, date]) -> list[int]:
    """Return whose dates a learner is told: those of the landmarks, and what has one by hand."""
    shown = {item.id for item in landmarks(progress.outline)}
    return [
        item.id
        for item in progress.outline.items
        if item.id in due and (item.id in shown or progress.standing(item.id).due_on is not None)
    ]


def is_waiting(progress: Progress, item_id: int, counting: Counting = Counting.BEST) -> bool:
    """Return whether something of an item is neither done nor skipped.

    An assessment that is passed waits for nothing, even where nobody ticked it.
    """
    item = progress.outline.item(item_id)
    passed = item.kind is Kind.ASSESSMENT and (
        result(progress.standing(item_id), counting) is Result.PASSED
    )
    if passed or progress.check(item_id) is Check.ALL:
        return False
    leaves = progress.outline.leaves(item_id)
    return any(progress.state(leaf.id) not in (State.DONE, State.SKIPPED) for leaf in leaves)


# Beginning anew


def shifted(
    progress: Progress, plan: Plan, at: datetime, counting: Counting = Counting.BEST
) -> Mapping[int, date]:
    """Return the new dates of what has one by hand and is open, once the learner begins anew.

    They move as many days later as what is to be done first does, and to that day at least.
    """
    before, after = proposed_dates(progress, plan), proposed_dates(progress, plan.restarted(at))
    first = next((i for i in after if is_waiting(progress, i, counting)), None)
    later = timedelta() if first is None else max(after[first] - before[first], timedelta())
    dated = (
        (item.id, progress.standing(item.id).due_on)
        for item in progress.outline.items
        if is_waiting(progress, item.id, counting)
    )
    return {item: max(_moved(day, later), at.date()) for item, day in dated if day is not None}


def _moved(day: date, later: timedelta) -> date:
    return FARTHEST if FARTHEST - day < later else day + later


def end_of(due: Mapping[int, date]) -> date | None:
    """Return the day by which all is due."""
    return max(due.values(), default=None)
