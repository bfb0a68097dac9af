"""How long a section's page of a real curriculum takes, from the click to its first paint.

Prints JSON: milliseconds over all sections, each page shown for the first time, and again from
what is kept of it; and what of the first is our conversion, Qt's reading of it and its layout
and drawing, the outline's own part (the row that is now current) left to the rest.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.append(str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QApplication

from benchmarks.histories import NOT_HERE
from benchmarks.window import CURRICULUM, Painted, percentile, shown
from benchmarks.workplace import workplace
from coursetracker.starting import make_application
from coursetracker.ui import reading
from coursetracker.ui.language import speak
from coursetracker.ui.session import read_course
from coursetracker.ui.window import MainWindow
from windows import make_window

MEDIAN = 20.0
P95 = 60.0
"""What we want to stay below, in milliseconds."""


class Stopwatch:
    """Adds up the milliseconds that are spent in some functions."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def timed(self, name: str, act: Callable[..., object]) -> Callable[..., object]:
        """Return a function that does the same and has its time taken."""

        def timed(*arguments: object) -> object:
            start = time.perf_counter()
            try:
                return act(*arguments)
            finally:
                taken = 1000 * (time.perf_counter() - start)
                self.spent[name] = self.spent.get(name, 0.0) + taken

        return timed


def visit(app: QApplication, window: MainWindow, sections: Sequence[int]) -> list[float]:
    """Return the milliseconds from each click to the page painted."""
    painted: list[int] = []
    watcher = Painted(painted)
    window.page.viewport().installEventFilter(watcher)
    times = []
    for section in sections:
        shown(app, window)
        painted.clear()
        start = time.perf_counter()
        window.outline.item_chosen.emit(section)
        window.page.viewport().update()  # a page that is shown already only scrolls
        while not painted:
            app.processEvents()
        times.append(1000 * (time.perf_counter() - start))
    window.page.viewport().removeEventFilter(watcher)
    return times


def measure(app: QApplication, folder: Path) -> dict[str, object]:
    """Return the figures of all sections."""
    window = make_window(folder)
    window.resize(1366, 768)
    window.show()
    window.session.admit(read_course(CURRICULUM))
    shown(app, window)
    outline = window.session.course.outline if window.session.course else None
    assert outline is not None
    sections = [item.id for item in outline.items if not outline.is_leaf(item.id)]
    watch = Stopwatch()
    vars(window.page)["setHtml"] = watch.timed("qt_reads", window.page.setHtml)
    page_html = reading.Pages.html
    setattr(reading.Pages, "html", watch.timed("conversion", page_html))  # noqa: B010
    first = visit(app, window, sections)
    setattr(reading.Pages, "html", page_html)  # noqa: B010
    spent = {f"{name}_ms_mean": round(ms / len(first), 2) for name, ms in watch.spent.items()}
    again = visit(app, window, sections)
    window.close()
    window.session.close()
    p50, p95 = statistics.median(first), percentile(first, 0.95)
    return {
        "sections": len(sections),
        "first_ms_p50": round(p50, 2),
        "first_ms_p95": round(p95, 2),
        "first_ms_max": round(max(first), 2),
        "again_ms_p50": round(statistics.median(again), 2),
        "first_ms_mean": round(statistics.fmean(first), 2),
        **spent,
        "targets": {f"median < {MEDIAN} ms": p50 < MEDIAN, f"95 % < {P95} ms": p95 < P95},
    }


def main() -> int:
    """Measure and print."""
    if not CURRICULUM.exists():
        return NOT_HERE
    app = make_application(sys.argv[:1])
    speak("en")
    with workplace() as folder:
        print(json.dumps(measure(app, folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
