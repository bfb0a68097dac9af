"""Backups of the library, and its health; all but the class may run in any thread."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coursetracker.library import backups
from coursetracker.library.backups import Backup, Why
from coursetracker.library.database import Connection, folder_of, open_database
from coursetracker.problems import Problem

if TYPE_CHECKING:
    from coursetracker.library.checking import CheckReport
    from coursetracker.library.holding import Holding
    from coursetracker.library.restoring import Sound

Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Stored:
    """A backup with what it holds; None where it cannot be read or is from a newer program."""

    backup: Backup
    holding: "Holding | None"


def stored(found: Sequence[Backup], tick: Tick) -> tuple[Stored, ...]:
    """Return what backups hold."""
    read = []
    for number, backup in enumerate(found):
        tick(number, len(found))
        read.append(Stored(backup, _holding_of(backup)))
    return tuple(read)


def _holding_of(backup: Backup) -> "Holding | None":
    from coursetracker.library.holding import holding_of  # noqa: PLC0415  rarely needed

    try:
        return holding_of(backup.path)
    except Problem:
        return None


def restore(folder: Path, backup: Path, at: datetime, tick: Tick) -> Backup | None:
    """Let a backup take the place of the library in a folder, and return what undoes that.

    Returns None where the library was damaged. Raises Problem where nothing has changed.
    """
    from coursetracker.library.restoring import restore as restore_into  # noqa: PLC0415

    tick(0, 0)
    with closing(open_database(folder)) as db:
        return restore_into(db, backup, at)


def newest_sound(folder: Path) -> "Sound | None":
    """Return the newest backup that can be restored, with what it holds; None without any."""
    from coursetracker.library import restoring  # noqa: PLC0415  rarely needed

    return restoring.newest_sound(folder)


def replace_damaged(folder: Path, backup: Path | None, at: datetime) -> Path:
    """Set a library aside that cannot be opened, let a backup or nothing take its place.

    Returns where it is now. Raises Problem where it cannot be set aside.
    """
    from coursetracker.library import restoring  # noqa: PLC0415  rarely needed

    return restoring.replace_damaged(folder, backup, at)


def check(folder: Path, at: datetime, tick: Tick) -> "CheckReport":
    """Check the library in a folder, and repair it. Raises Problem where that cannot be done."""
    from coursetracker.library.checking import check_library  # noqa: PLC0415  rarely needed

    with closing(open_database(folder)) as db:
        return check_library(db, at, tick)


def back_up_day(folder: Path, now: datetime, tick: Tick) -> Backup | None:
    """Back the library in a folder up where that was not done today yet.

    Raises Problem where it cannot be done, Damaged where the library is not sound.
    """
    tick(0, 0)
    with closing(open_database(folder)) as db:
        return backups.back_up_day(db, now)


def back_up_now(folder: Path, now: datetime, tick: Tick) -> Backup:
    """Back the library in a folder up; return a backup that is there if it holds the same.

    Raises Problem where it cannot be done, Damaged where the library is not sound.
    """
    tick(0, 0)
    with closing(open_database(folder)) as db:
        return backups.back_up(db, Why.DAY, now)


class Backups:
    """What the window has to do with backups of the library it is open on."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    @property
    def folder(self) -> Path:
        """Where the backups are; it is made with the first of them."""
        return folder_of(self._db) / backups.BACKUPS

    def found(self) -> Sequence[Backup]:
        """Return all backups, the newest first. Raises Problem where they cannot be listed."""
        return backups.backups(folder_of(self._db))

    def holding_now(self) -> "Holding | None":
        """Return what the library holds now; None where it cannot be read."""
        from coursetracker.library.holding import holding  # noqa: PLC0415  rarely needed

        try:
            return holding(self._db)
        except Problem:
            return None

    def figures(self) -> Mapping[str, int | str]:
        """Return figures about the library that say nothing of what is in it."""
        from coursetracker.library.diagnostics import figures  # noqa: PLC0415  rarely needed

        return figures(self._db)
