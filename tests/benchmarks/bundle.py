"""The bundle: how large it is, and how soon its window stands on the screen.

Prints JSON. A start is timed from the command to the window being seen on an unseen X screen, so
that the start of Python or of the bundle counts too, and to the course's title in it. The
baseline is a QMainWindow with nothing in it, started from source. All take turns, and a figure is
the median.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.workplace import workplace
from screens import can_watch_windows, unseen_screen, wait_for_window

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / "coursetracker"
RUNS = 10
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow(windowTitle="Bare. CourseTracker")
window.show()
application.exec()
"""
STARTS = {
    "bundle": [str(FOLDER / "coursetracker")],
    "sources": [sys.executable, "-m", "coursetracker"],
    "bare": [sys.executable, "-c", BARE],
}


def size() -> int:
    """Return the bytes of all files of the bundle."""
    files = (path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def start(command: list[str], data: Path, screen: dict[str, str]) -> tuple[float, float]:
    """Return the milliseconds until the window of a program is seen, and with a course in it."""
    begun = time.perf_counter()
    running = subprocess.Popen([*command, "--data-dir", str(data)], env=screen)
    try:
        wait_for_window(screen, "CourseTracker")
        seen = time.perf_counter()
        wait_for_window(screen, ". CourseTracker")  # the course's title stands before it
        return 1000 * (seen - begun), 1000 * (time.perf_counter() - begun)
    finally:
        running.kill()
        running.wait()


def starts(folder: Path) -> dict[str, tuple[float, float]]:
    """Return the median start of each, after one that fills the caches."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in STARTS}
    with unseen_screen() as screen:
        for _run in range(RUNS + 1):
            for name, command in STARTS.items():
                taken[name].append(start(command, folder / name, screen))
                time.sleep(0.2)
    return {
        name: (
            statistics.median(seen for seen, _ in times[1:]),
            statistics.median(with_course for _, with_course in times[1:]),
        )
        for name, times in taken.items()
    }


def measure() -> dict[str, object]:
    """Return all figures, or why there are none."""
    if not FOLDER.is_dir():
        return {"skipped": "python3 dev.py bundle makes what is measured here"}
    found: dict[str, object] = {"size_mb": round(size() / 1e6, 1)}
    if not can_watch_windows():
        return {**found, "starts skipped": "Xvfb and xdotool are needed"}
    with workplace() as folder:
        for name in STARTS:
            (folder / name).mkdir()
        median = starts(folder)
    bare, _ = median["bare"]
    figures: dict[str, object] = {"bare_start_ms": round(bare)}
    for name in ("bundle", "sources"):
        seen, with_course = median[name]
        figures[f"{name}_start_ms"] = round(seen)
        figures[f"{name}_start_to_bare_ratio"] = round(seen / bare, 2)
        figures[f"{name}_course_ms"] = round(with_course)
    figures["course_to_sources_ratio"] = round(median["bundle"][1] / median["sources"][1], 2)
    return found | figures


if __name__ == "__main__":
    print(json.dumps(measure()))
