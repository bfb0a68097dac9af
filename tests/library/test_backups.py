"""Backups are whole, sort by their names, and are thinned out."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.library.backups import (
    BACKUPS,
    DAILY,
    RECENT,
    WEEKLY,
    Why,
    back_up,
    back_up_day,
    backups,
    thin_out,
    to_keep,
)
from coursetracker.library.courses import load_course
from coursetracker.library.settings import keep_setting, setting
from coursetracker.library.transactions import transaction
from coursetracker.problems import Problem
from library.conftest import AsNobody
from library.course_samples import LATER, NOW, taken_in


def learner_is(db: sqlite3.Connection, name: str) -> None:
    keep_setting(db, "learner", name)


def learners(folder: Path) -> list[str | None]:
    """Return the learner's name in each backup, the newest first."""
    found = []
    for backup in backups(folder):
        with closing(sqlite3.connect(backup.path)) as db:
            found.append(setting(db, "learner"))
    return found


# Making


def test_a_backup_says_by_its_name_when_and_why(db: sqlite3.Connection, folder: Path) -> None:
    made = back_up(db, Why.UPDATE, NOW)

    assert backups(folder) == [made]
    assert made.at == NOW
    assert made.path == folder / BACKUPS / "2026-03-01T15-00-15.123456Z-update.sqlite3"
    assert [each.name for each in made.path.parent.iterdir()] == [made.path.name]


def test_a_backup_holds_all_that_is_committed_and_only_that(
    db: sqlite3.Connection, folder: Path
) -> None:
    course = taken_in(db, "# C\n## A\n")

    with transaction(db):
        db.execute("DELETE FROM course")
        with closing(sqlite3.connect(folder / "coursetracker.sqlite3")) as other:
            made = back_up(other, Why.DAY, NOW)

    with closing(sqlite3.connect(made.path)) as backup:
        assert load_course(backup, course.id) == course


def test_what_has_not_changed_is_not_backed_up_again(db: sqlite3.Connection, folder: Path) -> None:
    first = back_up(db, Why.DAY, NOW)
    assert back_up(db, Why.UPDATE, LATER) == first

    learner_is(db, "Ana")
    second = back_up(db, Why.UPDATE, LATER)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the file changes, not what it says

    assert back_up(db, Why.IMPORT, LATER) == second
    assert backups(folder) == [second, first]


def test_two_backups_at_one_time_have_two_names(db: sqlite3.Connection, folder: Path) -> None:
    for name in ("Ana", "Íñigo", "Zoe"):
        learner_is(db, name)
        back_up(db, Why.UPDATE, NOW)

    assert learners(folder) == ["Zoe", "Íñigo", "Ana"]


def test_each_day_of_use_has_a_backup(db: sqlite3.Connection, folder: Path) -> None:
    midnight = NOW.replace(hour=23, minute=59)  # in UTC, it is the next day already
    days = []
    for number, at in enumerate([NOW, midnight, midnight + timedelta(minutes=2)]):
        learner_is(db, str(number))
        days.append(back_up_day(db, at))

    assert [day is not None for day in days] == [True, False, True]
    assert learners(folder) == ["2", "0"]


def test_other_files_among_the_backups_are_left_alone(db: sqlite3.Connection, folder: Path) -> None:
    made = back_up(db, Why.DAY, NOW)
    others = {"before-update.sqlite3", "notes.txt", "2026-03-01T15-00-15.123456Z-fun.sqlite3"}
    others |= {"2026-99-01T15-00-15.123456Z-day.sqlite3"}
    for name in others:
        (folder / BACKUPS / name).touch()

    thin_out(folder)

    assert backups(folder) == [made]
    assert {each.name for each in (folder / BACKUPS).iterdir()} == {made.path.name, *others}


def test_what_a_killed_program_left_is_swept_away_a_day_later(
    db: sqlite3.Connection, folder: Path
) -> None:
    back_up(db, Why.DAY, NOW)
    old, new = (folder / BACKUPS / f".making-{name}" for name in ("old", "new"))
    for left in (old, new):
        left.mkdir()
        (left / "half.sqlite3").write_bytes(b"half")
    two_days_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(old, (two_days_ago, two_days_ago))

    thin_out(folder)

    assert (old.exists(), new.exists()) == (False, True)


def test_there_are_no_backups_before_the_first(folder: Path) -> None:
    assert backups(folder) == []


def test_a_backup_that_may_not_be_written_is_told(
    open_folder: Path, as_nobody: AsNobody, db: sqlite3.Connection
) -> None:
    with closing(sqlite3.connect(open_folder / "coursetracker.sqlite3")) as library:
        db.backup(library)
    open_folder.chmod(0o555)
    with (
        closing(sqlite3.connect(open_folder / "coursetracker.sqlite3")) as library,
        as_nobody(),
        pytest.raises(Problem, match=r"backup cannot be made in .*Permission denied"),
    ):
        back_up(library, Why.DAY, NOW)


# Thinning out

times = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    unique=True,
).map(lambda found: sorted(found, reverse=True))


@given(times)
def test_the_newest_are_kept_and_the_last_of_days_and_weeks(found: list[datetime]) -> None:
    kept = to_keep(found)

    assert set(found[:RECENT]) <= kept <= set(found)
    assert len(kept) <= RECENT + DAILY + WEEKLY
    days = sorted({at.astimezone().date() for at in found}, reverse=True)
    for day in days[:DAILY]:
        assert max(at for at in found if at.astimezone().date() == day) in kept
    weeks = sorted({at.astimezone().isocalendar()[:2] for at in found}, reverse=True)
    for week in weeks[:WEEKLY]:
        assert max(at for at in found if at.astimezone().isocalendar()[:2] == week) in kept


def test_a_year_of_daily_use_leaves_a_history_of_weeks(db: sqlite3.Connection) -> None:
    found: list[datetime] = []
    for day in range(365):
        at = NOW.astimezone(UTC) + timedelta(days=day)
        found = sorted(to_keep([at, *found]), reverse=True)

    ages = [(found[0] - at).days for at in found]
    assert ages[:RECENT] == list(range(RECENT))
    assert all(later - earlier <= 7 for earlier, later in pairwise(ages))
    assert ages[-1] >= 21


def test_backups_are_thinned_out_as_they_are_made(db: sqlite3.Connection, folder: Path) -> None:
    for number in range(RECENT + 5):
        learner_is(db, str(number))
        back_up(db, Why.UPDATE, LATER + timedelta(seconds=number))

    assert learners(folder) == [str(number) for number in range(RECENT + 4, 4, -1)]


def test_a_new_backup_stays_even_if_the_clock_was_turned_back(
    db: sqlite3.Connection, folder: Path
) -> None:
    for number in range(RECENT):
        learner_is(db, str(number))
        back_up(db, Why.UPDATE, LATER + timedelta(days=4000, seconds=number))
    learner_is(db, "now")

    made = back_up(db, Why.UPDATE, NOW)

    assert made in backups(folder)
    assert made.at == NOW
