"""What typing in a note of 100 kB costs, and what many notes do to opening a course.

Prints JSON. Each key is timed from its event to the editor drawn again, in a real window whose
drafts are written to a real file and whose preview follows; keys come with pauses, so that
drafts and previews fall among them. What runs between two keys is timed as well, as a key that
came just then would wait for it. Opening is compared with the same course that has ticks in
place of notes.
"""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.append(str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.window import Painted, big_course, percentile
from benchmarks.workplace import workplace
from coursetracker.starting import make_application
from coursetracker.ui.language import speak
from coursetracker.ui.note_editor import NoteEditor
from coursetracker.ui.session import read_course
from coursetracker.ui.window import MainWindow
from windows import make_window

KEYS = 400
NOTES = 728
FRAME = 16.0
"""What a key may take, in milliseconds."""

PARAGRAPH = (
    "Some **bold** text and [a link](https://example.org/) with `code` in it, which goes on for"
    " a while and wraps.\n\n- one\n- two, $x_i^2$\n- [ ] three\n\n"
)


class Busy:
    """Times every event that the program handles, but those of keys."""

    def __init__(self) -> None:
        self.longest = 0.0

    def turn(self, app: QApplication) -> None:
        """Handle what there is to handle, and keep how long that took at most."""
        start = time.perf_counter()
        app.processEvents()
        self.longest = max(self.longest, 1000 * (time.perf_counter() - start))


def opened(app: QApplication, window: MainWindow, mode: str) -> NoteEditor:
    """Return the editor of a note of 100 kB, the cursor in its middle, once all is drawn."""
    assert window.session.progress is not None
    lesson = next(window.session.progress.outline.leaves())
    text = PARAGRAPH * (100_000 // len(PARAGRAPH) + 1)
    window.session.notes.keep_draft(lesson.id, text)
    window.session.notes.settle()
    window.page.setFocus()  # from within the note, its action closes it
    window.reader.go_to(lesson.id)
    window.actions_by_name[f"note-{mode}"].trigger()
    window.actions_by_name["note"].trigger()
    assert window.noting.panel is not None
    editor = window.noting.panel.editor
    cursor = editor.textCursor()
    cursor.setPosition(len(text) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    rest(app, Busy(), 1.0)
    return editor


def typing(app: QApplication, window: MainWindow, mode: str) -> dict[str, float]:
    """Return how long keys take in a note of 100 kB, and what else happens, in milliseconds."""
    editor = opened(app, window, mode)
    painted: list[int] = []
    watcher = Painted(painted)
    editor.viewport().installEventFilter(watcher)
    chance, busy, times = random.Random(2), Busy(), []
    for number in range(KEYS):
        start = time.perf_counter()
        painted.clear()
        key = Qt.Key.Key_Return if number % 60 == 59 else Qt.Key.Key_A
        QTest.keyClick(editor, key)
        while not painted:
            app.processEvents()
        times.append(1000 * (time.perf_counter() - start))
        rest(app, busy, 0.5 if number % 20 == 19 else chance.uniform(0.01, 0.06))
    editor.viewport().removeEventFilter(watcher)
    return {
        "key_p50": statistics.median(times),
        "key_p95": percentile(times, 0.95),
        "key_max": max(times),
        "between_keys_max": busy.longest,
    }


def rest(app: QApplication, busy: Busy, seconds: float) -> None:
    """Let the program do what it does while nobody types."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        busy.turn(app)
        time.sleep(0.001)


def opening(app: QApplication, folder: Path, size: int) -> float:
    """Return the CPU milliseconds of opening a course again whose lessons have notes so large.

    Where that is nothing they are ticked, so that there is as much to know of each.
    """
    path = folder / f"course-{size}.md"
    path.write_text(big_course(NOTES), "utf-8")
    window = make_window(folder / f"data-{size}")
    window.show()
    window.session.admit(read_course(path))
    course = window.session.course
    assert course is not None
    for leaf in course.outline.leaves():
        if not size:
            window.session.toggle(leaf.id)
            continue
        window.session.notes.keep_draft(leaf.id, (PARAGRAPH * (size // len(PARAGRAPH) + 1))[:size])
    window.session.notes.settle()
    window.reader.introduce()

    def again() -> None:
        window.session.open_course(course.id)
        app.processEvents()

    taken = statistics.median(cpu(again) for _ in range(9))
    window.close()
    window.session.close()
    return taken


def cpu(act: Callable[[], object]) -> float:
    """Return the CPU milliseconds that something takes."""
    start = time.process_time()
    act()
    return 1000 * (time.process_time() - start)


def rounded(found: dict[str, float]) -> dict[str, float]:
    """Return figures with one decimal."""
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    """Measure and print."""
    app = make_application(sys.argv[:1])
    speak("en")
    with workplace() as folder:
        window = make_window(folder / "typing")
        window.resize(1366, 768)
        window.show()
        window.session.open_bundled()
        app.processEvents()
        modes = {mode: typing(app, window, mode) for mode in ("edit", "split")}
        window.close()
        window.session.close()
        reopened = {size: opening(app, folder, size) for size in (0, 2_000, 20_000)}
    found: dict[str, object] = {
        f"typing_100_kb_{mode}_ms": rounded(each) for mode, each in modes.items()
    }
    found["open_728_notes_cpu_ms"] = rounded(
        {f"of {size} characters": taken for size, taken in reopened.items()}
    )
    longest = max(max(each["key_max"], each["between_keys_max"]) for each in modes.values())
    found["targets"] = {f"no key over {FRAME:.0f} ms": longest <= FRAME}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
