"""The library's database: where it is, how it is opened, and how its schema is kept up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

from coursetracker.library.places import portable_folder
from coursetracker.library.transactions import DAMAGED, path_of, telling, transaction
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

DATABASE = "coursetracker.sqlite3"
BACKUPS = "backups"
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 2.0

Connection = sqlite3.Connection
"""An open library, by the name that those may use who know nothing of SQL."""


def data_folder() -> Path:
    """Return the folder in which the learner's data is kept.

    It is beside a program that is marked as portable, else where the system has such data.
    """
    beside = portable_folder()
    if beside is not None:
        return beside
    import appdirs  # noqa: PLC0415  not needed where the folder is given

    return Path(appdirs.user_data_dir("CourseTracker", appauthor=False))


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
    version, scripts = user_version(db), sorted(MIGRATIONS.glob("*.sql"))
    if version > _number(scripts[-1]):
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The library {path} was made by a newer CourseTracker, so nothing was changed in it. "
            "Install the newest version, or start this one with --data-dir and another folder.",
        )
        raise Problem(sentence, path=path)
    _write_ahead(db)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    pending = [script for script in scripts if _number(script) > version]
    if version and pending:
        back_up(db, path.parent / BACKUPS / f"before-schema-{_number(pending[-1])}.sqlite3")
    for script in pending:
        _migrate(db, script)
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


def _number(script: Path) -> int:
    return int(script.name[:4])


def _migrate(db: sqlite3.Connection, script: Path) -> None:
    with transaction(db):
        if user_version(db) >= _number(script):
            return  # another program that started with this one was first
        for statement in _statements(script.read_text("utf-8")):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {_number(script)}")


def _statements(script: str) -> list[str]:
    """Split a script; `executescript` would commit before it begins."""
    statements, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return [*statements, statement]  # the last may lack its semicolon, or hold nothing


def back_up(db: sqlite3.Connection, target: Path) -> None:
    """Write a whole, checked copy of a database; *target* is replaced only when it is sound.

    Raises Problem where the copy cannot be made or the database is damaged.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415  not needed to start

    path = path_of(db)
    _make_folder(target.parent)
    with TemporaryDirectory(prefix=".", dir=target.parent) as room:  # two programs may do this
        temporary = Path(room) / target.name
        with telling(path), closing(sqlite3.connect(temporary)) as copy:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
            damage = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if damage != "ok":
            raise Problem(DAMAGED, path=path)
        temporary.replace(target)
