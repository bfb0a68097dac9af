"""A transaction is kept whole or not at all, and its failures are told in sentences."""

import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from coursetracker.course.outline import State
from coursetracker.library.courses import CourseKind, add_course, load_course
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.record import record, undo
from coursetracker.library.settings import keep_setting, setting
from coursetracker.library.transactions import problem_of, snapshot, telling, transaction
from coursetracker.problems import Problem
from coursetracker.progress.standings import Change, EventKind, Standing
from library.course_samples import LATER, NOW, OUTLINE, source

LONG = "x" * 1_000_000


def test_a_block_that_fails_leaves_nothing(db: sqlite3.Connection) -> None:
    with suppress(KeyboardInterrupt), transaction(db):
        db.execute("INSERT INTO setting VALUES ('a', 'b')")
        raise KeyboardInterrupt

    assert (setting(db, "a"), db.in_transaction) == (None, False)


def test_a_snapshot_does_not_see_what_is_written_meanwhile(
    db: sqlite3.Connection, folder: Path
) -> None:
    count = "SELECT count(*) FROM setting"
    with closing(open_database(folder)) as other:
        with snapshot(db):
            before = db.execute(count).fetchone()
            keep_setting(other, "learner", "Ana")
            assert db.execute(count).fetchone() == before

        assert setting(db, "learner") == "Ana"


def test_a_setting_is_replaced(db: sqlite3.Connection) -> None:
    keep_setting(db, "learner", "Ana")
    keep_setting(db, "learner", "")

    assert (setting(db, "learner"), setting(db, "other")) == ("", None)


def test_a_full_disk_keeps_all_that_was_saved_before(db: sqlite3.Connection) -> None:
    course = add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(Problem, match=r"The disk is full.*saved before is safe.*Free some space"):
        keep_setting(db, "learner", LONG)

    db.execute("PRAGMA max_page_count = 10000")
    assert load_course(db, course.id) == course
    keep_setting(db, "learner", LONG)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a file system with 400 KiB, where one may be mounted."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_ticking_on_a_full_disk_is_told_and_goes_on_once_there_is_space(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with closing(open_database(small_disk)) as db:
        course = add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
        item = course.outline.items[4].id
        _fill(ballast)

        with pytest.raises(Problem, match="The disk is full"):
            _tick_until_refused(db, item)

        kept = load_course(db, course.id).standings
        ballast.unlink()
        done = record(db, [Change(item, EventKind.STATE, {"state": State.DONE.value})], LATER)
        assert undo(db, done.action, LATER).standings[item] == kept.get(item, Standing())


def _fill(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(1024))
            except OSError:
                return


def _tick_until_refused(db: sqlite3.Connection, item: int) -> None:
    for score in range(1000):
        record(db, [Change(item, EventKind.SCORE, {"score": score % 100})], NOW)


def test_a_library_cannot_be_made_on_a_full_disk(small_disk: Path) -> None:
    _fill(small_disk / "ballast")

    with pytest.raises(Problem, match=r"disk is full|disk reported an error|cannot be opened"):
        open_database(small_disk)


def test_an_error_of_the_disk_is_told(db: sqlite3.Connection, folder: Path) -> None:
    keep_setting(db, "learner", "Ana")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = (folder / f"{DATABASE}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        with pytest.raises(Problem, match="The disk reported an error"):
            keep_setting(db, "learner", LONG)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert setting(db, "learner") == "Ana"


def test_a_library_that_another_program_writes_to_is_told(
    db: sqlite3.Connection, folder: Path
) -> None:
    db.execute("PRAGMA busy_timeout = 20")
    with closing(open_database(folder)) as other, transaction(other):
        with pytest.raises(Problem, match="Another program is using the library") as problem:
            keep_setting(db, "learner", "Ana")
        assert str(folder / DATABASE) in str(problem.value)
        assert setting(db, "learner") is None  # reading goes on

    keep_setting(db, "learner", "Ana")


def test_faults_of_the_program_are_not_told_as_problems(db: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError), transaction(db):
        db.execute("SELECT no_such_column FROM setting")
    with pytest.raises(sqlite3.ProgrammingError), telling(Path("x")):
        db.execute("SELECT ?", ())
    assert problem_of(sqlite3.ProgrammingError("closed"), Path("x")) is None
