"""What it costs to show the pace of a course of 10,000 lessons, half of them done over two years.

Prints JSON: milliseconds to read the ticks and reckon pace and streak, and to the dialog painted,
opened for the first time and renewed after a tick; beside them one bare dialog with as many rows.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.window import big_course
from benchmarks.workplace import workplace
from coursetracker.course.outline import State
from coursetracker.library.record import record
from coursetracker.progress.standings import Change, EventKind
from coursetracker.starting import make_application
from coursetracker.ui.language import speak
from coursetracker.ui.session import local_time
from coursetracker.ui.window import MainWindow
from windows import make_window

LESSONS = 10_000
DAYS = 700
RUNS = 10


def study(window: MainWindow) -> None:
    """Do half of the course, some lessons a day."""
    session = window.session
    assert session.progress is not None
    leaves = [leaf.id for leaf in session.progress.outline.leaves()][: LESSONS // 2]
    a_day = len(leaves) // DAYS + 1
    for day in range(DAYS):
        done = leaves[day * a_day : (day + 1) * a_day]
        changes = [Change(item, EventKind.STATE, {"state": State.DONE.value}) for item in done]
        if changes:
            record(session._db, changes, local_time() - timedelta(days=DAYS - day))


def taken(act: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def painted(app: QApplication, dialog: QDialog) -> None:
    """Let a dialog be drawn."""
    app.processEvents()
    dialog.grab()


def measure(app: QApplication, folder: Path) -> dict[str, object]:
    """Return the figures."""
    path = folder / "big.md"
    path.write_text(big_course(LESSONS), "utf-8")
    window = make_window(folder / "data")
    window.show()
    window.open_path(path)
    until = time.monotonic() + 60
    while window.session.course is None and time.monotonic() < until:
        app.processEvents()
    study(window)
    course = window.session.course
    assert course is not None
    window.session.open_course(course.id)
    studying = window.session.studying
    reckoned = [taken(studying.pace) + taken(studying.streak) for _ in range(RUNS)]

    def show() -> None:
        window.show_pace()
        dialog = window.findChild(QDialog, "pace")
        assert isinstance(dialog, QDialog)
        painted(app, dialog)

    shown = [taken(show) for _ in range(RUNS)]
    bare = QDialog()
    bare.show()
    return {
        "reckoning_ms_p50": round(statistics.median(reckoned), 1),
        "first_shown_ms": round(shown[0], 1),
        "shown_again_ms_p50": round(statistics.median(shown[1:]), 1),
        "bare_dialog_ms": round(taken(lambda: painted(app, bare)), 1),
    }


def main() -> None:
    """Measure and print."""
    app = make_application(sys.argv[:1])
    speak("en")
    with workplace() as folder:
        print(json.dumps(measure(app, folder)))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
