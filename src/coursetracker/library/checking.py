"""Checking the database: what is wrong is told, and put right where nothing can be lost by it."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from coursetracker.library.backups import Backup, Why, back_up
from coursetracker.library.rows import (
    EVENTS,
    STANDINGS,
    Row,
    event_of,
    standing_row,
    standings_of,
    utc,
)
from coursetracker.library.transactions import Damaged, path_of, snapshot, telling, transaction
from coursetracker.problems import QT_TRANSLATE_NOOP
from coursetracker.progress.standings import Standing, fold

Tick = Callable[[int, int], None]
"""Hears how much is done, of how much; raises what is to end the check."""

Fault = tuple[object, ...]
"""One thing that is wrong, as the check that found it understands it."""

_PULSE = 200_000
"""So many instructions of SQLite, a few milliseconds, lie between two ticks."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at: `find` returns what is wrong, and `repair` puts that right.

    `what` is a sentence of the context "Check". A repair runs within a transaction, after a
    backup; one that changes only what SQLite derives from tables needs none, and a damaged
    database could not give one.
    """

    what: str
    find: Callable[[sqlite3.Connection], Sequence[Fault]]
    repair: Callable[[sqlite3.Connection, Sequence[Fault]], None] | None = None
    needs_backup: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """How many faults a check found, and how many are left after its repair."""

    what: str
    found: int
    left: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All findings. Where the structure is damaged, what follows it was not checked."""

    findings: tuple[Finding, ...]
    backup: Backup | None

    @property
    def is_damaged(self) -> bool:
        """Whether only a backup can help."""
        return self.findings[0].left > 0


def check_library(
    db: sqlite3.Connection, at: datetime, tick: Tick, checks: Sequence[Check] | None = None
) -> CheckReport:
    """Look at all that can be wrong with a library, and repair what can be repaired.

    Raises what `tick` raises, and Problem where the repair cannot be kept; what was repaired
    before stays so then.
    """
    findings: list[Finding] = []
    backup: Backup | None = None
    checks = CHECKS if checks is None else checks
    for number, check in enumerate(checks):
        with _ticking(db, tick, number, len(checks)):
            faults = check.find(db)
            left = len(faults)
            if faults and check.repair is not None:
                if check.needs_backup and backup is None:
                    backup = back_up(db, Why.REPAIR, at)
                with suppress(Damaged), transaction(db):  # what cannot be repaired is left
                    check.repair(db, faults)
                left = len(check.find(db))
        findings.append(Finding(check.what, len(faults), left))
        if findings[0].left:
            break
    return CheckReport(tuple(findings), backup)


@contextmanager
def _ticking(db: sqlite3.Connection, tick: Tick, done: int, total: int) -> Iterator[None]:
    """Let the check be ended while SQLite is at a long statement, too."""
    stopped: list[BaseException] = []

    def pulse() -> bool:
        try:
            tick(done, total)
        except Exception as error:  # noqa: BLE001  raised again below; SQLite would swallow it
            stopped.append(error)
        return bool(stopped)

    tick(done, total)
    db.set_progress_handler(pulse, _PULSE)
    try:
        with telling(path_of(db)):
            yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        db.set_progress_handler(None, 0)


# Structure and references


def _damage(db: sqlite3.Connection) -> Sequence[Fault]:
    try:
        rows: list[Fault] = db.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return [(str(error),)]
    return [] if rows == [("ok",)] else rows


def _rebuild_indexes(db: sqlite3.Connection, _faults: Sequence[Fault]) -> None:
    db.execute("REINDEX")


def _loose_ends(db: sqlite3.Connection) -> Sequence[Fault]:
    return db.execute("PRAGMA foreign_key_check").fetchall()


# What follows from events


def _wrong_standings(db: sqlite3.Connection) -> Sequence[Fault]:
    """Return items whose standing is not what their events add up to, with the one that is.

    None stands for one whose events cannot be read.
    """
    return [
        (item, standing)
        for (course,) in _courses(db)
        for item, standing in _wrong_standings_of(db, course)
    ]


def _courses(db: sqlite3.Connection) -> Sequence[Row]:
    return db.execute("SELECT id FROM course").fetchall()


_ITS = "WHERE item IN (SELECT id FROM item WHERE course = ?)"


def _wrong_standings_of(
    db: sqlite3.Connection, course: int
) -> Iterator[tuple[int, Standing | None]]:
    with snapshot(db):
        events = db.execute(f"{EVENTS}{_ITS} ORDER BY item, id", (course,)).fetchall()
        rows = db.execute(f"{STANDINGS}{_ITS}", (course,)).fetchall()
    kept = {row[0]: _standing(row) for row in rows}
    folded = {item: _fold(list(own)) for item, own in groupby(events, itemgetter(2))}
    for item in sorted({*kept, *folded}):
        standing = folded.get(item, Standing())
        if standing is None or standing != kept.get(item, Standing()):
            yield item, standing


def _standing(row: Row) -> Standing | None:
    try:
        return standings_of([row])[row[0]]
    except (ValueError, KeyError, TypeError):
        return None


def _fold(rows: Sequence[Row]) -> Standing | None:
    try:
        return fold([event_of(row) for row in rows])
    except (ValueError, KeyError, TypeError):
        return None


def _rebuild_standings(db: sqlite3.Connection, faults: Iterable[Fault]) -> None:
    for item, standing in faults:
        if isinstance(item, int) and isinstance(standing, Standing):
            row = standing_row(item, standing)
            places = ", ".join("?" * len(row))
            db.execute(f"INSERT OR REPLACE INTO standing VALUES ({places})", row)  # noqa: S608


# Notes


_NOTED = (
    "SELECT item, id, undoes, kind, value, at FROM event"
    " WHERE item IN (SELECT item FROM event WHERE kind = 'note') ORDER BY item, id"
)


def _wrong_notes(db: sqlite3.Connection) -> Sequence[Fault]:
    """Return items whose note is not what the last event about it says: item, text and time."""
    with snapshot(db):
        kept = dict(db.execute("SELECT item, text FROM note").fetchall())
        rows = db.execute(_NOTED).fetchall()
    said = (_note(item, list(own)) for item, own in groupby(rows, itemgetter(0)))
    return [fault for fault in said if fault[1] != kept.get(fault[0])]


def _note(item: int, rows: Sequence[Row]) -> tuple[int, str | None, str]:
    gone: set[int] = set()
    for _, event, undoes, kind, value, at in reversed(rows):
        if undoes is not None and event not in gone:
            gone.add(undoes)
        elif kind == "note" and event not in gone:
            return item, json.loads(value)["note"], utc(datetime.fromisoformat(at))
    return item, None, ""


def _rebuild_notes(db: sqlite3.Connection, faults: Sequence[Fault]) -> None:
    db.executemany("DELETE FROM note WHERE item = ?", [fault[:1] for fault in faults])
    said = [fault for fault in faults if fault[1] is not None]
    db.executemany("INSERT INTO note VALUES (?, ?, ?)", said)


# What is searched


def _wrong_index(db: sqlite3.Connection) -> Sequence[Fault]:
    from coursetracker.library.indexing import faults  # noqa: PLC0415  not needed to start

    return [(fault,) for fault in faults(path_of(db).parent)]


def _forget_index(db: sqlite3.Connection, _faults: Sequence[Fault]) -> None:
    """Empty what is searched; it is made anew from the library when it is needed next."""
    from coursetracker.library.indexing import forget  # noqa: PLC0415  not needed to start

    forget(path_of(db).parent)


CHECKS = (
    Check(
        QT_TRANSLATE_NOOP("Check", "The structure of the file and its indexes"),
        _damage,
        _rebuild_indexes,
        needs_backup=False,
    ),
    Check(QT_TRANSLATE_NOOP("Check", "References to courses and lessons"), _loose_ends),
    Check(
        QT_TRANSLATE_NOOP("Check", "What is shown as done, and the record of what you did"),
        _wrong_standings,
        _rebuild_standings,
    ),
    Check(
        QT_TRANSLATE_NOOP("Check", "Notes, and the record of what you noted"),
        _wrong_notes,
        _rebuild_notes,
    ),
    Check(
        QT_TRANSLATE_NOOP("Check", "The words that are searched"),
        _wrong_index,
        _forget_index,
        needs_backup=False,
    ),
)
"""In this order; the first says whether the others can be trusted to find anything."""
