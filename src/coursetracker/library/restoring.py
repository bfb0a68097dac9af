"""Putting a backup in the place of the library; what was there is kept, and comes back as well."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coursetracker.library.backups import (
    Backup,
    Why,
    back_up,
    backups,
    making_room,
    put_in_place,
    sync_folder,
)
from coursetracker.library.database import DATABASE, migrate, user_version
from coursetracker.library.holding import Holding, holding_of
from coursetracker.library.transactions import Damaged, copy_pages, path_of, telling
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

ASIDE = "coursetracker-damaged-{time}.sqlite3"
BESIDE = ("-wal", "-shm")
"""What SQLite adds to the name of a database for the files that it keeps beside it."""

STEPS = 50
"""In so many steps a library is replaced; another one is taken for what remains."""


def restore(db: sqlite3.Connection, backup: Path, at: datetime) -> Backup | None:
    """Make a library hold what a backup holds, as one transaction, and return what undoes that.

    The backup is checked and brought up to date on the side. SQLite then lets nobody else write
    from the moment at which the library is backed up until it is replaced, so nothing that was
    kept between is lost. Killed at any moment, the library is what it was before or after.

    Returns None where the library was damaged: its files are copied aside then. Raises Problem
    where it cannot be done; nothing has changed then.
    """
    path = path_of(db)
    kept: list[Backup | None] = []

    def keep_present(_status: int, _left: int, _total: int) -> None:
        if not kept:
            kept.append(_present(path, at))

    with making_room(backup.parent) as room:
        staged = room / backup.name
        _expect(backup)
        shutil.copyfile(backup, staged)
        with telling(backup), closing(sqlite3.connect(staged, isolation_level=None)) as source:
            if not user_version(source):
                raise Damaged(backup)  # an empty file: it would be made into an empty library
            migrate(source, backup)
            if source.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise Damaged(backup)
            (pages,) = source.execute("PRAGMA page_count").fetchone()
            copy_pages(source, db, path, pages=1 + pages // STEPS, progress=keep_present)
    return kept[0]


def _expect(backup: Path) -> None:
    if not backup.exists():
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The backup {path} is not there any more, so nothing was changed. Choose another one.",
        )
        raise Problem(sentence, path=backup)


def _present(path: Path, at: datetime) -> Backup | None:
    """Keep what the library holds now, through a connection that reads what was committed."""
    try:
        with telling(path), closing(sqlite3.connect(path)) as present:
            return back_up(present, Why.RESTORE, at)
    except Damaged:
        _copy_aside(path, _aside(path, at))
        return None


# Where the library is damaged


@dataclass(frozen=True, slots=True)
class Sound:
    """A backup that is sound as a whole, and what it holds."""

    backup: Backup
    holding: Holding


def newest_sound(folder: Path) -> Sound | None:
    """Return the newest backup that can be restored; None where there is none."""
    for backup in backups(folder):
        with suppress(Problem):
            return Sound(backup, holding_of(backup.path, whole=True))
    return None


def replace_damaged(folder: Path, backup: Path | None, at: datetime) -> Path:
    """Set the library of a folder aside, let a backup or nothing take its place, and return where.

    Nobody has it open. The log goes first, as SQLite would apply it to the new library. Killed
    at any moment, there is the damaged library or the new one. Raises Problem where the files
    cannot be moved.
    """
    path = folder / DATABASE
    aside = _aside(path, at)
    coming = aside.with_suffix(".new")
    try:
        if backup is not None:
            shutil.copyfile(backup, coming)
        _copy_aside(path, aside)
        for beside in BESIDE:
            Path(f"{path}{beside}").unlink(missing_ok=True)
        if backup is not None:
            put_in_place(coming, path)
        else:
            path.unlink()
            sync_folder(folder)
    except OSError as error:
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The damaged library {path} cannot be set aside: {reason}. Close other programs that "
            "use it, check that there is space on the disk, and start CourseTracker again.",
        )
        raise Problem(sentence, path=path, reason=error.strerror or error) from error
    finally:
        coming.unlink(missing_ok=True)
    return aside


def _aside(path: Path, at: datetime) -> Path:
    time = at.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%S.%fZ")
    return path.with_name(ASIDE.format(time=time))


def _copy_aside(path: Path, aside: Path) -> None:
    """Copy the files of a library, whatever is in them, under another name."""
    for beside in ("", *BESIDE):
        file = Path(f"{path}{beside}")
        if file.exists():
            shutil.copyfile(file, f"{aside}{beside}")
            with Path(f"{aside}{beside}").open("r+b") as copied:
                os.fsync(copied.fileno())
    sync_folder(aside.parent)
