"""The library's database: where it is, how it is opened, and how its schema is kept up to date."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from coursetracker.library.transactions import path_of, telling, transaction
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

DATABASE = "coursetracker.sqlite3"
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 2.0

Connection = sqlite3.Connection
"""An open library, by the name that those may use who know nothing of SQL."""


def open_database(folder: Path) -> sqlite3.Connection:
    """Open the library in a folder, making both where they are missing.

    The connection belongs to the thread that opened it. Raises Problem where the folder cannot
    be made or written to, and where the database is locked, damaged or from a newer program.
    """
    path = folder / DATABASE
    _make_folder(folder)
    with telling(path):
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
    return db


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The folder {folder}, where your progress is kept, cannot be made. "
            "Allow it, or start the program with --data-dir and another folder.",
        )
        raise Problem(sentence, folder=folder) from error


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    outstanding = pending(db, path)
    _write_ahead(db)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    if outstanding and user_version(db):
        from coursetracker.library.backups import Why, back_up  # noqa: PLC0415  rarely needed

        back_up(db, Why.MIGRATION, datetime.now(UTC))
    if outstanding:
        migrate(db, path)
    with transaction(db):  # one that cannot be written to is told at once, not at the first tick
        db.execute("DELETE FROM setting WHERE FALSE")


def _write_ahead(db: sqlite3.Connection) -> None:
    """Keep changes in a log; where two programs make the library at once, SQLite does not wait."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(0.02)
        else:
            return


def folder_of(db: sqlite3.Connection) -> Path:
    """Return the folder that a library is in."""
    return path_of(db).parent


def user_version(db: sqlite3.Connection) -> int:
    """Return the number of the schema that a database has; 0 before the first."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring a database up to date as a whole, or leave it as it is; `path` is what to call it.

    Raises Problem where it is from a newer program, and where a script fails.
    """
    try:
        with transaction(db):
            for script in pending(db, path):  # asked again: another program may have been first
                for statement in _statements(script.read_text("utf-8")):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {_number(script)}")
    except sqlite3.Error as error:
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The library {path} could not be converted for this version, so nothing was changed in"
            " it. Keep using the previous version, and report this: {reason}",
        )
        raise Problem(sentence, path=path, reason=error) from error


def pending(db: sqlite3.Connection, path: Path) -> list[Path]:
    """Return the migrations that a database has not seen, in order.

    Raises Problem where it has seen newer ones than there are.
    """
    version, scripts = user_version(db), sorted(MIGRATIONS.glob("*.sql"))
    if version > _number(scripts[-1]):
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The library {path} was made by a newer CourseTracker, so nothing was changed in it. "
            "Install the newest version, or start this one with --data-dir and another folder.",
        )
        raise Problem(sentence, path=path)
    return [script for script in scripts if _number(script) > version]


def _number(script: Path) -> int:
    return int(script.name[:4])


def _statements(script: str) -> list[str]:
    """Split a script; `executescript` would commit before it begins."""
    statements, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return [*statements, statement]  # the last may lack its semicolon, or hold nothing
