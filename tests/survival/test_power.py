"""The power goes: of what was written since the last wait for the disk, anything may be lost.

All that the library does waits for the disk before it returns. So after each action, the files
are what a cut would leave for certain; of what the next action writes, a cut leaves some sectors
and not others.
"""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coursetracker.library.courses import Course
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.notes import keep_draft, settle
from coursetracker.library.record import record
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import NOW, taken_in, tick, updated
from survival.checking import kept

SECTOR = 512
HEAD = 32
FILES = (DATABASE, f"{DATABASE}-wal")


def image(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() if (folder / name).exists() else b"" for name in FILES]


def torn(old: bytes, new: bytes, chance: random.Random) -> bytes:
    """Return what a cut may leave of a file that was being written."""
    known, likely = len(old), chance.random()
    old = old.ljust(len(new), b"\0")
    starts = range(0, len(old), SECTOR)
    parts = (new if chance.random() < likely else old for _ in starts)
    whole = b"".join(part[at : at + SECTOR] for at, part in zip(starts, parts, strict=True))
    return whole[: chance.randint(known, len(whole))]


def cut(before: list[bytes], after: list[bytes], chance: random.Random) -> list[bytes]:
    """Return the files as a cut may leave them.

    SQLite waits for the log before it copies from it, and for the log's head, where it begins a
    new one, before it writes what follows.
    """
    (base, log), (new_base, new_log) = before, after
    if base != new_base:
        return [torn(base, new_base, chance), new_log]
    if log[:HEAD] != new_log[:HEAD] and chance.random() < 0.3:
        return before
    same = len(log) if new_log.startswith(log) else HEAD
    return [base, new_log[:same] + torn(log[same:], new_log[same:], chance)]


def text(version: int) -> str:
    lessons = "".join(f"- [ ] Lesson {n}\n" for n in range(20) if n != version % 20)
    return f"# Bread\n\n{lessons}- [ ] New in {version}\n"


@pytest.mark.parametrize("seed", range(4))
def test_what_was_kept_is_there_after_the_power_went(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder, broken = tmp_path / "data", tmp_path / "broken"
    broken.mkdir()
    with closing(open_database(folder)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 20")  # so that the log is emptied often
        course = taken_in(db, text(0))
        before, was = image(folder), kept(folder)
        for number in range(60):
            course = act(db, course, number, chance)
            after, now = image(folder), kept(folder)
            for _ in range(3):
                for name, content in zip(FILES, cut(before, after, chance), strict=True):
                    (broken / name).write_bytes(content)
                assert kept(broken) in (was, now)
                for left in broken.iterdir():
                    left.unlink()
            before, was = after, now


def act(db: sqlite3.Connection, course: Course, number: int, chance: random.Random) -> Course:
    """Do one thing that is one transaction."""
    item = chance.choice(list(course.outline.leaves())).id
    match chance.randrange(5):
        case 0:
            record(db, [Change(item, EventKind.SCORE, {"score": number})], NOW)
        case 1:
            keep_draft(db, item, "flour " * chance.randint(1, 2000), NOW)
        case 2:
            settle(db, item, NOW)
        case 3 if number % 3 == 0:
            return updated(db, course, text(number))
        case _:
            record(db, [tick(item)], NOW)
    return course
