"""Transactions, and what to tell the learner when SQLite cannot do its work."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

_FULL = QT_TRANSLATE_NOOP(
    "Problem",
    "The disk is full, so this was not saved; all that was saved before is safe. "
    "Free some space and try again.",
)
_LOCKED = QT_TRANSLATE_NOOP(
    "Problem",
    "Another program is using the library {path}, so nothing was changed. "
    "Close that program or wait a moment, then try again.",
)
_READ_ONLY = QT_TRANSLATE_NOOP(
    "Problem",
    "The library {path} cannot be written to, so nothing was changed. Allow writing to the file "
    "and its folder, or start the program with --data-dir and another folder.",
)
_CANNOT_OPEN = QT_TRANSLATE_NOOP(
    "Problem",
    "The library {path} cannot be opened. Check that its folder is there and that you may write "
    "to it, or start the program with --data-dir and another folder.",
)
_DISK_ERROR = QT_TRANSLATE_NOOP(
    "Problem",
    "The disk reported an error in the library {path}, so this was not saved. "
    "Check the disk or its connection, then try again.",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "Problem",
    "The library {path} is damaged, so nothing was changed in it. A backup can take its place: "
    "choose File > Restore a backup… in the window. The damaged file is kept.",
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PROTOCOL: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: _DISK_ERROR,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}


_UNNUMBERED = ("unsupported file format", "Could not decode to UTF-8")
"""What is said, without a number of its own, of a file that SQLite did not write like that."""


class Damaged(Problem):
    """The file of the library is not what SQLite wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(DAMAGED, path=path)


def problem_of(error: sqlite3.Error, path: Path) -> Problem | None:
    """Return what to tell the learner about an error; None where the fault is the program's."""
    if any(words in str(error) for words in _UNNUMBERED):
        return Damaged(path)
    return _problem_for(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK), path)


def _problem_for(code: int, path: Path) -> Problem | None:
    sentence = _SENTENCES.get(code & 0xFF)  # the rest is detail
    if sentence is DAMAGED:
        return Damaged(path)
    return None if sentence is None else Problem(sentence, path=path)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise errors of SQLite that the learner can act on as Problems."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes the file in what it says of it
        raise Damaged(path) from error
    except sqlite3.Error as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def understanding(db: sqlite3.Connection) -> Iterator[None]:
    """Raise Damaged where what was kept cannot be read as what it has to be.

    For statements that only read, and that tests run: where they name what is not there, the
    schema is damaged.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise Damaged(path_of(db)) from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
            raise
        raise Damaged(path_of(db)) from error


def copy_pages(db: sqlite3.Connection, target: sqlite3.Connection, path: Path, **how: Any) -> None:
    """Copy a whole database into another; `how` is what SQLite's backup takes.

    Raises Problem, where Python itself would wait for ever for a database that is locked, or
    forget what went wrong.
    """
    begun = how.pop("progress", None)

    def watch(status: int, left: int, total: int) -> None:
        problem = _problem_for(status, path)
        if problem is not None:
            raise problem
        if begun is not None:
            begun(status, left, total)

    with telling(path):
        db.backup(target, progress=watch, **how)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Do all that is inside, or nothing of it; inside another transaction it is a part of that.

    It can be taken as kept once the outermost block is left. Raises Problem where it cannot be
    kept.
    """
    if db.in_transaction:
        yield
        return
    with _within(db, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Read the database as it is at one moment, whatever others write meanwhile."""
    with _within(db, "BEGIN"):
        yield


@contextmanager
def _within(db: sqlite3.Connection, begin: str) -> Iterator[None]:
    try:
        db.execute(begin)
        yield
        db.execute("COMMIT")
    except BaseException as error:
        if db.in_transaction:  # SQLite itself rolls back after some errors
            db.execute("ROLLBACK")
        problem = problem_of(error, path_of(db)) if isinstance(error, sqlite3.Error) else None
        if problem is None:
            raise
        raise problem from error


def path_of(db: sqlite3.Connection) -> Path:
    """Return the file that a connection is to."""
    return Path(db.execute("PRAGMA database_list").fetchone()[2])
