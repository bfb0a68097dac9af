"""What a start costs: CourseTracker's window with the bundled course, against a bare window.

Ours is on the screen before the rest of the program is loaded, empty; what fills it comes with
a later frame. The bare window is a QMainWindow with nothing in it; beside it stands one with the
kinds of widgets that ours has, all empty.

Prints JSON. Each start is a process of its own, from its first instruction (after Python's own
start, which both share) to the end of the first frame, of the first with the outline, and of the
first with the page's text; the two are started in turn, so that a busy moment hits both. Memory
is the proportional set size (PSS) with the page shown. The library is there already: the very
first start, which also reads the course, stands beside it.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.workplace import workplace
from screens import can_watch_windows, unseen_screen

RUNS = 10

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
first = window = QMainWindow()
outline = None
"""

ALIKE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication, QCheckBox, QLabel, QListView, QMainWindow, QPushButton, QSplitter, QTextBrowser,
    QTreeView,
)
application = QApplication([])
first = window = QMainWindow()
window.menuBar().addMenu("File").addAction("Quit")
parts = QSplitter(Qt.Orientation.Horizontal)
tree = QTreeView()
for part in (tree, QTextBrowser(), QListView(), QCheckBox("Done"), QPushButton("Next")):
    parts.addWidget(part)
window.setCentralWidget(parts)
window.statusBar().addPermanentWidget(QLabel("0 done"))
outline = None
"""

OURS = """
import gc
gc.disable()  # as coursetracker.__main__ does
import sys
from pathlib import Path
from coursetracker.instance import claim_or_hand_over
claim = claim_or_hand_over(Path(sys.argv[1]), None)
from coursetracker import starting

go_on = starting._go_on

def going_on(*things):
    go_on(*things)
    for part in (window.outline, window.page):
        part.viewport().installEventFilter(watcher)

starting._go_on = going_on
application = starting.make_application(["coursetracker"])
window = starting.show_first(claim, Path(sys.argv[1]), None, "en")
first = window.ground  # it covers the window
outline = lambda: window.outline.viewport()
ready = lambda: not window.page.document().isEmpty()
"""

UNTIL_PAINTED = """
import json, os, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject

FIRST, OUTLINE, READY = (QEvent.Type(QEvent.Type.User + step) for step in range(3))

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:  # what is posted comes when this frame is shown
            QCoreApplication.postEvent(self, QEvent(self.shown(watched)), 1_000_000)
        return False

    def shown(self, watched):
        if watched is first:
            return FIRST
        return READY if watched is not outline() and ready() else OUTLINE

    def event(self, event):
        if event.type() in (FIRST, OUTLINE, READY):
            times.setdefault(event.type(), 1000 * (time.perf_counter() - begun))
            if event.type() == READY or not outline:
                tell()
        return True

def tell():
    with open("/proc/self/smaps_rollup") as rollup:
        pss = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    outlined, ready = times.get(OUTLINE, times[FIRST]), times.get(READY, times[FIRST])
    print(json.dumps([times[FIRST], outlined, ready, pss / 1024]), flush=True)
    os._exit(0)

times = {}
watcher = Painted()
first.installEventFilter(watcher)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds to the first frame, with the outline, with the page, and MiB then."""

    first: float
    outline: float
    page: float
    memory: float


def start(script: str, folder: Path, screen: dict[str, str]) -> Start:
    """Start one of the two windows in a process of its own."""
    code = f"import time\nbegun = time.perf_counter()\n{script}\n{UNTIL_PAINTED}"
    told = subprocess.run(
        [sys.executable, "-c", code, folder],
        env=screen, check=True, stdout=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    return Start(*json.loads(told.stdout))


@contextmanager
def somewhere_to_show() -> Iterator[dict[str, str]]:
    """Yield the environment of an unseen X screen, or of Qt's own where there is none."""
    if can_watch_windows():
        with unseen_screen() as screen:
            yield screen
    else:
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def medians(starts: list[Start]) -> Start:
    """Return the median of each figure."""
    columns = zip(*((one.first, one.outline, one.page, one.memory) for one in starts), strict=True)
    return Start(*(statistics.median(column) for column in columns))


def measure(folder: Path, screen: dict[str, str]) -> dict[str, object]:
    """Return the medians of both windows and their ratios."""
    very_first = start(OURS, folder, screen)
    start(BARE, folder, screen)
    windows = (OURS, BARE, ALIKE)
    runs = [[start(window, folder, screen) for window in windows] for _ in range(RUNS)]
    ours, bare, alike = (medians([run[at] for run in runs]) for at in range(len(windows)))
    return {
        "screen": screen.get("QT_QPA_PLATFORM", "X"),
        "first_paint_ms": round(ours.first, 1),
        "bare_first_paint_ms": round(bare.first, 1),
        "first_paint_ratio": round(ours.first / bare.first, 2),
        "empty_like_ours_first_paint_ms": round(alike.first, 1),
        "first_paint_to_empty_like_ours_ratio": round(ours.first / alike.first, 2),
        "outline_paint_ms": round(ours.outline, 1),
        "outline_paint_ratio": round(ours.outline / bare.first, 2),
        "page_paint_ms": round(ours.page, 1),
        "page_paint_ratio": round(ours.page / bare.first, 2),
        "very_first_start_page_ms": round(very_first.page, 1),
        "pss_mib": round(ours.memory, 1),
        "bare_pss_mib": round(bare.memory, 1),
        "pss_ratio": round(ours.memory / bare.memory, 2),
    }


def main() -> None:
    """Measure and print."""
    with workplace() as folder, somewhere_to_show() as screen:
        print(json.dumps(measure(folder, screen)))


if __name__ == "__main__":
    main()
