"""What the library costs: a tick, taking in a course, and loading it again.

Prints JSON. Ticks are milliseconds from call to return, each committed to a real file, in a
course of 10,000 lessons. Taking in and loading are CPU milliseconds. Each baseline is SQLite
alone, with the same promises (WAL, synchronous=FULL), measured between the same runs: one row
inserted and committed; the rows of the items inserted into a table without indexes; those rows
fetched.
"""

import json
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.workplace import workplace
from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.library.courses import Course, CourseKind, add_course, load_course
from coursetracker.library.database import open_database
from coursetracker.library.record import record, undo
from coursetracker.library.rows import ITEMS, Row
from coursetracker.library.sources import Source
from coursetracker.progress.standings import Change, EventKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TICKS = 500
ROUNDS = 7
WEEKS = 10


def outline(lessons: int) -> Outline:
    """Return a course of ten weeks; its file marks every tenth lesson as done."""
    return Outline("Course", tuple(_items(lessons)))


def _items(lessons: int) -> Iterator[Item]:
    for week in range(1, WEEKS + 1):
        yield Item(week, None, Kind.WEEK, f"Week {week}", week, week + 1, week)
    for number in range(WEEKS + 1, WEEKS + 1 + lessons):
        state = State.NOT_STARTED if number % 10 else State.DONE
        parent = 1 + number % WEEKS
        title = f"Lesson {number} about one thing or another"
        yield Item(
            number,
            parent,
            Kind.LESSON,
            title,
            number,
            number + 1,
            state=state,
            body_sha256="a" * 64,
        )


def add(db: sqlite3.Connection, course: Outline) -> Course:
    """Take a course in under a path of its own."""
    path = Path(f"/courses/{random.random()}.md")
    source = Source(path, "# Lesson\n" * len(course.items), "0" * 64)
    return add_course(db, source, course, kind=CourseKind.FILE, at=NOW)


def plain_insert(db: sqlite3.Connection, rows: list[Row]) -> None:
    """Insert and commit rows as SQLite alone does it."""
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.execute("COMMIT")


def cpu_ms(act: Callable[[], object]) -> float:
    """Return the CPU milliseconds that something takes."""
    start = time.process_time()
    act()
    return 1000 * (time.process_time() - start)


def wall_ms(act: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def beside(name: str, ours: list[float], alone: list[float], quantile: float) -> dict[str, float]:
    """Return a quantile of our times and of the baseline's, and the one over the other."""
    mine, base = (sorted(each)[int(quantile * (len(each) - 1))] for each in (ours, alone))
    return {
        f"{name}": round(mine, 3),
        f"{name}_sqlite": round(base, 3),
        f"{name}_ratio": round(mine / base, 2),
    }


def whole_courses(db: sqlite3.Connection, lessons: int) -> dict[str, float]:
    """Measure taking in and loading a course."""
    course = outline(lessons)
    added = add(db, course)
    rows = db.execute(ITEMS + "WHERE course = ?", (added.id,)).fetchall()
    adds, inserts, loads, fetches = [], [], [], []
    for _ in range(ROUNDS):
        adds.append(cpu_ms(lambda: add(db, course)))
        inserts.append(cpu_ms(lambda: plain_insert(db, rows)))
        loads.append(cpu_ms(lambda: load_course(db, added.id)))
        fetches.append(
            cpu_ms(lambda: db.execute("SELECT * FROM plain LIMIT ?", (len(rows),)).fetchall())
        )
    return {
        **beside(f"add_{lessons}_cpu_ms", adds, inserts, 0.5),
        **beside(f"load_{lessons}_cpu_ms", loads, fetches, 0.5),
    }


def ticks(db: sqlite3.Connection, lessons: int) -> dict[str, float]:
    """Measure single ticks, and all lessons ticked and unticked as one action."""
    items = [item.id for item in add(db, outline(lessons)).outline.leaves()]
    row = tuple(range(12))
    ours, alone = [], []
    for item in random.Random(1).sample(items, TICKS):
        change = Change(item, EventKind.STATE, {"state": "done", "body": "a" * 64})
        ours.append(wall_ms(partial(record, db, [change], NOW)))
        alone.append(wall_ms(lambda: plain_insert(db, [row])))
    changes = [Change(item, EventKind.STATE, {"state": "done"}) for item in items]
    start = time.process_time()
    action = record(db, changes, NOW).action
    ticked = time.process_time()
    undo(db, action, NOW)
    return {
        **beside("tick_ms_p50", ours, alone, 0.5),
        **beside("tick_ms_p95", ours, alone, 0.95),
        f"tick_all_{lessons}_cpu_ms": round(1000 * (ticked - start), 1),
        f"undo_all_{lessons}_cpu_ms": round(1000 * (time.process_time() - ticked), 1),
    }


def main() -> None:
    """Measure and print."""
    with workplace() as folder, closing(open_database(folder)) as db:
        db.execute("CREATE TABLE plain (a, b, c, d, e, f, g, h, i, j, k, l)")
        reopened = [wall_ms(lambda: open_database(folder).close()) for _ in range(ROUNDS)]
        found = {"open_ms": round(statistics.median(reopened), 3)}
        found |= ticks(db, 10_000) | whole_courses(db, 1_500) | whole_courses(db, 10_000)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
