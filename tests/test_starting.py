"""The start in a process of its own: first an empty window, then all that is in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from coursetracker.library.database import DATABASE
from coursetracker.ui.failures import CRASHES

DRIVE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from coursetracker import starting
from coursetracker.instance import Claim

told = {"refused": []}
application = starting.make_application(["coursetracker"])
QMessageBox.critical = lambda parent, title, text: told["refused"].append(text)
window = starting.show_first(Claim(), Path(sys.argv[1]), None, "en")

def look():
    told["first"] = [window.isVisible(), window.is_furnished, window.windowTitle()]

def wait():
    if window.is_furnished and window.session.course is not None:
        told["then"] = [window.windowTitle(), window.outline_model.rowCount() > 0]
        window.close()

window.ground.seen.connect(look)
waiting = QTimer(interval=10)
waiting.timeout.connect(wait)
if "close" in sys.argv:
    window.ground.seen.connect(window.close)
else:
    waiting.start()
told["status"] = application.exec()
print(json.dumps(told), flush=True)
"""


def start(folder: Path, *words: str) -> dict[str, Any]:
    """Start the program in a process, until its window is closed."""
    ran = subprocess.run(
        [sys.executable, "-c", DRIVE, folder, *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True, stdout=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def test_the_window_is_seen_before_it_is_filled(tmp_path: Path) -> None:
    told = start(tmp_path / "data")
    assert told["first"] == [True, False, "CourseTracker"]
    assert told["then"] == ["Machine Learning in Production – CourseTracker", True]
    assert told["status"] == 0
    assert not (tmp_path / "data" / "crash.txt").exists()  # an orderly end


def test_a_window_closed_at_once_ends_the_program(tmp_path: Path) -> None:
    told = start(tmp_path / "data", "close")
    assert told["status"] == 0
    assert "then" not in told


def test_a_library_that_cannot_be_opened_is_told_and_ends_the_program(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("no folder", "utf-8")
    told = start(folder)
    assert told["status"] == 1
    assert ["cannot be" in sentence for sentence in told["refused"]] == [True]
    assert "then" not in told


ASKED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from coursetracker import starting
from coursetracker.instance import Claim

application = starting.make_application(["coursetracker"], is_told_files=True)
folder, *files = sys.argv[1:]
ask = lambda: QCoreApplication.sendEvent(application, QFileOpenEvent(files.pop(0)))
ask()  # as it comes from the Finder, before there is a window
window = starting.show_first(Claim(), Path(folder), None, "en")

def wait():
    if not window.windowTitle().startswith(titles[0]):
        return
    print(titles.pop(0))
    ask() if files else window.close()

titles = ["Bread", "Wine"]
waiting = QTimer(interval=10)
waiting.timeout.connect(wait)
waiting.start()
sys.exit(application.exec())
"""


def test_files_that_the_system_asks_for_are_opened(tmp_path: Path) -> None:
    bread, wine = courses = [tmp_path / "bread.md", tmp_path / "wine.md"]
    bread.write_text("# Bread\n\n## Mixing\n\n## Kneading\n", "utf-8")
    wine.write_text("# Wine\n\n## Grapes\n\n## Barrels\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", ASKED, tmp_path / "data", *courses],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True, stdout=subprocess.PIPE, text=True, timeout=60,
    )  # fmt: skip
    assert ran.stdout.split() == ["Bread", "Wine"]


DAMAGED = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from coursetracker import starting
from coursetracker.instance import Claim

application = starting.make_application(["coursetracker"])
window = starting.show_first(Claim(), Path(sys.argv[1]), None, "en")
seen = set()

def look():
    asked = [each for each in application.topLevelWidgets() if each.objectName() == "rescue"]
    seen.update(map(id, asked))
    window.ground.update()  # as whatever lies over it makes it be drawn again

def leave():
    for each in application.topLevelWidgets():
        if each.objectName() == "rescue" and each.isVisible():
            next(b for b in each.findChildren(QPushButton) if "Quit" in b.text()).click()

looking = QTimer(interval=20)
looking.timeout.connect(look)
looking.start()
QTimer.singleShot(1500, leave)
print(json.dumps([application.exec(), len(seen)]), flush=True)
"""


def test_a_damaged_library_is_asked_about_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / DATABASE).write_bytes(b"no database" * 400)
    ran = subprocess.run(
        [sys.executable, "-c", DAMAGED, folder],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True, stdout=subprocess.PIPE, text=True, timeout=60,
    )  # fmt: skip
    assert json.loads(ran.stdout) == [1, 1]
    assert [path.name for path in folder.glob("*.sqlite3*")] == [DATABASE]


def test_after_a_crash_all_courses_are_shown_and_not_what_may_have_crashed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert start(folder)["then"]
    (folder / CRASHES.replace("*", "0a")).write_text("Fatal Python error: Aborted", "utf-8")
    window = AFTER_CRASH
    ran = subprocess.run(
        [sys.executable, "-c", window, folder],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True, stdout=subprocess.PIPE, text=True, timeout=60,
    )  # fmt: skip
    assert ran.stdout.strip() == "My courses – CourseTracker"


AFTER_CRASH = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from coursetracker import starting
from coursetracker.instance import Claim

application = starting.make_application(["coursetracker"])
window = starting.show_first(Claim(), Path(sys.argv[1]), None, "en")

def look():
    told = [w for w in application.topLevelWidgets() if w.objectName() == "failure"]
    if window.is_furnished and told:
        print(window.windowTitle(), flush=True)
        os._exit(0)

looking = QTimer(interval=20)
looking.timeout.connect(look)
looking.start()
QTimer.singleShot(20_000, lambda: os._exit(2))
application.exec()
"""
