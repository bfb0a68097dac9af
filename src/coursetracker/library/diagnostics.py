"""Figures about a library that say nothing of what is in it."""

import sqlite3
from collections.abc import Mapping

from coursetracker.library.backups import backups
from coursetracker.library.database import user_version
from coursetracker.library.transactions import path_of, snapshot


def figures(db: sqlite3.Connection) -> Mapping[str, int | str]:
    """Return the schema, the sizes in bytes, and how many rows each table has."""
    path = path_of(db)
    with snapshot(db):
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        counts: dict[str, int | str] = {
            f"rows in {table}": db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
            for table in sorted(tables)
        }
        (journal,) = db.execute("PRAGMA journal_mode").fetchone()
    return {
        "SQLite": sqlite3.sqlite_version,
        "schema": user_version(db),
        "journal": journal,
        "bytes": path.stat().st_size,
        "backups": len(backups(path.parent)),
        **counts,
    }
