"""A backup takes the place of the library as a whole, and what was there comes back as well."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from coursetracker.library import restoring
from coursetracker.library.backups import Backup, Why, back_up, backups
from coursetracker.library.courses import load_course
from coursetracker.library.database import DATABASE, open_database, user_version
from coursetracker.library.holding import Held, holding, holding_of
from coursetracker.library.record import record, undo
from coursetracker.library.restoring import newest_sound, replace_damaged, restore
from coursetracker.library.settings import keep_setting, setting
from coursetracker.library.transactions import Damaged
from coursetracker.problems import Problem
from coursetracker.progress.rollup import Tally
from library.course_samples import LAST, LATER, NOW, number, taken_in, tick

TEXT = "# C\n## A\n- [ ] Slices\n- [ ] Pointers\n"
SAMPLES = Path(__file__).parent / "samples"


def content(db: sqlite3.Connection) -> list[str]:
    return list(db.iterdump())


@pytest.fixture
def backup(db: sqlite3.Connection) -> Backup:
    """Return a backup of a library with one tick; the library has gone on since."""
    course = taken_in(db, TEXT)
    record(db, [tick(number(course, "Slices"))], NOW)
    made = back_up(db, Why.DAY, NOW)
    record(db, [tick(number(course, "Pointers"))], LATER)
    taken_in(db, "# Other\n## B\n", Path("/courses/other.md"))
    return made


def test_a_backup_is_restored_taken_back_and_restored_again(
    db: sqlite3.Connection, backup: Backup
) -> None:
    now = content(db)
    with closing(sqlite3.connect(backup.path)) as then:
        was = content(then)

    undoing = restore(db, backup.path, LAST)
    assert content(db) == was
    assert undoing is not None
    assert (undoing.why, undoing.at) == (Why.RESTORE, LAST)

    redoing = restore(db, undoing.path, LAST)
    assert content(db) == now
    assert redoing == backup  # nothing has changed since that was made

    restore(db, backup.path, LAST)
    assert content(db) == was


def test_ticking_goes_on_in_what_was_restored(db: sqlite3.Connection, backup: Backup) -> None:
    restore(db, backup.path, LAST)

    course = load_course(db, 1)
    done = record(db, [tick(number(course, "Pointers"))], LAST)
    assert undo(db, done.action, LAST).standings


def test_another_program_sees_what_was_restored(
    db: sqlite3.Connection, folder: Path, backup: Backup
) -> None:
    with closing(open_database(folder)) as other:
        assert len(holding(other).courses) == 2
        restore(db, backup.path, LAST)
        assert len(holding(other).courses) == 1
        keep_setting(other, "learner", "Ana")
    assert setting(db, "learner") == "Ana"


def test_nobody_can_write_between_the_backup_of_now_and_the_restoring(
    db: sqlite3.Connection, folder: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = []

    def write_meanwhile(*arguments: object) -> object:
        with closing(open_database_impatiently(folder)) as other:
            try:
                keep_setting(other, "learner", "Ana")
            except Problem as problem:
                refused.append(str(problem))
        return back_up(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "back_up", write_meanwhile)
    restore(db, backup.path, LAST)

    assert len(refused) == 1
    assert "Another program is using" in refused[0]


def open_database_impatiently(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / DATABASE, isolation_level=None, timeout=0)


def test_a_library_that_is_written_to_is_not_restored_into(
    db: sqlite3.Connection, folder: Path, backup: Backup
) -> None:
    was = content(db)
    db.execute("PRAGMA busy_timeout = 20")
    with closing(open_database_impatiently(folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Problem, match="Another program is using"):
            restore(db, backup.path, LAST)
        other.execute("ROLLBACK")

    assert content(db) == was


@pytest.mark.parametrize("version", [1, 2, 5])
def test_a_backup_of_an_older_schema_is_brought_up_to_date(
    db: sqlite3.Connection, backup: Backup, version: int
) -> None:
    newest = user_version(db)
    sample = SAMPLES / f"v{version}.sqlite3"
    older = backup.path.with_name(f"2026-01-01T00-00-00.000000Z-{Why.DAY}.sqlite3")
    older.write_bytes(sample.read_bytes())

    undoing = restore(db, older, LAST)

    assert (user_version(db), load_course(db, 1).title) == (newest, "Pan ñ")
    assert older.read_bytes() == sample.read_bytes()
    assert undoing is not None
    restore(db, undoing.path, LAST)
    assert load_course(db, 1).title == "C"


def _make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_make_newer, "newer CourseTracker"),
        (_overwrite, "is damaged"),
        (_empty, "is damaged"),
        (Path.unlink, "is not there any more"),
    ],
)
def test_a_backup_that_cannot_be_restored_changes_nothing(
    db: sqlite3.Connection, folder: Path, backup: Backup, spoil: Callable[[Path], None], said: str
) -> None:
    was = content(db)
    spoil(backup.path)

    with pytest.raises(Problem, match=said):
        restore(db, backup.path, LAST)

    assert content(db) == was


def test_where_now_cannot_be_backed_up_nothing_is_restored(
    db: sqlite3.Connection, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = content(db)

    def fail(*_: object) -> None:
        raise Problem("no space")

    monkeypatch.setattr(restoring, "back_up", fail)
    with pytest.raises(Problem, match="no space"):
        restore(db, backup.path, LAST)

    assert content(db) == was
    keep_setting(db, "learner", "Ana")


RESTORING = """
import sqlite3, sys
from datetime import datetime, UTC
from pathlib import Path
from coursetracker.library import restoring
from coursetracker.library.database import open_database
from coursetracker.library.transactions import copy_pages

stop = int(sys.argv[3])

def copying(source, target, path, *, pages, progress):
    steps = 0
    def watch(*now):
        nonlocal steps
        progress(*now)
        steps += 1
        if steps == stop:
            print("stopped", flush=True)
            sys.stdin.read()
    copy_pages(source, target, path, pages=1, progress=watch)
    print("stopped", flush=True)
    sys.stdin.read()

restoring.copy_pages = copying
restoring.restore(open_database(Path(sys.argv[1])), Path(sys.argv[2]), datetime.now(UTC))
"""


@pytest.mark.parametrize("step", [1, 2, 20, 0], ids=["first", "second", "later", "end"])
def test_a_program_killed_while_it_restores_leaves_one_or_the_other(
    db: sqlite3.Connection, folder: Path, backup: Backup, step: int
) -> None:
    now = content(db)
    with closing(sqlite3.connect(backup.path)) as then:
        was = content(then)
    db.close()
    command = [sys.executable, "-c", RESTORING, str(folder), str(backup.path), str(step)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"stopped\n"
        program.kill()

    with closing(open_database(folder)) as again:
        assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert content(again) == (now if step else was)
    assert Why.RESTORE in [each.why for each in backups(folder)]


# What there is to restore


def test_what_a_backup_holds_is_told_without_changing_it(
    db: sqlite3.Connection, backup: Backup
) -> None:
    was = backup.path.read_bytes()

    then, now = holding_of(backup.path, whole=True), holding(db)

    assert then.courses == (Held("C", Tally(done=1, counted=2)),)
    assert (then.actions, now.actions) == (1, 2)
    assert [held.title for held in now.courses] == ["Other", "C"]
    assert backup.path.read_bytes() == was
    assert not list(backup.path.parent.glob("*-*-wal"))


def test_what_a_backup_of_an_older_schema_holds_is_told(tmp_path: Path) -> None:
    sample = tmp_path / "año 100%.sqlite3"
    sample.write_bytes((SAMPLES / "v1.sqlite3").read_bytes())

    held = holding_of(sample)

    assert held.actions > 0
    assert [course.title for course in held.courses] == ["Pan ñ"]
    assert sample.read_bytes() == (SAMPLES / "v1.sqlite3").read_bytes()


# Damaged libraries


def _damage(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"\xff" * 20_000)


def test_a_damaged_library_gives_way_to_the_newest_sound_backup_and_is_kept(
    db: sqlite3.Connection, folder: Path, backup: Backup
) -> None:
    newer = back_up(db, Why.UPDATE, LATER)
    _overwrite(newer.path)
    db.close()
    _damage(folder)
    with pytest.raises(Damaged):
        open_database(folder)
    (folder / f"{DATABASE}-wal").write_bytes(b"a log that must not be applied to another library")

    sound = newest_sound(folder)
    assert sound is not None
    assert sound.backup == backup
    aside = replace_damaged(folder, sound.backup.path, LAST)

    assert aside.read_bytes() == b"\xff" * 20_000
    assert aside.name == "coursetracker-damaged-2026-03-03T19-45-00.000000Z.sqlite3"
    assert Path(f"{aside}-wal").read_bytes().startswith(b"a log")
    with closing(open_database(folder)) as again:
        assert holding(again) == sound.holding


def test_a_damaged_library_gives_way_to_an_empty_one(folder: Path) -> None:
    open_database(folder).close()
    _damage(folder)
    assert newest_sound(folder) is None

    aside = replace_damaged(folder, None, LAST)

    assert aside.exists()
    with closing(open_database(folder)) as again:
        assert holding(again).courses == ()


def test_a_damaged_library_that_cannot_be_moved_is_told(
    folder: Path, backup: Backup, db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.close()
    _damage(folder)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Problem, match="cannot be set aside: Permission denied"):
        replace_damaged(folder, backup.path, LAST)
    assert (folder / DATABASE).read_bytes() == b"\xff" * 20_000
    assert not list(folder.glob("*.new"))


def test_damage_that_was_found_while_it_is_open_is_set_aside_by_restoring(
    db: sqlite3.Connection, folder: Path, backup: Backup
) -> None:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'").fetchone()
    db.close()
    with (folder / DATABASE).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    damaged = (folder / DATABASE).read_bytes()
    with closing(open_database(folder)) as again:
        with pytest.raises(Damaged):
            load_course(again, 1)

        assert restore(again, backup.path, LAST) is None

        assert load_course(again, 1).title == "C"
        assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    (aside,) = folder.glob("coursetracker-damaged-*.sqlite3")
    assert aside.read_bytes() == damaged


def test_backups_of_another_time_zone_stay_in_order(db: sqlite3.Connection, folder: Path) -> None:
    for hour, name in enumerate(("Ana", "Zoe")):
        keep_setting(db, "learner", name)
        back_up(db, Why.DAY, (NOW + timedelta(hours=hour)).astimezone())
    assert [each.at for each in backups(folder)] == [NOW + timedelta(hours=1), NOW]
