"""The library opens where it can, and says why where it cannot."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coursetracker.library import database
from coursetracker.library.backups import BACKUPS, Why, backups, write_copy
from coursetracker.library.courses import Course, CourseKind, add_course, load_course
from coursetracker.library.database import (
    DATABASE,
    migrate,
    open_database,
    user_version,
)
from coursetracker.library.folder import data_folder
from coursetracker.library.settings import keep_setting, setting
from coursetracker.problems import Problem
from library.conftest import AsNobody
from library.course_samples import NOW, OUTLINE, source

NEWEST = max(int(script.name[:4]) for script in database.MIGRATIONS.glob("*.sql"))
"""The schema that a library has that is made now."""


def add(db: sqlite3.Connection) -> Course:
    return add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of migrations to which a test can add some of its own."""
    folder = tmp_path / "migrations"
    shutil.copytree(database.MIGRATIONS, folder)
    monkeypatch.setattr(database, "MIGRATIONS", folder)
    return folder


def _next(scripts: Path, steps: int = 1) -> Path:
    """Return where the migration goes that comes so many steps after those there are."""
    return scripts / f"{NEWEST + steps:04}_next.sql"


# Opening


def test_a_first_start_makes_the_folder_and_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "data of Íñigo" / "coursetracker"

    with closing(open_database(folder)) as db:
        assert user_version(db) == NEWEST
        assert (folder / DATABASE).exists()
        assert not (folder / BACKUPS).exists()


def test_what_is_committed_is_on_the_disk(db: sqlite3.Connection) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys")

    assert [db.execute(f"PRAGMA {each}").fetchone()[0] for each in pragmas] == ["wal", 2, 1]


def test_the_data_folder_follows_the_customs_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert data_folder().name == "CourseTracker"


def test_two_programs_that_start_at_once_both_get_the_library(folder: Path) -> None:
    start = threading.Barrier(4)
    versions: list[int] = []

    def run() -> None:
        start.wait()
        with closing(open_database(folder)) as db:
            versions.append(user_version(db))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert versions == [NEWEST] * 4


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Problem, match="cannot be made") as problem:
        open_database(tmp_path / "file" / "data")

    assert str(tmp_path / "file" / "data") in str(problem.value)


def test_a_folder_may_be_forbidden_to_be_made(open_folder: Path, as_nobody: AsNobody) -> None:
    open_folder.chmod(0o555)

    with as_nobody(), pytest.raises(Problem, match="cannot be made"):
        open_database(open_folder / "data")


def test_a_library_cannot_be_made_in_a_read_only_folder(
    open_folder: Path, as_nobody: AsNobody
) -> None:
    open_folder.chmod(0o555)

    with as_nobody(), pytest.raises(Problem, match=r"cannot be opened.*you may write"):
        open_database(open_folder)


def test_a_library_in_a_read_only_folder_is_told_at_once(
    open_folder: Path, as_nobody: AsNobody
) -> None:
    open_database(open_folder).close()
    open_folder.chmod(0o555)

    with as_nobody(), pytest.raises(Problem, match=r"you may write|written to"):
        open_database(open_folder)


def test_a_read_only_library_is_told_at_once(open_folder: Path, as_nobody: AsNobody) -> None:
    open_database(open_folder).close()
    (open_folder / DATABASE).chmod(0o444)

    with as_nobody(), pytest.raises(Problem, match="cannot be written to"):
        open_database(open_folder)


def test_a_folder_in_the_place_of_the_library_cannot_be_opened(folder: Path) -> None:
    (folder / DATABASE).mkdir(parents=True)

    with pytest.raises(Problem, match="cannot be opened"):
        open_database(folder)


LOCKING = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA locking_mode = EXCLUSIVE")
db.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_library_that_another_program_has_locked_is_told_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(folder).close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    command = [sys.executable, "-c", LOCKING, str(folder / DATABASE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(Problem, match="Another program is using the library"):
            open_database(folder)

    open_database(folder).close()


@pytest.fixture
def reader(folder: Path) -> Iterator[sqlite3.Connection]:
    """Return another program's connection that is reading the library before it is one."""
    folder.mkdir()
    path = folder / DATABASE
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE x (y)")
        other.execute("BEGIN")
        other.execute("SELECT * FROM x").fetchall()
        yield other


def test_a_library_is_not_made_over_the_head_of_another_program(
    folder: Path, monkeypatch: pytest.MonkeyPatch, reader: sqlite3.Connection
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)

    with pytest.raises(Problem, match="Another program is using the library"):
        open_database(folder)


def test_a_library_is_made_once_the_other_program_is_ready(
    folder: Path, reader: sqlite3.Connection
) -> None:
    with closing(sqlite3.connect(folder / DATABASE, timeout=0)) as db:
        ready = threading.Timer(0.1, reader.rollback)
        ready.start()
        database._write_ahead(db)
        ready.join()

        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_newer_library_is_refused_and_left_as_it_is(folder: Path) -> None:
    with closing(open_database(folder)) as db:
        add(db)
        db.execute("PRAGMA user_version = 99")
    before = (folder / DATABASE).read_bytes()

    with pytest.raises(Problem, match="made by a newer CourseTracker"):
        open_database(folder)

    assert (folder / DATABASE).read_bytes() == before


def test_a_file_that_is_no_database_is_called_damaged_and_kept(folder: Path) -> None:
    folder.mkdir()
    (folder / DATABASE).write_text("My diary.\n" * 1000)

    with pytest.raises(Problem, match="is damaged"):
        open_database(folder)

    assert (folder / DATABASE).read_text().startswith("My diary.")


def test_damage_found_later_is_told_too(folder: Path) -> None:
    with closing(open_database(folder)) as db:
        course = add(db)
    _damage(folder)

    with closing(open_database(folder)) as db, pytest.raises(Problem, match="is damaged"):
        load_course(db, course.id)


def _damage(folder: Path) -> None:
    """Write over the page that holds the items."""
    root = "SELECT rootpage FROM sqlite_schema WHERE name = 'item'"
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        page = db.execute(root).fetchone()[0]
    with (folder / DATABASE).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


# Migrating


def test_an_older_library_is_backed_up_and_brought_up_to_date(folder: Path, scripts: Path) -> None:
    with closing(open_database(folder)) as db:
        course = add(db)
    _next(scripts).write_text("CREATE TABLE colour (name TEXT);\n")
    _next(scripts, 2).write_text("ALTER TABLE colour\n  ADD COLUMN hex TEXT")

    with closing(open_database(folder)) as db:
        assert user_version(db) == NEWEST + 2
        assert db.execute("SELECT name, hex FROM colour").fetchall() == []
        assert load_course(db, course.id) == course

    (made,) = backups(folder)
    assert made.why is Why.MIGRATION
    with closing(sqlite3.connect(made.path)) as backup:
        assert user_version(backup) == NEWEST
        assert load_course(backup, course.id) == course


def test_a_migration_that_fails_leaves_the_old_library_whole(folder: Path, scripts: Path) -> None:
    with closing(open_database(folder)) as db:
        course = add(db)
        was = list(db.iterdump())
    _next(scripts).write_text("CREATE TABLE colour (name TEXT);\nDELETE FROM event;\n")
    _next(scripts, 2).write_text("DROP TABLE setting;\nDROP TABLE no_such_table;\n")

    with pytest.raises(
        Problem, match=r"could not be converted.*nothing was changed.*no_such_table"
    ):
        open_database(folder)

    for script in (_next(scripts), _next(scripts, 2)):
        script.unlink()
    with closing(open_database(folder)) as db:
        assert (user_version(db), setting(db, "learner")) == (NEWEST, None)
        assert list(db.iterdump()) == was
        assert load_course(db, course.id) == course


def test_a_program_killed_while_it_migrates_leaves_the_old_library_whole(
    folder: Path, scripts: Path
) -> None:
    with closing(open_database(folder)) as db:
        course = add(db)
        was = list(db.iterdump())
    _next(scripts).write_text("CREATE TABLE colour (name TEXT);\nDELETE FROM event;\n")
    command = [sys.executable, "-c", MIGRATING, str(scripts), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"migrated, but for the commit\n"
        program.kill()

    _next(scripts).unlink()
    with closing(open_database(folder)) as db:
        assert user_version(db) == NEWEST
        assert list(db.iterdump()) == was
        assert load_course(db, course.id) == course


MIGRATING = """
import sys
from pathlib import Path
from coursetracker.library import database

def statements(script, split=database._statements):
    yield from split(script)
    print("migrated, but for the commit", flush=True)
    sys.stdin.read()

database.MIGRATIONS = Path(sys.argv[1])
database._statements = statements
database.open_database(Path(sys.argv[2]))
"""


def test_a_migration_that_another_program_has_made_is_not_made_again(
    db: sqlite3.Connection,
) -> None:
    migrate(db, Path("library"))

    assert user_version(db) == NEWEST


def test_nothing_is_migrated_where_the_backup_cannot_be_made(folder: Path, scripts: Path) -> None:
    open_database(folder).close()
    (folder / BACKUPS).touch()  # a file where the folder should be
    _next(scripts).write_text("CREATE TABLE colour (name TEXT);\n")

    with pytest.raises(Problem, match="backup cannot be made"):
        open_database(folder)

    with closing(sqlite3.connect(folder / DATABASE)) as db:
        assert user_version(db) == NEWEST


# Backing up


def test_a_backup_is_one_file_with_all_that_is_committed(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    keep_setting(db, "learner", "Íñigo")
    target = tmp_path / "new folder" / "backup.sqlite3"

    write_copy(db, target)

    assert [each.name for each in target.parent.iterdir()] == [target.name]
    with closing(sqlite3.connect(target)) as backup:
        assert setting(backup, "learner") == "Íñigo"


def _break_a_rule(folder: Path) -> None:
    """Keep a value that the schema does not allow."""
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("UPDATE course SET choices = 'no JSON'")
        db.commit()


@pytest.mark.parametrize("damage", [_damage, _break_a_rule])
def test_a_damaged_library_does_not_replace_a_sound_backup(
    folder: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    target = tmp_path / "backup.sqlite3"
    with closing(open_database(folder)) as db:
        add(db)
        write_copy(db, target)
    sound = target.read_bytes()
    damage(folder)

    with closing(sqlite3.connect(folder / DATABASE)) as db, pytest.raises(Problem) as problem:
        write_copy(db, target)

    assert f"The library {folder / DATABASE} is damaged" in str(problem.value)
    assert target.read_bytes() == sound
    assert [each.name for each in tmp_path.iterdir() if each.name != "data"] == [target.name]
