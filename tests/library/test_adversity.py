"""A disk that is full, read-only or at fault, a library that is locked or damaged: every act is
refused with a sentence, and what was there before stays whole."""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from coursetracker.library.courses import Course, Place, keep_place, load_course
from coursetracker.library.database import open_database
from coursetracker.library.exchange.checking import read_export
from coursetracker.library.exchange.importing import exported, import_all
from coursetracker.library.notes import keep_draft, settle
from coursetracker.library.record import record, undo
from coursetracker.library.settings import keep_course_setting, keep_setting
from coursetracker.library.shelf import archive, remove, rename
from coursetracker.library.updates import take_back
from coursetracker.problems import Problem
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import LAST, LATER, NOW, number, taken_in, tick, updated

TEXT = "# C\n\n## A\n\n- [ ] Slices\n- [ ] Pointers\n"
LONG = random.Random(1).randbytes(20_000).hex()
"""Text that does not become short when it is packed."""


@dataclass(frozen=True)
class Scene:
    """A library with a course of which something is done, and an export of another."""

    db: sqlite3.Connection
    course: Course
    action: str
    other: Path

    def item(self) -> int:
        return number(self.course, "Slices")


Act = Callable[[Scene, int], object]
"""Does something for the so-manieth time."""


def _note(scene: Scene, times: int) -> None:
    keep_draft(scene.db, scene.item(), LONG * (times + 1), LATER)
    settle(scene.db, scene.item(), LATER)


ACTS: dict[str, Act] = {
    "tick": lambda scene, _: record(scene.db, [tick(scene.item())], LATER),
    "undo": lambda scene, _: undo(scene.db, scene.action, LATER),
    "rename an item": lambda scene, times: record(
        scene.db, [Change(scene.item(), EventKind.TITLE, {"title": LONG + str(times)})], LATER
    ),
    "type a note": lambda scene, times: keep_draft(
        scene.db, scene.item(), LONG * (times + 1), LATER
    ),
    "write a note": _note,
    "set a course's setting": lambda scene, times: keep_course_setting(
        scene.db, scene.course.id, f"s{times}", LONG
    ),
    "keep a setting": lambda scene, times: keep_setting(scene.db, f"s{times}", LONG),
    "keep the place": lambda scene, times: keep_place(
        scene.db, scene.course.id, Place(scene.item(), float(times))
    ),
    "open a new course": lambda scene, times: taken_in(
        scene.db, TEXT + LONG, Path(f"/courses/{times}.md")
    ),
    "update": lambda scene, _: updated(scene.db, scene.course, TEXT + f"- [ ] New\n\n{LONG}"),
    "take an update back": lambda scene, _: take_back(scene.db, scene.course.id, LATER),
    "import": lambda scene, _: import_all(scene.db, read_export(scene.other)),
    "rename the course": lambda scene, times: rename(scene.db, scene.course.id, LONG + str(times)),
    "archive": lambda scene, _: archive(scene.db, scene.course.id, LATER),
    "remove": lambda scene, _: remove(scene.db, scene.course.id, LATER),
}
"""All that writes to the library."""

ONCE = {"undo", "archive", "remove", "take an update back"}
NEED_NO_ROOM = {*ONCE, "keep the place"}
"""These may find room in pages that are there, even on a full disk."""


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Return a library in a folder of its own, as everybody may change it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        other = tmp_path / "other.json"
        with closing(open_database(tmp_path / "other")) as db:
            taken_in(db, TEXT.replace("Slices", "Bytes") + LONG, Path("/courses/other.md"))
            other.write_text(exported(db, None), "utf-8")
        with closing(open_database(folder)) as db:
            db.execute("PRAGMA busy_timeout = 30")
            course = updated(db, taken_in(db, TEXT), TEXT + "- [ ] More\n")
            done = record(db, [tick(number(course, "Pointers"))], NOW)
            record(db, [tick(number(course, "More"))], NOW)
            yield Scene(db, load_course(db, course.id), done.action, other)


@contextmanager
def full_disk(scene: Scene) -> Iterator[None]:
    """Let the database have no page more than it has."""
    db = scene.db
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    (free,) = db.execute("PRAGMA freelist_count").fetchone()
    assert free < 10
    db.execute(f"PRAGMA max_page_count = {pages}")
    yield
    db.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def read_only(scene: Scene) -> Iterator[None]:
    scene.db.execute("PRAGMA query_only = ON")
    yield
    scene.db.execute("PRAGMA query_only = OFF")


@contextmanager
def locked(scene: Scene) -> Iterator[None]:
    """Let another program write and not come to an end."""
    (_, _, path) = scene.db.execute("PRAGMA database_list").fetchone()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


Adversity = Callable[[Scene], AbstractContextManager[None]]

SAYS: dict[Adversity, tuple[str, ...]] = {
    full_disk: ("The disk is full",),
    read_only: ("cannot be written to",),
    locked: ("Another program is using",),
}


@pytest.mark.parametrize("adversity", SAYS, ids=["full disk", "read-only", "locked"])
@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_refused_with_a_sentence_and_all_stays_as_it_was(
    scene: Scene, name: str, adversity: Adversity
) -> None:
    act, problem, before = ACTS[name], None, ""
    with adversity(scene):
        for times in range(400):
            before = exported(scene.db, None)
            try:
                act(scene, times)
            except Problem as refused:
                problem = refused
                break
            if adversity is not full_disk or name in ONCE:
                break
        after = exported(scene.db, None)
    if problem is None:
        assert adversity is full_disk
        assert name in NEED_NO_ROOM
    else:
        assert any(words in str(problem) for words in SAYS[adversity]), str(problem)
        assert after == before
    assert exported(scene.db, None) == after
    assert scene.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert scene.db.execute("PRAGMA foreign_key_check").fetchall() == []
    record(scene.db, [tick(number(scene.course, "Slices"))], LAST)  # it goes on
