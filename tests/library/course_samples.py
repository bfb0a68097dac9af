"""Courses made by hand, and courses read from Markdown with the updates of them."""

import hashlib
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from coursetracker.course.changes import Edition, Update, update_between
from coursetracker.course.choices import Evidence, Shape
from coursetracker.course.outline import Item, Kind, Outline, State, Week
from coursetracker.course.reader import read_outline
from coursetracker.library.courses import Course, CourseKind, add_course
from coursetracker.library.sources import Source
from coursetracker.library.updates import Before, apply_update, before
from coursetracker.markdown import parse
from coursetracker.progress.standings import Change, EventKind

NOW = datetime(2026, 3, 1, 9, 30, 15, 123456, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))
LATER = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LAST = datetime(2026, 3, 3, 19, 45, tzinfo=UTC)
TEXT = "# Pan ñ\r\n\r\n- [x] Amasar\r\n- [ ] Hornear\r\n"

OUTLINE = Outline(
    "Pan ñ",
    (
        Item(1, None, Kind.WEEK, "Week 1", 1, 9, week=1),
        Item(2, 1, Kind.SECTION, "Masa", 2, 6, week=1, state=State.DONE),
        Item(3, 2, Kind.LESSON, "Amasar", 3, 4, 1, State.DONE, "#a", False, 12, "ab12"),
        Item(4, 2, Kind.LESSON, "Reposar", 4, 5, 1, State.IN_PROGRESS),
        Item(5, 1, Kind.ASSESSMENT, "Examen", 6, 9, week=1, optional=True),
    ),
    weeks=(Week(1, "Harina y agua"),),
    evidence=(Evidence(Shape.TASKS, 2),),
)


def source(path: Path = Path("/courses/pan ñ.md"), text: str = TEXT) -> Source:
    return Source(path, text, "5ha256")


# From Markdown

PATH = Path("/courses/course.md")


def file(text: str, path: Path = PATH) -> Source:
    return Source(path, text, hashlib.sha256(text.encode()).hexdigest())


def reading(text: str) -> Edition:
    document = parse(text)
    return Edition.of(document, read_outline(document, "name"))


def taken_in(db: sqlite3.Connection, text: str, path: Path = PATH) -> Course:
    outline = reading(text).outline
    return add_course(db, file(text, path), outline, kind=CourseKind.FILE, at=NOW)


def proposed(started: Before, text: str) -> Update:
    """Return the update to a text, as the window proposes it."""
    old = Edition.of(parse(started.text), started.course.outline)
    return update_between(old, reading(text), started.lost)


def updated(db: sqlite3.Connection, course: Course, text: str, path: Path = PATH) -> Course:
    started = before(db, course)
    return apply_update(db, started, proposed(started, text), file(text, path), LATER)


def number(course: Course, title: str) -> int:
    """Return the id of the item with this title; there has to be one."""
    (item,) = (item for item in course.outline.items if item.title == title)
    return item.id


def tick(item: int, state: State = State.DONE, body: str = "b0d1") -> Change:
    return Change(item, EventKind.STATE, {"state": state.value, "body": body})
