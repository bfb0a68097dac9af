"""No export is written over the file of a course."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coursetracker.course.folder import read_course
from coursetracker.library.courses import CourseKind, add_course
from coursetracker.library.folders import read_any
from coursetracker.library.sparing import spare_courses, spare_file
from coursetracker.problems import Problem

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def take_in(db: sqlite3.Connection, path: Path) -> None:
    source = read_any(path)
    kind = CourseKind.FOLDER if source.is_folder else CourseKind.FILE
    add_course(db, source, read_course(source.text, source.name), kind=kind, at=NOW)


def test_a_course_of_the_library_is_spared(db: sqlite3.Connection, tmp_path: Path) -> None:
    course, other = tmp_path / "course.md", tmp_path / "other.md"
    for path in (course, other):
        path.write_text("# Course\n\n## Lesson\n", "utf-8")
    take_in(db, course)
    with pytest.raises(Problem, match="never written to"):
        spare_courses(db, course)
    spare_courses(db, other)
    spare_courses(db, tmp_path / "new.md")


def test_so_are_the_lessons_of_a_folder_and_nothing_else_in_it(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    folder = tmp_path / "course"
    folder.mkdir()
    for name in ("01_one.md", "02_two.md"):
        (folder / name).write_text("# One\n\nText.\n", "utf-8")
    take_in(db, folder)
    with pytest.raises(Problem, match="never written to"):
        spare_courses(db, folder / "02_two.md")
    (folder / "report.pdf").write_bytes(b"%PDF")
    spare_courses(db, folder / "report.pdf")
    spare_courses(db, folder / "03_new.md")


def test_a_link_to_a_course_is_the_course(db: sqlite3.Connection, tmp_path: Path) -> None:
    course, link = tmp_path / "course.md", tmp_path / "link.md"
    course.write_text("# Course\n\n## Lesson\n", "utf-8")
    link.symlink_to(course)
    take_in(db, course)
    with pytest.raises(Problem, match="never written to"):
        spare_courses(db, link)
    with pytest.raises(Problem, match="never written to"):
        spare_file(course, link)
    spare_file(course, tmp_path / "new.md")
