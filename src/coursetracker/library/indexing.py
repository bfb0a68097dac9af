"""The words of all courses, kept ready to be searched in a file of their own beside the library.

All of it is made from the library, and can be thrown away. Nothing of it is written in a
transaction of the library, so that no tick waits for it. What is done of a course is committed
with the stamp of what it was made from: a killed program goes on with the course after it.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import unidata_version

from coursetracker.library.courses import course_text, load_course
from coursetracker.library.database import BUSY_SECONDS, DATABASE
from coursetracker.library.transactions import DAMAGED, snapshot, telling, transaction
from coursetracker.problems import Problem
from coursetracker.seeking.folding import fold
from coursetracker.seeking.query import words_of

if TYPE_CHECKING:
    from coursetracker.library.courses import Course

INDEX = "search.sqlite3"
FORMAT = 1_000_000 + int(unidata_version.replace(".", ""))
"""Another number makes all anew: how texts are read, folded or cut into words has changed."""

_SCHEMA = """
CREATE TABLE course (id INTEGER PRIMARY KEY, stamp TEXT NOT NULL) STRICT;
CREATE TABLE title (  -- id is the item's; of a course itself it is the course's, below zero
    id INTEGER PRIMARY KEY, course INTEGER NOT NULL, key TEXT NOT NULL  -- folded
) STRICT;
CREATE INDEX title_course ON title (course);
CREATE TABLE passage (
    id INTEGER PRIMARY KEY, text TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', noted_at TEXT
) STRICT;
CREATE INDEX passage_noted ON passage (id) WHERE noted_at IS NOT NULL;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, note, place, content = '', prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);
"""
_COLUMNS = "rowid, title, text, note, place"
_ADD_WORDS = f"INSERT INTO words ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608  ours
_DROP_WORDS = f"INSERT INTO words (words, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?)"  # noqa: S608
_ROWS = (
    "SELECT title.id, course, key, text, note, noted_at FROM title JOIN passage USING (id) WHERE "
)
_ALONE = (  # one statement, since another program may be adding to both
    "SELECT id FROM (SELECT id FROM title UNION ALL SELECT id FROM words_docsize)"
    " GROUP BY id HAVING count(*) = 1"
)
_SIGNS = str.maketrans({"+": "\ue001", "#": "\ue002"})
"""Signs that end a word, as in C++, by characters that FTS5 takes for letters."""

STEP = 100
"""After so many items others may use the processor."""

Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Row:
    """What is searched of an item; `key` is its title, folded."""

    id: int
    course: int
    key: str
    text: str
    note: str = ""
    noted_at: str | None = None

    def words(self) -> tuple[int, str, str, str, str]:
        """Return the row of the table words."""
        return (
            self.id,
            indexed(self.key),
            indexed(fold(self.text)),
            indexed(fold(self.note)),
            place(self.course),
        )


def indexed(folded: str) -> str:
    """Return a folded text as words that FTS5 takes as they are."""
    return " ".join(words_of(folded)).translate(_SIGNS)


def place(course_id: int) -> str:
    """Return a word that all items of a course have, and that nobody can type."""
    return f"\ue000{course_id}"


# Opening


def read_library(folder: Path) -> sqlite3.Connection:
    """Return a connection to the library in a folder that cannot change it."""
    db = sqlite3.connect(folder / DATABASE, timeout=BUSY_SECONDS, isolation_level=None)
    db.execute("PRAGMA query_only = ON")
    return db


def open_index(folder: Path) -> sqlite3.Connection:
    """Open what is searched in a folder, and make it where it is missing, damaged or of old.

    Raises Problem where it cannot be made.
    """
    path = folder / INDEX
    try:
        return _opened(path)
    except Problem as problem:
        if not is_damage(problem, folder):
            raise
    _delete(path)
    return _opened(path)


def is_damage(problem: Problem, folder: Path) -> bool:
    """Return whether a problem says that what is searched is damaged; the library may be whole."""
    return problem.sentence == DAMAGED and problem.facts.get("path") == folder / INDEX


def faults(folder: Path) -> list[str]:
    """Return what is wrong with what is searched; what is not there yet is not wrong."""
    path = folder / INDEX
    if not path.exists():
        return []
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as db:
            if not _is_ready(db):  # it will be made anew
                return []
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check")]
            db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            alone = db.execute(_ALONE).fetchall()
    except sqlite3.OperationalError:  # another program is writing it just now
        return []
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [each for each in found if each != "ok"] + [f"row {row}" for (row,) in alone]


def forget(folder: Path) -> None:
    """Empty what is searched, so that all of it is made anew; whoever has it open can go on.

    Raises Problem where it can neither be emptied nor deleted.
    """
    path = folder / INDEX
    try:
        with telling(path), closing(_opened(path)) as db, transaction(db):
            _make(db)
    except Problem as problem:
        if not is_damage(problem, folder):
            raise
        _delete(path)


def _delete(path: Path) -> None:
    for name in (path, path.with_name(f"{INDEX}-wal"), path.with_name(f"{INDEX}-shm")):
        with suppress(PermissionError):  # another program has it open, and will do the same
            name.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    with telling(path):
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        with telling(path):
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")  # a lost commit is made again
            if not _is_ready(db):
                with transaction(db):
                    if not _is_ready(db):  # else another program was first
                        _make(db)
    except BaseException:
        db.close()
        raise
    return db


def _is_ready(db: sqlite3.Connection) -> bool:
    return bool(db.execute("PRAGMA user_version").fetchone()[0] == FORMAT)


def _make(db: sqlite3.Connection) -> None:
    for table in ("course", "title", "passage", "words"):
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in _SCHEMA.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {FORMAT}")


# Bringing up to date


def renew(folder: Path, step: Step = lambda _done, _total: None) -> None:
    """Make what is searched be as the library is now; may run in any thread.

    The course that was opened last comes first. `step` is told how many courses are done, often;
    what it raises ends the work, and what was finished before is kept. Raises Problem where
    something cannot be read or kept.
    """
    try:
        _renew(folder, step)
    except Problem as problem:
        if not is_damage(problem, folder):
            raise
        forget(folder)
        _renew(folder, step)


def rebuild(folder: Path, step: Step = lambda _done, _total: None) -> None:
    """Make all that is searched anew, whatever there was; as `renew` otherwise."""
    forget(folder)
    renew(folder, step)


def _renew(folder: Path, step: Step) -> None:
    with (
        telling(folder / INDEX),
        closing(read_library(folder)) as library,
        closing(open_index(folder)) as db,
    ):
        wanted = _stamps(library)
        known = _known_stamps(db)
        for course_id in known.keys() - wanted.keys():
            _drop_course(db, course_id)
        stale = [(each, stamp) for each, stamp in wanted.items() if known.get(each) != stamp]
        for number, (course_id, stamp) in enumerate(stale):
            _renew_course(db, library, course_id, stamp, partial(step, number, len(stale)))
        _renew_notes(db, library)
        step(len(stale), len(stale))


def _known_stamps(db: sqlite3.Connection) -> dict[int, str]:
    return dict(db.execute("SELECT id, stamp FROM course").fetchall())


def _stamps(library: sqlite3.Connection) -> dict[int, str]:
    """Return for each course what changes whenever its titles and texts do.

    Revisions do not tell all: taken back and made again, an update may give items other ids.
    """
    with snapshot(library):
        rows = library.execute(
            "SELECT course.id, revision, taken_at, coalesce(own_title, course.title),"
            " (SELECT json_array(count(*), sum(id * (position + 1))) FROM item"
            "  WHERE course = course.id)"
            " FROM course JOIN revision ON revision.id = revision WHERE removed_at IS NULL"
            " ORDER BY opened_at DESC"
        ).fetchall()
        arranged: dict[int, list[object]] = {}
        for course_id, *own in library.execute(
            "SELECT course, item.id, standing.title, hidden FROM standing JOIN item"
            " ON item.id = item WHERE standing.title IS NOT NULL OR hidden IS NOT NULL"
            " ORDER BY item.id"
        ):
            arranged.setdefault(course_id, []).append(own)
    return {
        course_id: sha256(json.dumps([*rest, arranged.get(course_id)]).encode()).hexdigest()
        for course_id, *rest in rows
    }


def _renew_course(
    db: sqlite3.Connection,
    library: sqlite3.Connection,
    course_id: int,
    stamp: str,
    step: Callable[[], object],
) -> None:
    step()
    try:
        course, text = load_course(library, course_id), course_text(library, course_id)
    except Problem:
        if course_id in _stamps(library):
            raise
        return  # it has left the library meanwhile
    wanted: dict[int, Row] = {}
    for number, row in enumerate(_rows(course, text)):
        wanted[row.id] = row
        if not number % STEP:
            step()
    with transaction(db):
        _drop_strays(db, course_id, wanted)
        known = {row.id: row for row in _kept(db, "course = ?", course_id)}
        for item in known.keys() & wanted.keys():
            was, now = known[item], wanted[item]
            if (was.key, was.text) == (now.key, now.text):
                del known[item], wanted[item]
            else:
                wanted[item] = replace(now, note=was.note, noted_at=was.noted_at)
        _drop(db, _with_steps(known.values(), step))
        _add(db, _with_steps(wanted.values(), step))
        db.execute("INSERT OR REPLACE INTO course VALUES (?, ?)", (course_id, stamp))


def _drop_strays(db: sqlite3.Connection, course_id: int, wanted: Mapping[int, Row]) -> None:
    """Drop what other courses have under the ids that items of this course have now.

    A backup that is restored takes the library back, and the ids that were given since are given
    again. Those courses are made anew too.
    """
    between = "SELECT id, course FROM title WHERE id BETWEEN ? AND ? AND course <> ?"
    others = db.execute(between, (min(wanted), max(wanted), course_id)).fetchall()
    for item, other in others:
        if item in wanted:
            _drop(db, _kept(db, "title.id = ?", item))
            db.execute("DELETE FROM course WHERE id = ?", (other,))


def _rows(course: "Course", text: str) -> Iterator[Row]:
    """Yield what is searched of a course: the course itself, then what of it is not hidden."""
    from coursetracker.course.prose import own_texts  # noqa: PLC0415  only for a course that is new
    from coursetracker.progress.arrangement import arranged  # noqa: PLC0415

    shown = arranged(course.outline, course.standings)
    titles: Mapping[int, str] = {item.id: item.title for item in shown.items}
    for item_id, words in own_texts(course.outline, text):
        if item_id is None:
            yield Row(-course.id, course.id, fold(course.title), words)
        elif item_id in titles:
            yield Row(item_id, course.id, fold(titles[item_id]), words)


def _with_steps(rows: Iterable[Row], step: Callable[[], object]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if not number % STEP:
            step()
        yield row


def _kept(db: sqlite3.Connection, where: str, value: object) -> list[Row]:
    return [Row(*row) for row in db.execute(_ROWS + where, (value,))]


def _drop(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    for row in rows:
        db.execute(_DROP_WORDS, row.words())
        db.execute("DELETE FROM title WHERE id = ?", (row.id,))
        db.execute("DELETE FROM passage WHERE id = ?", (row.id,))


def _add(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    for row in rows:
        db.execute(_ADD_WORDS, row.words())
        db.execute("INSERT INTO title VALUES (?, ?, ?)", (row.id, row.course, row.key))
        kept = (row.id, row.text, row.note, row.noted_at)
        db.execute("INSERT INTO passage VALUES (?, ?, ?, ?)", kept)


def _drop_course(db: sqlite3.Connection, course_id: int) -> None:
    with transaction(db):
        _drop(db, _kept(db, "course = ?", course_id))
        db.execute("DELETE FROM course WHERE id = ?", (course_id,))


def _renew_notes(db: sqlite3.Connection, library: sqlite3.Connection) -> None:
    """Take in the notes that are new, changed or gone; there are few, beside all texts."""
    with snapshot(library):
        wanted = dict(
            library.execute(
                "SELECT note.item, updated_at FROM note JOIN item ON item.id = note.item"
                " WHERE gone_at IS NULL"
            ).fetchall()
        )
    known = dict(
        db.execute("SELECT id, noted_at FROM passage WHERE noted_at IS NOT NULL").fetchall()
    )
    changed = sorted({item for item, _ in wanted.items() ^ known.items()})
    if not changed:
        return
    with snapshot(library), transaction(db):
        for item in changed:
            note = library.execute(
                "SELECT text, updated_at FROM note WHERE item = ?", (item,)
            ).fetchone()
            text, noted_at = note if note and item in wanted else ("", None)
            for row in _kept(db, "title.id = ?", item):
                _drop(db, [row])
                _add(db, [replace(row, note=text, noted_at=noted_at)])
