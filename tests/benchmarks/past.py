"""What a long history costs: shown first, scrolled to its end, looked through, kept up with.

Prints JSON. The course has 1,000 lessons and 50,000 events; every fifth was taken back. Times are
milliseconds from call to return. `longest_stall_ms` is how long the window stands still at most
while the whole history is looked through for words that are nowhere.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QApplication

from benchmarks.window import big_course, shown
from benchmarks.workplace import workplace
from coursetracker.course.outline import State
from coursetracker.library.record import record, undo
from coursetracker.progress.standings import Change, EventKind
from coursetracker.starting import make_application
from coursetracker.ui.language import speak
from coursetracker.ui.past_model import PastModel
from coursetracker.ui.session import Session, read_course
from coursetracker.ui.window import MainWindow
from windows import make_window

LESSONS = 1_000
EVENTS = 50_000
LOOKS = 30


def fill(session: Session) -> None:
    """Do as much in a course as a learner does in many years."""
    assert session.progress is not None
    leaves = [leaf.id for leaf in session.progress.outline.leaves()]
    db, at, chance = session._db, datetime(2020, 1, 1, tzinfo=UTC), random.Random(3)
    db.execute("PRAGMA synchronous = OFF")  # only to be here sooner
    done = 0
    while done < EVENTS:
        at += timedelta(minutes=50)
        state = chance.choice(list(State)).value
        items = chance.sample(leaves, chance.choice((1, 1, 1, 12)))
        changes = [Change(item, EventKind.STATE, {"state": state}) for item in items]
        action = record(db, changes, at).action
        done += len(items)
        if chance.random() < 0.2:
            undo(db, action, at)
            done += len(items)


def ms(act: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def whole(app: QApplication, model: PastModel) -> float:
    """Return the longest time that one further page takes, until the end."""
    longest = 0.0
    while not model.is_whole:
        more = model.fetchMore if model.canFetchMore() else app.processEvents
        longest = max(longest, ms(more))
    return longest


def search(app: QApplication, model: PastModel) -> tuple[float, float]:
    """Return the time until words are known to be nowhere, and the longest turn of the loop."""
    start, longest = time.perf_counter(), ms(lambda: model.begin("nowhere at all"))
    while not model.is_whole:
        longest = max(longest, ms(app.processEvents))
    return 1000 * (time.perf_counter() - start), longest


def measure(app: QApplication, window: MainWindow) -> dict[str, float]:
    """Return all figures."""
    first = ms(window.show_past)
    shown(app, window)
    model, session = window.past.model, window.session
    again = sorted(ms(model.begin) for _ in range(LOOKS))
    page = whole(app, model)
    rows = model.rowCount()
    assert session.progress is not None
    leaves = [leaf.id for leaf in session.progress.outline.leaves()]
    session.history_changed.disconnect()  # so that only the model's own part is timed
    kept_up = []
    for leaf in leaves[:LOOKS]:
        session.toggle(leaf)
        kept_up.append(ms(model.refresh))
    searched, longest = search(app, model)
    return {
        "rows": rows,
        "first_shown_ms": round(first, 1),
        "shown_again_ms_p95": round(again[int(0.95 * LOOKS)], 1),
        "longest_page_ms": round(page, 1),
        "refresh_ms_p95": round(sorted(kept_up)[int(0.95 * LOOKS)], 1),
        "search_all_ms": round(searched, 1),
        "longest_stall_ms": round(longest, 1),
    }


def main() -> None:
    """Measure and print."""
    app = make_application(sys.argv[:1])
    speak("en")
    with workplace() as folder:
        path = folder / "course.md"
        path.write_text(big_course(LESSONS), "utf-8")
        window = make_window(folder / "data")
        window.show()
        window.session.admit(read_course(path))
        fill(window.session)
        found = measure(app, window)
        window.close()
        window.session.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
