"""Reading courses and making them ready beside the window; all of this may run in any thread."""

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coursetracker.course.outline import Outline
from coursetracker.library import courses
from coursetracker.library.courses import Course, CourseKind
from coursetracker.library.database import open_database
from coursetracker.library.folders import read_any
from coursetracker.library.sources import Source
from coursetracker.progress.arrangement import arranged
from coursetracker.progress.rollup import Progress

if TYPE_CHECKING:
    from coursetracker.ui.reading import Pages
    from coursetracker.ui.sheets import Sheets


MANY_ITEMS = 1000
MUCH_TEXT = 300_000
LINE = 30
"""A line takes as long to read as so many letters."""


def is_much(items: int, text: str) -> bool:
    """Return whether a course is better made ready beside the window, so that it never stalls."""
    return items > MANY_ITEMS or len(text) + LINE * text.count("\n") > MUCH_TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """A course file as it stands on disk, read but not yet in the library."""

    source: Source
    outline: Outline


def read_course(path: Path) -> Reading:
    """Read a course file and find its outline; may run in any thread.

    Raises Problem where the file cannot be read.
    """
    from coursetracker.course.folder import read_course as outline_of  # noqa: PLC0415  not needed to reopen

    source = read_any(path)
    return Reading(source, outline_of(source.text, source.name))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A course of the library with what takes long to make of it, ready to be shown.

    `source` is what it was read from, where it is open for the first time.
    """

    course: Course
    progress: Progress
    pages: "Pages | Sheets"
    source: Source | None = None


def take_in(folder: Path, reading: Reading, at: datetime) -> Prepared:
    """Add a course to the library in a folder; may run in any thread.

    Raises Problem where it cannot be kept; nothing has changed then.
    """
    source = reading.source
    kind = CourseKind.FOLDER if source.is_folder else CourseKind.FILE
    with closing(open_database(folder)) as db:
        course = courses.add_course(db, source, reading.outline, kind=kind, at=at)
    return replace(_prepared(course, source.text), source=source)


def prepare(folder: Path, course_id: int) -> Prepared:
    """Load a course of the library in a folder; may run in any thread.

    Raises Problem where it is gone.
    """
    with closing(open_database(folder)) as db:
        return _prepared(courses.load_course(db, course_id), courses.course_text(db, course_id))


def _prepared(course: Course, text: str) -> Prepared:
    from coursetracker.ui.reading import Pages  # noqa: PLC0415  not needed to start
    from coursetracker.ui.sheets import Sheets  # noqa: PLC0415  not needed to start

    outline = arranged(course.outline, course.standings)
    pages: Pages | Sheets
    if course.kind is CourseKind.FOLDER:  # whose files are converted one by one
        pages = Sheets(outline, text, lambda _folder: _no_picture)
    else:
        pages = Pages(outline, text, _no_picture)
    return Prepared(course, Progress.of(outline, course.standings), pages)


def _no_picture(_source: str) -> None:
    """Stand in for the window, which finds pictures."""
