"""What a key costs while all of a large library is searched, and what it costs to keep it ready.

Prints JSON. 100 courses hold 200,000 lessons with 50 MB of text, of 50,000 words that are as
frequent as words are. Each key is timed from its event to the results drawn, in a real window,
and by what all threads compute meanwhile, which says more where other programs are busy.
`turn_max` is the longest time for which the window did not answer meanwhile, and `turn_cpu_max`
what it computed at most then: more than that is waiting, for another thread or another program.
"""

import gc
import itertools
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.append(str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.window import Painted, percentile
from benchmarks.workplace import workplace
from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.library.courses import CourseKind, add_course
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.indexing import INDEX, renew
from coursetracker.library.sources import Source
from coursetracker.starting import make_application
from coursetracker.ui.language import speak
from coursetracker.ui.window import MainWindow
from windows import make_window

NOW = datetime(2026, 1, 1, tzinfo=UTC)
COURSES = 100
LESSONS = 2_000
WORDS = 50_000
WORDS_PER_LESSON = 46
SEARCHES = 150
KEY = 50.0
"""What a key may take, in milliseconds, at the 95th percentile."""

FRAME = 16.0
KEY_PRESS, NONE = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier


class Language:
    """Words that can be said, some of them often and most of them rarely."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        begin = [*"bcdfglmnprstvñ", *("br", "tr", "st", "pl", "ch")]
        end = [*"aeiouáéó"]
        self.words: list[str] = []
        known: set[str] = set()
        while len(self.words) < WORDS:
            syllables = (chance.choice(begin) + chance.choice(end) for _ in range(6))
            word = "".join(itertools.islice(syllables, chance.randint(1, 5)))
            word += chance.choice(["", "n", "s", "r"])
            if word not in known:
                known.add(word)
                self.words.append(word)
        self._often = list(itertools.accumulate(1 / (place + 2) for place in range(WORDS)))

    def say(self, count: int) -> str:
        """Return so many words."""
        return " ".join(self._chance.choices(self.words, cum_weights=self._often, k=count))

    def lesson(self) -> tuple[str, str]:
        """Return a title, and a text of various length."""
        return self.say(self._chance.randint(2, 6)), self.say(
            self._chance.randint(4, WORDS_PER_LESSON)
        )


def course(number: int, language: Language) -> tuple[Outline, str]:
    """Return a course of 40 weeks, and its text."""
    lines, items = [f"# Course {number}"], []
    for place in range(LESSONS):
        title, text = language.lesson()
        week = place % 50 == 0
        kind = Kind.WEEK if week else Kind.LESSON
        line = len(lines) + 1
        parent = None if week else place - place % 50 + 1
        end = line + (3 * 50 if week else 3)
        items.append(
            Item(place + 1, parent, kind, title, line, end, place // 50 + 1 if week else None)
        )
        lines += [f"## {title}", text, ""]
    return Outline(f"Course {number}", tuple(items)), "\n".join(lines)


def make_library(folder: Path, language: Language) -> int:
    """Make the library, and return how many letters it holds."""
    letters = 0
    with closing(open_database(folder)) as db:
        for number in range(COURSES):
            outline, text = course(number, language)
            letters += len(text)
            source = Source(folder / f"course-{number}.md", text, "0" * 64)
            add_course(db, source, outline, kind=CourseKind.FILE, at=NOW)
    return letters


def typed(language: Language, chance: random.Random) -> Iterator[str]:
    """Yield what is searched for, a part of it in quotation marks or of rare words."""
    for number in range(SEARCHES):
        if number % 5 == 4:
            yield f'"{language.say(2)}"'
        elif number % 5 == 3:
            yield chance.choice(language.words)
        else:
            yield language.say(chance.randint(1, 3))


class Busy:
    """Keeps the longest time for which something kept the window busy, in milliseconds."""

    def __init__(self) -> None:
        self.turn_max = 0.0
        self.turn_cpu_max = 0.0

    def run(self, act: Callable[[], object]) -> None:
        """Do something, and time it."""
        start, cpu = time.perf_counter(), time.thread_time()
        act()
        self.turn_max = max(self.turn_max, 1000 * (time.perf_counter() - start))
        self.turn_cpu_max = max(self.turn_cpu_max, 1000 * (time.thread_time() - cpu))

    def figures(self) -> dict[str, float]:
        """Return what was kept."""
        return {"turn_max": self.turn_max, "turn_cpu_max": self.turn_cpu_max}


class Hands:
    """Types into the dialog, and takes the times."""

    def __init__(self, app: QApplication, window: MainWindow, action: str) -> None:
        self._app = app
        window.actions_by_name[action].trigger()
        assert window.searching.dialog is not None
        self._dialog = window.searching.dialog
        self._window = window
        self._answered: list[int] = []
        self._painted: list[int] = []
        self._dialog.model.modelReset.connect(self._note)
        self._watcher = Painted(self._painted)
        self._dialog.list.viewport().installEventFilter(self._watcher)
        self.busy = Busy()
        self.rest(1.0)

    def _note(self) -> None:
        self._answered.append(1)
        self._painted.clear()

    def turn(self) -> None:
        """Let the window do what there is to do, and let others have the processor."""
        self.busy.run(self._app.processEvents)
        time.sleep(0.0002)

    def rest(self, seconds: float) -> None:
        """Wait, and answer."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.turn()

    def press(self, letter: str) -> tuple[float, float]:
        """Type a letter, and return the milliseconds, and those of CPU, to its results drawn."""
        self._answered.clear()
        start, cpu = time.perf_counter(), time.process_time()
        key = QKeyEvent(KEY_PRESS, 0, NONE, letter)
        self.busy.run(lambda: self._app.sendEvent(self._dialog.field, key))
        while not self._answered or (self._dialog.model.hits and not self._painted):
            self.turn()
        return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - cpu)

    def type_all(self, texts: Sequence[str]) -> list[tuple[float, float]]:
        """Return what each key of some texts takes; each text begins anew."""
        times = []
        for text in texts:
            self._dialog.field.clear()
            self.rest(0.05)
            times += [self.press(letter) for letter in text]
        return times

    def away(self) -> None:
        """Close the dialog."""
        self._dialog.model.modelReset.disconnect(self._note)
        self._dialog.list.viewport().removeEventFilter(self._watcher)
        self._dialog.reject()


def keys(
    app: QApplication, window: MainWindow, action: str, texts: Sequence[str]
) -> dict[str, float]:
    """Return how long keys take, and the longest time without an answer of the window."""
    hands = Hands(app, window, action)
    pressed = hands.type_all(texts)
    hands.away()
    times, cpu = [taken for taken, _ in pressed], [taken for _, taken in pressed]
    return {
        "keys": len(times),
        "key_p50": statistics.median(times),
        "key_p95": percentile(times, 0.95),
        "key_max": max(times),
        "key_cpu_p95": percentile(cpu, 0.95),
        **hands.busy.figures(),
    }


def indexing(
    app: QApplication, window: MainWindow, folder: Path, language: Language
) -> dict[str, float]:
    """Return what it costs to take in a course of 2,000 lessons beside the window."""
    outline, text = course(COURSES, language)
    with closing(open_database(folder)) as db:
        source = Source(folder / "another.md", text, "0" * 64)
        add_course(db, source, outline, kind=CourseKind.FILE, at=NOW)
    renewed: list[int] = []
    window.searching.renewed.connect(lambda: renewed.append(1))
    start, busy = time.perf_counter(), Busy()
    window.searching.renew()
    while not renewed:
        busy.run(app.processEvents)
        time.sleep(0.0002)
    return {"ms": 1000 * (time.perf_counter() - start), **busy.figures()}


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def rest(app: QApplication, seconds: float) -> None:
    """Let the window show its page, and do what it does then."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.001)


def rounded(found: dict[str, float]) -> dict[str, float]:
    """Return figures with one decimal."""
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    """Measure and print."""
    chance = random.Random(3)
    language = Language(chance)
    app = make_application(sys.argv[:1])
    speak("en")
    with workplace() as folder:
        letters = make_library(folder, language)
        made = timed(lambda: renew(folder))
        sizes = {name: (folder / name).stat().st_size / 1e6 for name in (DATABASE, INDEX)}
        window = make_window(folder)
        window.resize(1366, 768)
        window.show()
        window.session.open_course(COURSES // 2)
        rest(app, 3.0)
        gc.freeze()  # as the program does once its window is there
        everywhere = keys(app, window, "search", list(typed(language, chance)))
        titles = [language.say(2).replace(" ", "")[:8] for _ in range(SEARCHES // 2)]
        lessons = keys(app, window, "go-to", titles)
        course_ = indexing(app, window, folder, language)
        window.close()
        window.session.close()
        window.settings.sync()  # else it is written again once it is deleted
    longest = max(each["turn_max"] for each in (everywhere, lessons, course_))
    found: dict[str, object] = {
        "lessons": COURSES * LESSONS,
        "text_mb": round(letters / 1e6, 1),
        "library_mb": round(sizes[DATABASE], 1),
        "index_mb": round(sizes[INDEX], 1),
        "index_all_s": round(made, 1),
        "everywhere_ms": rounded(everywhere),
        "go_to_lesson_ms": rounded(lessons),
        "index_one_course": rounded(course_),
        "targets": {
            f"95 of 100 keys under {KEY:.0f} ms": everywhere["key_p95"] < KEY,
            f"the window always answers within {FRAME:.0f} ms": longest <= FRAME,
        },
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
