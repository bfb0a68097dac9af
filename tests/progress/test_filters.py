"""Filters let through what the learner wants to see."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.filters import (
    Facts,
    Only,
    first_day_of_week,
    let_through,
)
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import due_dates
from coursetracker.progress.standings import Standing

TODAY = date(2026, 3, 4)  # a Wednesday
MONDAY = date(2026, 3, 2)


def item(item_id: int, parent: int | None = None, *, optional: bool = False) -> Item:
    return Item(item_id, parent, Kind.LESSON, f"Item {item_id}", item_id, 99, optional=optional,
                body_sha256="new")  # fmt: skip


# 1 ── 2, 3, 4 (optional)      5 ── 6, 7      8
COURSE = Outline("Course", (item(1), item(2, 1), item(3, 1), item(4, 1, optional=True), item(5),
                            item(6, 5), item(7, 5), item(8)))  # fmt: skip
DONE = Standing(State.DONE, done_body_sha256="new")


def through(
    only: Only,
    standings: dict[int, Standing] | None = None,
    noted: AbstractSet[int] = frozenset(),
) -> AbstractSet[int]:
    progress = Progress.of(COURSE, standings or {})
    days = due_dates(progress, None)
    return let_through(only, progress, Facts(TODAY, MONDAY, days, noted))


def test_all_is_all() -> None:
    assert through(Only.ALL) == {1, 2, 3, 4, 5, 6, 7, 8}


def test_what_counts_and_is_not_done_remains() -> None:
    standings = {
        2: DONE,
        3: Standing(State.SKIPPED),
        6: Standing(State.IN_PROGRESS),
        8: Standing(optional=True),
    }
    assert through(Only.REMAINING, standings) == {6, 7}
    assert through(Only.REMAINING, standings) == {
        leaf.id for leaf in COURSE.leaves() if Progress.of(COURSE, standings).is_open(leaf.id)
    }


def test_only_lessons_are_in_progress() -> None:
    begun = Standing(State.IN_PROGRESS)
    assert through(Only.IN_PROGRESS, {2: begun, 5: begun, 99: begun, 7: DONE}) == {2}


@pytest.mark.parametrize(
    ("day", "due", "overdue"),
    [
        (MONDAY - timedelta(days=1), False, True),
        (MONDAY, True, True),
        (TODAY, True, False),
        (MONDAY + timedelta(days=6), True, False),
        (MONDAY + timedelta(days=7), False, False),
    ],
)
def test_what_is_due_is_so_within_the_week_and_overdue_from_the_next_day(
    day: date, due: bool, overdue: bool
) -> None:
    standing = {8: Standing(due_on=day)}
    assert through(Only.DUE, standing) == ({8} if due else set())
    assert through(Only.OVERDUE, standing) == ({8} if overdue else set())


def test_a_lesson_is_due_with_its_section_unless_it_has_its_own_day() -> None:
    today, later = Standing(due_on=TODAY), Standing(due_on=TODAY + timedelta(days=30))
    standings = {1: today, 2: DONE, 5: today, 7: later}
    assert through(Only.DUE, standings) == {3, 6}  # what is optional has only its own day
    assert through(Only.DUE, standings | {3: Standing(State.SKIPPED), 4: today}) == {4, 6}


def test_what_has_changed_since_it_was_finished() -> None:
    assert through(Only.CHANGED, {2: DONE, 3: replace(DONE, done_body_sha256="old")}) == {3}


def test_what_has_a_note_and_what_is_optional() -> None:
    assert through(Only.NOTED, noted=frozenset({1, 6})) == {1, 6}
    assert through(Only.OPTIONAL, {4: Standing(optional=False), 6: Standing(optional=True)}) == {6}


@pytest.mark.parametrize(
    ("today", "starts_on", "first"),
    [
        (TODAY, 1, MONDAY),
        (TODAY, 7, date(2026, 3, 1)),
        (MONDAY, 1, MONDAY),
        (date(2026, 3, 8), 1, MONDAY),
        (date(2026, 3, 8), 7, date(2026, 3, 8)),
    ],
)
def test_weeks_begin_as_the_learner_is_used_to(today: date, starts_on: int, first: date) -> None:
    assert first_day_of_week(today, starts_on) == first
