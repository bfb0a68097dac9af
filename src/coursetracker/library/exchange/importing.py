"""Taking courses out of the library as a whole, in, and back out of it again."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coursetracker.library.backups import Why, back_up
from coursetracker.library.exchange.document import CourseDoc, LibraryDoc, text_of
from coursetracker.library.exchange.merging import differ, follows, merged
from coursetracker.library.exchange.reading import course_document, course_number
from coursetracker.library.exchange.writing import write_course
from coursetracker.library.transactions import snapshot, transaction, understanding
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

CONSENT = "pictures of "
"""So begin settings by which the learner lets a course reach out to the web: they stay here."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import does; courses by what the learner calls them.

    `changed` are courses that are here and get something, `updated` those of them that get a
    newer text; the texts in `kept` differ from the file's without either being the newer one.
    `actions` and `notes` count what is new here.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    actions: int = 0
    notes: int = 0
    settings: int = 0

    @property
    def changes_anything(self) -> bool:
        """Whether anything is to be imported."""
        return bool(self.new or self.changed or self.settings)


@dataclass(frozen=True, slots=True)
class Imported:
    """An import that is done: how the courses were before and are now, by uid, for undoing it.

    None stands for a course, or a setting of the learner, that is not there.
    """

    summary: Summary
    backup: Path
    before: Mapping[str, CourseDoc | None]
    after: Mapping[str, CourseDoc | None]
    settings_before: Mapping[str, str | None]
    settings_after: Mapping[str, str | None]


# Out


def exported(db: sqlite3.Connection, course_id: int | None) -> str:
    """Return a course, or for None the whole library, as the text of a file.

    Raises Problem where the library cannot be read.
    """
    with snapshot(db), understanding(db):
        return text_of(_library(db, course_id))


def _library(db: sqlite3.Connection, course_id: int | None) -> LibraryDoc:
    if course_id is not None:
        return {"settings": None, "courses": [course_document(db, course_id)]}
    ids = db.execute("SELECT id FROM course ORDER BY uid").fetchall()
    return {"settings": _settings(db), "courses": [course_document(db, each) for (each,) in ids]}


def _settings(db: sqlite3.Connection) -> dict[str, str]:
    rows = db.execute("SELECT name, value FROM setting ORDER BY name").fetchall()
    return {name: value for name, value in rows if not name.startswith(CONSENT)}


# In


def summary(db: sqlite3.Connection, document: LibraryDoc) -> Summary:
    """Return what importing would do; nothing is changed. Raises Problem as the import does."""
    with snapshot(db):
        _expect_own_names(db, document["courses"])
        return _summary(_pairs(db, document["courses"]), _new_settings(db, document))


def import_all(db: sqlite3.Connection, document: LibraryDoc) -> Imported:
    """Take in what a file holds, all of it or nothing, after a backup.

    Raises Problem where it cannot be kept, and where its names belong to other things here.
    """
    backup = back_up(db, Why.IMPORT, datetime.now(UTC)).path
    try:
        with transaction(db):
            return _import(db, document, backup)
    except sqlite3.IntegrityError as error:
        raise Problem(_UNFIT) from error


_UNFIT = QT_TRANSLATE_NOOP(
    "Problem",
    "The file contradicts itself, so nothing was imported. Export it once more.",
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Problem",
    "The file has parts of your course “{title}” under another course, so nothing was imported. "
    "It was changed or is damaged: export it once more.",
)


def _import(db: sqlite3.Connection, document: LibraryDoc, backup: Path) -> Imported:
    _expect_own_names(db, document["courses"])
    settings = _new_settings(db, document)
    pairs = _pairs(db, document["courses"])
    before: dict[str, CourseDoc | None] = {}
    for mine, theirs in pairs:
        target = theirs if mine is None else merged(mine, theirs)
        if target != mine:
            before |= {theirs["uid"]: mine}
            before |= _give_way(db, theirs) if mine is None else {}
            write_course(db, target)
    _keep_settings(db, settings)
    return Imported(
        summary=_summary(pairs, settings),
        backup=backup,
        before=before,
        after={uid: _kept(db, uid) for uid in before},
        settings_before=dict.fromkeys(settings),
        settings_after=settings,
    )


Pair = tuple[CourseDoc | None, CourseDoc]
"""A course as it is here, if it is, and as the file has it."""


def _pairs(db: sqlite3.Connection, courses: Iterable[CourseDoc]) -> list[Pair]:
    return [(_kept(db, theirs["uid"]), theirs) for theirs in courses]


def _kept(db: sqlite3.Connection, uid: str) -> CourseDoc | None:
    number = course_number(db, uid)
    return None if number is None else course_document(db, number)


def _new_settings(db: sqlite3.Connection, document: LibraryDoc) -> dict[str, str]:
    """Return the learner's settings that are not here yet; those that are here stay."""
    here = _settings(db)
    return {
        name: value
        for name, value in (document["settings"] or {}).items()
        if name not in here and not name.startswith(CONSENT)
    }


def _keep_settings(db: sqlite3.Connection, settings: Mapping[str, str | None]) -> None:
    for name, value in settings.items():
        db.execute("DELETE FROM setting WHERE name = ?", (name,))
        if value is not None:
            db.execute("INSERT INTO setting VALUES (?, ?)", (name, value))


def _expect_own_names(db: sqlite3.Connection, courses: Iterable[CourseDoc]) -> None:
    """Raise Problem where an item or action of the file is here, but of another course."""
    for course in courses:
        for query, names in (
            ("SELECT uid, course FROM item", course["items"]),
            ("SELECT event.uid, course FROM event JOIN item ON item.id = item", course["events"]),
        ):
            wanted = {each["uid"] for each in names}
            _expect_in(db, query, wanted, course["uid"])


def _expect_in(db: sqlite3.Connection, query: str, uids: set[str], course: str) -> None:
    other = db.execute(
        f"WITH named (uid, course) AS ({query})"  # noqa: S608  ours
        " SELECT coalesce(own_title, title) FROM named JOIN course ON course.id = named.course"
        " WHERE named.uid IN (SELECT value FROM json_each(?)) AND course.uid <> ? LIMIT 1",
        (json.dumps([*uids]), course),
    ).fetchone()
    if other is not None:
        raise Problem(_TAKEN, title=other[0])


def _give_way(db: sqlite3.Connection, theirs: CourseDoc) -> dict[str, CourseDoc | None]:
    """Delete the course here that has the file of a new one, if nothing was done in it yet.

    So the sample course, which every new library begins with, is not there twice.
    """
    row = db.execute(
        "SELECT id FROM course WHERE source = ? AND kind = ?", (theirs["source"], theirs["kind"])
    ).fetchone()
    if row is None:
        return {}
    mine = course_document(db, row[0])
    touched = (
        mine["notes"] or mine["settings"] or mine["own_title"] or len(mine["revisions"]) > 1
        or any(event["value"].get("from") != "file" for event in mine["events"])
    )  # fmt: skip
    if touched:
        return {}
    db.execute("DELETE FROM course WHERE id = ?", row)
    return {mine["uid"]: mine}


# In words and numbers


def _summary(pairs: Sequence[Pair], settings: Mapping[str, str]) -> Summary:
    outcomes = [
        (mine, theirs, theirs if mine is None else merged(mine, theirs)) for mine, theirs in pairs
    ]
    both = [(mine, theirs, now) for mine, theirs, now in outcomes if mine is not None]
    return Summary(
        new=tuple(_title(theirs) for mine, theirs, _ in outcomes if mine is None),
        changed=tuple(_title(mine) for mine, _, now in both if now != mine),
        unchanged=tuple(_title(mine) for mine, _, now in both if now == mine),
        updated=tuple(_title(mine) for mine, theirs, _ in both if follows(theirs, mine)),
        kept=tuple(_title(mine) for mine, theirs, _ in both if differ(mine, theirs)),
        actions=sum(_actions(now) - _actions(mine) for mine, _, now in outcomes),
        notes=sum(len(now["notes"]) - (len(mine["notes"]) if mine else 0)
                  for mine, _, now in outcomes),
        settings=len(settings),
    )  # fmt: skip


def _title(course: CourseDoc) -> str:
    return course["own_title"] or course["title"]


def _actions(course: CourseDoc | None) -> int:
    """Return how many actions of the learner a course holds; what a file marks is none."""
    events = course["events"] if course is not None else ()
    return len({each["action"] for each in events if each["value"].get("from") != "file"})


# Taking back


def take_back(db: sqlite3.Connection, imported: Imported) -> Imported:
    """Make the library be as before an import, and return what takes that back in turn.

    Raises Problem where something else was done in those courses since; nothing has changed
    then, and the backup has all as it was before.
    """
    with transaction(db):
        for uid, was in imported.after.items():
            if not _same(_kept(db, uid), was):
                raise Problem(_CHANGED_SINCE, path=imported.backup)
        for uid, course in imported.before.items():
            if course is None:
                db.execute("DELETE FROM course WHERE uid = ?", (uid,))
        for course in imported.before.values():
            if course is not None:
                write_course(db, course)
        _keep_settings(db, imported.settings_before)
    return Imported(
        summary=imported.summary,
        backup=imported.backup,
        before=imported.after,
        after=imported.before,
        settings_before=imported.settings_after,
        settings_after=imported.settings_before,
    )


_CHANGED_SINCE = QT_TRANSLATE_NOOP(
    "Problem",
    "What was imported has been worked on since, so the import was not undone. The library as it "
    "was before is kept in {path}.",
)


def _same(one: CourseDoc | None, other: CourseDoc | None) -> bool:
    """Return whether two courses are the same but for when and where they were read last."""
    if one is None or other is None:
        return one is other
    place: CourseDoc = {**one, "place": other["place"], "opened_at": other["opened_at"]}
    return place == other
