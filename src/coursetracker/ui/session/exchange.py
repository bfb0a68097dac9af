"""Courses out of the library and into it; what takes long may run in any thread."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coursetracker.library.database import Connection, open_database
from coursetracker.library.exchange import importing
from coursetracker.library.exchange.checking import read_export
from coursetracker.library.exchange.document import LibraryDoc
from coursetracker.library.exchange.importing import Imported, Summary
from coursetracker.library.exchange.reading import course_number

if TYPE_CHECKING:
    from coursetracker.ui.session.session import Session


__all__ = ["Exchange", "Imported", "Summary", "Waiting", "exported", "read_file", "take_in_all"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that was read and can be imported, and what that would do."""

    document: LibraryDoc
    summary: Summary


def read_file(folder: Path, path: Path) -> Waiting:
    """Read an export and tell what it would bring to the library in a folder.

    Raises Problem where it is no sound export.
    """
    document = read_export(path)
    with closing(open_database(folder)) as db:
        return Waiting(document, importing.summary(db, document))


def take_in_all(folder: Path, waiting: Waiting) -> Imported:
    """Import a file that was read, after a backup. Raises Problem where it cannot be kept."""
    with closing(open_database(folder)) as db:
        return importing.import_all(db, waiting.document)


def exported(folder: Path, course_id: int | None) -> bytes:
    """Return a course of the library in a folder, or for None all of it, as JSON."""
    with closing(open_database(folder)) as db:
        return importing.exported(db, course_id).encode()


class Exchange:
    """What an import has to do with the window."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session

    def take_back(self, imported: Imported) -> Imported:
        """Make the library be as before an import, and return what takes that back in turn.

        Raises Problem where something was done since in what was imported.
        """
        imported = importing.take_back(self._db, imported)
        self.show(imported)
        return imported

    def show(self, imported: Imported) -> None:
        """Show what was imported or taken back: the open course may be another now, or gone."""
        course = self._session.course
        if course is None or course.uid not in imported.after:
            return
        if imported.after[course.uid] is not None:
            self._session.renew(course.id)
            return
        self._session.be_without()
        new = (course_number(self._db, uid) for uid, now in imported.after.items() if now)
        number = next((each for each in new if each is not None), None)
        if number is not None:
            self._session.open_course(number)
