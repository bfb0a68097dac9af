"""What it costs to export a course as JSON, and to take it in and merge it.

Prints JSON: CPU milliseconds and megabytes, of a course of 2,000 lessons with 10 texts and 20,000
actions. The baseline of writing and reading is Python's own JSON, of the same document.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.workplace import workplace
from coursetracker.course.changes import Edition, update_between
from coursetracker.course.reader import read_outline
from coursetracker.library.courses import CourseKind, add_course, load_course
from coursetracker.library.database import open_database
from coursetracker.library.exchange.checking import read_export
from coursetracker.library.exchange.importing import exported, import_all
from coursetracker.library.record import record
from coursetracker.library.sources import Source
from coursetracker.library.updates import apply_update, before
from coursetracker.markdown import parse
from coursetracker.progress.standings import Change, EventKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LESSONS, TEXTS, ACTIONS = 2_000, 10, 20_000


def text(number: int) -> str:
    """Return an edition of the course; each renames one lesson."""
    names = (f"Lesson {n} about one thing or another" for n in range(LESSONS))
    lines = (f"- [ ] {name}{' again' if n == number else ''}\n" for n, name in enumerate(names))
    return f"# Course\n\n## Week 1\n\n{''.join(lines)}"


def cpu_ms(act: Callable[[], object]) -> float:
    """Return the CPU milliseconds that something takes."""
    start = time.process_time()
    act()
    return round(1000 * (time.process_time() - start), 1)


def fill(folder: Path) -> None:
    """Make a library with one large course."""
    path = Path("/courses/course.md")
    with closing(open_database(folder)) as db:
        edition = Edition.read(text(0), read_outline(parse(text(0)), "course"))
        source = Source(path, text(0), "0")
        course = add_course(db, source, edition.outline, kind=CourseKind.FILE, at=NOW)
        for number in range(1, TEXTS):
            started = before(db, course)
            document = parse(text(number))
            new = Edition.of(document, read_outline(document, "course"))
            old = Edition.read(started.text, started.course.outline)
            update = update_between(old, new, started.lost)
            at = NOW + timedelta(days=number)
            course = apply_update(db, started, update, Source(path, text(number), str(number)), at)
        leaves = [leaf.id for leaf in load_course(db, course.id).outline.leaves()]
        for number in range(ACTIONS // 100):
            at = NOW + timedelta(days=30, minutes=number)
            chosen = (leaves[(number * 100 + n) % len(leaves)] for n in range(100))
            state = {"state": "done" if number % 2 else "in progress"}
            record(db, [Change(item, EventKind.STATE, state) for item in chosen], at)


def main() -> None:
    """Measure and print."""
    with workplace() as folder:
        old, new, file = (folder / name for name in ("old", "new", "course.json"))
        fill(old)
        with closing(open_database(old)) as here, closing(open_database(new)) as there:
            found = {"export_cpu_ms": cpu_ms(lambda: file.write_text(exported(here, None)))}
            found["file_mb"] = round(file.stat().st_size / 1e6, 1)
            content = json.loads(file.read_text())
            found["export_json_alone_cpu_ms"] = cpu_ms(lambda: json.dumps(content, indent=1))
            found["read_cpu_ms"] = cpu_ms(lambda: read_export(file))
            found["read_json_alone_cpu_ms"] = cpu_ms(lambda: json.loads(file.read_text()))
            document = read_export(file)
            found["import_cpu_ms"] = cpu_ms(lambda: import_all(there, document))
            assert exported(there, None) == file.read_text()
            found["import_again_cpu_ms"] = cpu_ms(lambda: import_all(there, document))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
