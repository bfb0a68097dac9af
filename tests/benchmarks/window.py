"""What the learner waits for in the window: a tick, a filter, and opening a real curriculum.

Prints JSON. Ticks are timed from the key press to the row drawn again, each with its commit to
a real file; the baseline is SQLite alone writing one row with the same promises (WAL,
synchronous=FULL). Opening is CPU time, the baseline cmark-gfm's own conversion of the file.
"""

import gc
import json
import os
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parents[1]))

import cmarkgfm
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.workplace import workplace
from coursetracker.course.outline import State
from coursetracker.progress.filters import Only
from coursetracker.progress.standings import EventKind
from coursetracker.starting import make_application
from coursetracker.ui.language import speak
from coursetracker.ui.session import read_course
from coursetracker.ui.window import MainWindow
from windows import make_window

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CURRICULUM = SHARED / "courses" / "jwasham__coding-interview-university" / "README.md"
TICKS = 300
CTRL = Qt.KeyboardModifier.ControlModifier
QUIET_TURNS = 500  # of the event loop, after a course is open


def big_course(lessons: int) -> str:
    """Return a course of 40 weeks with this many lessons."""
    per_section = 25
    lines = ["# A long course", ""]
    for number in range(lessons):
        if number % (lessons // 40) == 0:
            lines += [f"# Week {number * 40 // lessons + 1}: a week", ""]
        if number % per_section == 0:
            lines += [f"## Section {number // per_section}", ""]
        lines += [f"### Lesson {number}", "A sentence about it.", ""]
    return "\n".join(lines)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which this share of all lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def cpu(act: Callable[[], object]) -> float:
    """Return the CPU seconds that something takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def shown(app: QApplication, window: MainWindow) -> None:
    """Let the window draw what has changed."""
    app.processEvents()
    window.repaint()


class Painted(QObject):
    """Notes every paint of the widget it is installed on."""

    def __init__(self, painted: list[int]) -> None:
        super().__init__()
        self._painted = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note a paint, after which the widget has drawn; the event goes on."""
        if event.type() == QEvent.Type.Paint:
            self._painted.append(1)
        return super().eventFilter(watched, event)


def commits(folder: Path) -> list[float]:
    """Return the milliseconds of single commits by SQLite alone."""
    db = sqlite3.connect(folder / "baseline.sqlite3", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE t (a)")
    times = []
    for number in range(TICKS):
        start = time.perf_counter()
        db.execute("INSERT INTO t VALUES (?)", (number,))
        times.append(1000 * (time.perf_counter() - start))
    db.close()
    return times


def ticks(app: QApplication, folder: Path) -> dict[str, float]:
    """Return how long ticks and the filter take in 10,000 lessons, in milliseconds."""
    path = folder / "big.md"
    path.write_text(big_course(10_000), "utf-8")
    window = make_window(folder / "big-data")
    window.resize(1366, 768)
    window.show()
    window.session.admit(read_course(path))
    shown(app, window)
    progress = window.session.progress
    assert progress is not None
    leaves = list(progress.outline.leaves())
    painted: list[int] = []
    watcher = Painted(painted)
    window.outline.viewport().installEventFilter(watcher)
    times = []
    for leaf in random.Random(1).sample(leaves, TICKS):
        window.outline.go_to(leaf.id)
        shown(app, window)
        start = time.perf_counter()
        painted.clear()
        QTest.keyClick(window.outline, Qt.Key.Key_Space)
        while not painted:
            app.processEvents()
        times.append(1000 * (time.perf_counter() - start))
    typed = filtering(app, window, painted)
    chosen = choosing(app, window, painted)
    marked = marking(app, window, painted)
    window.close()
    window.session.close()
    return {
        "p50": statistics.median(times),
        "p95": percentile(times, 0.95),
        "filter_p95": percentile(typed, 0.95),
        "only_p95": percentile(chosen, 0.95),
        **marked,
    }


def filtering(app: QApplication, window: MainWindow, painted: list[int]) -> list[float]:
    """Return the milliseconds from each key in the filter to the outline drawn again."""
    field, times = window.side.field, []
    for words in ("lesson 12", "99", "section 1", "sentence", "week"):
        for key in (*words, *(Qt.Key.Key_Backspace for _ in words)):
            start = time.perf_counter()
            painted.clear()
            if isinstance(key, str):
                QTest.keyClicks(field, key)
            else:
                QTest.keyClick(field, key)
            while not painted:
                app.processEvents()
            times.append(1000 * (time.perf_counter() - start))
    return times


def choosing(app: QApplication, window: MainWindow, painted: list[int]) -> list[float]:
    """Return the milliseconds from each choice of lessons to the outline drawn again.

    Each is chosen alone and with words, with 300 lessons done, 100 skipped and 100 due.
    """
    session, times = window.session, []
    assert session.progress is not None
    leaves = [leaf.id for leaf in session.progress.outline.leaves()]
    some = random.Random(2).sample(leaves, 300)
    session.marks.set_state(some[:100], State.SKIPPED)
    session.marks.set_state(some[100:200], State.IN_PROGRESS)
    today = session.today().isoformat()
    session.arrange(some[200:], EventKind.DUE_ON, today, "due")
    for words in ("", "lesson 1"):
        window.side.field.setText(words)
        shown(app, window)
        for only in [*reversed(Only)] * 10:  # all of them come last, as they are shown already
            start = time.perf_counter()
            painted.clear()
            window.side.filters.choose(only)
            while not painted:
                app.processEvents()
            times.append(1000 * (time.perf_counter() - start))
    window.side.filters.show_all()
    shown(app, window)
    return times


def marking(app: QApplication, window: MainWindow, painted: list[int]) -> dict[str, float]:
    """Return the milliseconds that it takes to skip 10,000 lessons by their rows, and to undo."""
    window.outline.expandAll()
    window.outline.setFocus()
    shown(app, window)
    took = {}
    acts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("select_all", lambda: QTest.keyClick(window.outline, Qt.Key.Key_A, CTRL)),
        ("skip_all", window.actions_by_name["mark-skipped"].trigger),
        ("unskip_all", window.actions_by_name["undo"].trigger),
    )
    for name, act in acts:
        start = time.perf_counter()
        painted.clear()
        act()
        while not painted:
            app.processEvents()
        took[name] = 1000 * (time.perf_counter() - start)
    return took


def five_megabytes(folder: Path) -> Path:
    """Write a course of 10,000 lessons in one file of 5 MB."""
    path = folder / "five.md"
    text = big_course(10_000).replace("A sentence about it.", "A sentence about it. " * 25)
    path.write_text(text, "utf-8")
    return path


def two_thousand_files(folder: Path) -> Path:
    """Write a course of 2,000 files in 40 folders, 5 MB together."""
    root = folder / "files"
    for number in range(2000):
        path = root / f"{number // 50:02}-week" / f"{number % 50:02}-lesson.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Lesson {number}\n\n" + "A sentence about it. " * 120, "utf-8")
    return root


def longest_stall(app: QApplication, folder: Path, path: Path) -> tuple[float, float]:
    """Return the milliseconds that the window stands still at most while a course is opened.

    The first figure is of opening it for the first time, the second of opening it again.
    """
    window = make_window(folder / f"{path.name}-data")
    window.resize(1366, 768)
    window.show()
    window.session.open_bundled()
    settled = time.perf_counter() + 2  # its own first page is no part of this
    while time.perf_counter() < settled:
        app.processEvents()
        time.sleep(0.005)
    gc.freeze()  # as the program does once it is on the screen
    first = stall(app, window, path)
    window.session.open_bundled()
    again = stall(app, window, path)
    window.close()
    window.session.close()
    return first, again


def stall(app: QApplication, window: MainWindow, path: Path) -> float:
    """Return the milliseconds of the longest turn of the event loop while a course is opened."""
    opened: list[object] = []
    window.session.course_opened.connect(opened.append)
    window.open_path(path)
    longest, before, quiet = 0.0, time.perf_counter(), 0
    while quiet < QUIET_TURNS:
        app.processEvents()
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
        quiet += bool(opened)
        time.sleep(0.001)
    return 1000 * longest


def opening(app: QApplication, folder: Path) -> dict[str, float]:
    """Return the CPU seconds of opening a real curriculum first and again."""
    window = make_window(folder / "curriculum-data")
    window.show()
    app.processEvents()

    def first() -> None:
        window.session.admit(read_course(CURRICULUM))
        shown(app, window)

    def again() -> None:
        window.open_path(CURRICULUM)
        shown(app, window)

    taken_first = cpu(first)
    window.session.open_bundled()
    shown(app, window)
    taken_again = statistics.median(cpu(again) for _ in range(5))
    window.close()
    window.session.close()
    text = CURRICULUM.read_text("utf-8")
    baseline = min(cpu(lambda: cmarkgfm.github_flavored_markdown_to_html(text)) for _ in range(5))
    return {"first": taken_first, "again": taken_again, "cmark": baseline}


def main() -> None:
    """Measure and print."""
    app = make_application(sys.argv[:1])
    speak("en")
    with workplace() as folder:
        tick, commit = ticks(app, folder), commits(folder)
        file = longest_stall(app, folder, five_megabytes(folder))
        files = longest_stall(app, folder, two_thousand_files(folder))
        found: dict[str, object] = {
            "tick_ms_p50": round(tick["p50"], 2),
            "tick_ms_p95": round(tick["p95"], 2),
            "longest_stall_5_mb_ms": round(file[0], 1),
            "longest_stall_5_mb_again_ms": round(file[1], 1),
            "longest_stall_2000_files_ms": round(files[0], 1),
            "longest_stall_2000_files_again_ms": round(files[1], 1),
            "filter_ms_p95": round(tick["filter_p95"], 2),
            "filter_choice_ms_p95": round(tick["only_p95"], 2),
            "select_10000_ms": round(tick["select_all"]),
            "skip_10000_ms": round(tick["skip_all"]),
            "undo_skip_10000_ms": round(tick["unskip_all"]),
            "commit_alone_ms_p95": round(percentile(commit, 0.95), 2),
            "tick_to_commit_ratio": round(tick["p95"] / percentile(commit, 0.95), 2),
        }
        if CURRICULUM.exists():
            opened = opening(app, folder)
            found |= {
                "open_first_cpu_s": round(opened["first"], 3),
                "open_again_cpu_s": round(opened["again"], 3),
                "cmark_cpu_s": round(opened["cmark"], 4),
            }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
