"""Backups of the library: made before whatever is risky and on each day of use, and thinned out.

A backup is one file, checked before it counts. Its name sorts by time and says why it was made:
``2026-03-01T14-30-15.123456Z-update.sqlite3``, in UTC, as every file system takes it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from coursetracker.library.transactions import Damaged, copy_pages, path_of, telling, understanding
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

BACKUPS = "backups"
SUFFIX = ".sqlite3"
RECENT, DAILY, WEEKLY = 10, 7, 4
"""So many backups are kept: the newest ones, and the last of so many days and weeks with any."""

ALIKE = 5
"""A library that is as one of so many newest backups has it is not backed up again."""

_MAKING = ".making-"
_TIME = "%Y-%m-%dT%H-%M-%S.%fZ"
_TIME_LENGTH = len("2026-03-01T14-30-15.123456Z")
_COUNTERS = (slice(24, 28), slice(92, 96))
"""Where SQLite counts changes of the file; copies of the same content may differ there."""


class Why(StrEnum):
    """What a backup was made for: a day of use, or what was about to be done."""

    DAY = "day"
    MIGRATION = "migration"
    UPDATE = "update"
    IMPORT = "import"
    RESTORE = "restore"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its file; `at` is in UTC."""

    path: Path
    at: datetime
    why: Why


def backups(folder: Path) -> list[Backup]:
    """Return the backups of the library in a folder, the newest first; other files are not ours.

    Raises Problem where the folder cannot be looked into.
    """
    room = folder / BACKUPS
    with _filing(room):
        names = os.listdir(room) if room.exists() else []  # noqa: PTH208  names are all we need
    found = (_backup_of(room / name) for name in names)
    return sorted((each for each in found if each), key=lambda each: each.at, reverse=True)


def _backup_of(path: Path) -> Backup | None:
    time, why = path.name[:_TIME_LENGTH], path.name[_TIME_LENGTH + 1 : -len(SUFFIX)]
    if path.suffix != SUFFIX or why not in set(Why):
        return None
    with suppress(ValueError):
        return Backup(path, datetime.strptime(time, _TIME).replace(tzinfo=UTC), Why(why))
    return None


# Making


def back_up(db: sqlite3.Connection, why: Why, at: datetime) -> Backup:
    """Back a library up and thin its backups out; return one that is there if it holds the same.

    Raises Problem where that cannot be done, and Damaged where the library is not sound.
    """
    folder = path_of(db).parent
    backup = _new(folder, why, at.astimezone(UTC))
    known = {each.path: each for each in backups(folder)[:ALIKE]}
    same = write_copy(db, backup.path, known)
    if same is not None:
        return known[same]
    thin_out(folder, but=backup)
    return backup


def _new(folder: Path, why: Why, at: datetime) -> Backup:
    """Return a backup that is to be made; no other has its name."""
    while (path := folder / BACKUPS / f"{at.strftime(_TIME)}-{why.value}{SUFFIX}").exists():
        at += timedelta(microseconds=1)
    return Backup(path, at, why)


def back_up_day(db: sqlite3.Connection, now: datetime) -> Backup | None:
    """Back a library up where no backup of this kind is of the learner's today.

    Raises Problem and Damaged as `back_up` does.
    """
    days = (each.at.astimezone(now.tzinfo).date() for each in backups(path_of(db).parent))
    return None if now.date() in days else back_up(db, Why.DAY, now)


def write_copy(db: sqlite3.Connection, target: Path, known: Iterable[Path] = ()) -> Path | None:
    """Write a whole, checked copy of a database; *target* is replaced only when it is sound.

    Where one of the `known` copies holds the same, returns that and writes none. Raises Problem
    where the copy cannot be made, and Damaged where the database is not sound.
    """
    path = path_of(db)
    with making_room(target.parent) as room:
        temporary = room / target.name
        with telling(path), closing(sqlite3.connect(temporary)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # it is brought to the disk as a whole below
            copy_pages(db, copy, path)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
            with understanding(db):
                sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            if not sound:
                raise Damaged(path)
        same = next((each for each in known if _same(temporary, each)), None)
        if same is None:
            put_in_place(temporary, target)
    return same


@contextmanager
def making_room(folder: Path) -> Iterator[Path]:
    """Make a folder within a folder, for files that are not finished; two programs may do this.

    Raises Problem where files cannot be written there.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415  not needed to start

    with _filing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=_MAKING, dir=folder, ignore_cleanup_errors=True) as room:
            yield Path(room)


def put_in_place(temporary: Path, target: Path) -> None:
    """Move a finished file to its place, whole whatever happens: after this it is on the disk."""
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    temporary.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system lets us."""
    with suppress(OSError):  # Windows opens no folders, some network drives sync none
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def _filing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "A backup cannot be made in {folder}, so nothing was changed: {reason}. "
            "Check that there is space on the disk and that you may write there, then try again.",
        )
        raise Problem(sentence, folder=folder, reason=error.strerror or error) from error


def _same(one: Path, other: Path) -> bool:
    """Return whether two copies hold the same."""
    try:
        if one.stat().st_size != other.stat().st_size:
            return False
        with one.open("rb") as mine, other.open("rb") as theirs:
            return _head(mine.read(100)) == _head(theirs.read(100)) and all(
                block == theirs.read(len(block)) for block in iter(lambda: mine.read(1 << 20), b"")
            )
    except FileNotFoundError:  # another program has thinned it out
        return False


def _head(head: bytes) -> bytes:
    masked = bytearray(head)
    for counter in _COUNTERS:
        masked[counter] = bytes(4)
    return bytes(masked)


# Thinning out


def thin_out(folder: Path, but: Backup | None = None) -> None:
    """Delete the backups of a library that need not be kept, and what was never finished.

    What cannot be deleted now is at another time. `but` stays, even if the clock was turned back.
    """
    found = backups(folder)
    kept = to_keep([each.at for each in found])
    for backup in found:
        if backup.at not in kept and backup != but:
            with suppress(OSError):
                backup.path.unlink()
    for left in (folder / BACKUPS).glob(f"{_MAKING}*"):
        _sweep(left)


def _sweep(left: Path) -> None:
    """Delete what a killed program has left; a day later nothing can be at work there."""
    from shutil import rmtree  # noqa: PLC0415  not needed to start

    with suppress(OSError):
        if datetime.now(UTC).timestamp() - left.stat().st_mtime > timedelta(days=1).total_seconds():
            rmtree(left)


def to_keep(times: Sequence[datetime]) -> frozenset[datetime]:
    """Return which of some times, the newest first, to keep: see RECENT, DAILY and WEEKLY.

    Days and weeks are the learner's own. Those without any backup do not count, so that nothing
    is lost by a long pause.
    """
    return frozenset(
        (
            *times[:RECENT],
            *_last_of_each(times, lambda at: at.astimezone().date())[:DAILY],
            *_last_of_each(times, _week)[:WEEKLY],
        )
    )


def _week(at: datetime) -> date:
    day = at.astimezone().date()
    return day - timedelta(days=day.weekday())


def _last_of_each(
    times: Sequence[datetime], span: Callable[[datetime], date]
) -> Sequence[datetime]:
    last: dict[date, datetime] = {}
    for at in times:
        last.setdefault(span(at), at)
    return list(last.values())
