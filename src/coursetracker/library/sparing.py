"""The files of courses are never written to, whatever a learner calls an export."""

import sqlite3
from pathlib import Path

from coursetracker.library.courses import find_course
from coursetracker.library.folders import MARKDOWN
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

_OF_A_COURSE = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} belongs to a course, and the files of courses are never written to. "
    "Choose another name.",
)


def spare_courses(db: sqlite3.Connection, target: Path) -> None:
    """Raise Problem where a file that is to be written is a course, or a lesson of one."""
    if not target.exists():
        return
    path = target.resolve()
    is_text = path.suffix.lower() in MARKDOWN
    folders = path.parents if is_text else ()
    if any(find_course(db, each) is not None for each in (path, *folders)):
        raise Problem(_OF_A_COURSE, path=target)


def spare_file(source: Path, target: Path) -> None:
    """Raise Problem where a file that is to be written is that of a course outside the library."""
    if target.exists() and source.exists() and target.samefile(source):
        raise Problem(_OF_A_COURSE, path=target)
