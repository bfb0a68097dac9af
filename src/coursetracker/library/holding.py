"""What a library or a backup of it holds, told without changing either."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coursetracker.library.database import migrate, pending, user_version
from coursetracker.library.shelf import shelf
from coursetracker.library.transactions import Damaged, copy_pages, snapshot, telling
from coursetracker.progress.rollup import Tally


@dataclass(frozen=True, slots=True)
class Held:
    """A course by what the learner calls it, and how much of it is done."""

    title: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Holding:
    """What there is: the courses, the last opened first, and how many actions were taken."""

    courses: tuple[Held, ...]
    actions: int


def holding(db: sqlite3.Connection) -> Holding:
    """Return what a library holds. Raises Problem where it cannot be read."""
    with snapshot(db):
        (actions,) = db.execute("SELECT count(DISTINCT action) FROM event").fetchone()
    return Holding(tuple(Held(each.title, each.tally) for each in shelf(db)), actions)


def holding_of(backup: Path, *, whole: bool = False) -> Holding:
    """Return what a backup holds, one of an older schema too; with `whole`, check all of it.

    Raises Damaged where it is not sound, and Problem where it is newer than this program.
    """
    address = f"{backup.as_uri()}?mode=ro&immutable=1"  # so that nothing is made beside it
    with telling(backup), closing(sqlite3.connect(address, uri=True, isolation_level=None)) as db:
        if whole and db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Damaged(backup)
        if not user_version(db):
            raise Damaged(backup)  # an empty file, or what another program wrote
        if not pending(db, backup):
            return holding(db)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as newer:
            copy_pages(db, newer, backup)
            migrate(newer, backup)
            return holding(newer)
