"""Another language, or another size of text, while the program runs: a new window takes over."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from coursetracker.resources import resources

DRIVE = """
import gc, json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QTabBar, QWidget,
)
from coursetracker import starting
from coursetracker.instance import Claim
from coursetracker.ui.session import Session

told = {}
application = starting.make_application(["coursetracker"])
starting.show_first(Claim(), Path(sys.argv[1]), None, None)

def shown():
    return [each for each in application.topLevelWidgets()
            if each.objectName() == "window" and each.isVisible()]

def wait(done):
    for _ in range(500):
        if done():
            return
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()
    raise AssertionError("waited for nothing")

def words(window):
    found = []
    for each in [window, *window.findChildren(QWidget)]:
        found += [each.windowTitle(), each.toolTip(), each.statusTip(), each.accessibleName()]
        if isinstance(each, (QLabel, QAbstractButton)):
            found.append(each.text())
        if isinstance(each, QLineEdit):
            found.append(each.placeholderText())
        if isinstance(each, QComboBox):
            found += [each.itemText(n) for n in range(each.count())]
        if isinstance(each, QTabBar):
            found += [each.tabText(n) for n in range(each.count())]
    for action in window.findChildren(QAction):
        found += [action.text(), action.toolTip(), action.statusTip()]
    return sorted({each for each in found if each})

def choose(window, name, value):
    window.show_preferences()
    dialog = window.findChild(QDialog, "preferences")
    combo = dialog.findChild(QComboBox, name)
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    wait(lambda: shown() and shown() != [window] and not window.isVisible())
    (after,) = shown()
    wait(lambda: after.session.course is not None)
    return after

def facts(window):
    dialog = window.findChild(QDialog, "preferences")
    return {
        "title": window.session.course.title, "item": window.reader.item,
        "done": window.session.progress.tally(None).done,
        "notes": window.session.notes.all(), "words": words(window),
        "dialog": dialog is not None and dialog.isVisible(),
        "size": application.font().pointSizeF(),
    }

def act():
    (window,) = shown()
    wait(lambda: window.is_furnished and window.session.course is not None)
    lesson = list(window.session.progress.outline.leaves())[2].id
    window.toggle(lesson)
    window.reader.go_to(lesson)
    window.actions_by_name["note"].trigger()
    QTest.keyClicks(window.noting.panel.editor, "flour")
    told["lesson"] = lesson
    told["size"] = application.font().pointSizeF()
    spanish = choose(window, "language", "es")
    told["es"] = facts(spanish)
    english = choose(spanish, "language", "en")
    told["en"] = facts(english)
    large = choose(english, "text", "200")
    told["large"] = facts(large)
    next_lesson = list(large.session.progress.outline.leaves())[3].id
    large.toggle(next_lesson)
    told["undo"] = large.actions_by_name["undo"].isEnabled()
    large.actions_by_name["undo"].trigger()
    told["undone"] = large.session.progress.tally(None).done
    del window, spanish, english
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    told["sessions"] = sum(type(each) is Session for each in gc.get_objects())
    large.findChild(QDialog, "preferences").close()
    large.close()

def begin():
    try:
        act()
    except BaseException:
        import traceback
        traceback.print_exc()
        application.exit(3)

QTimer.singleShot(0, begin)
told["status"] = application.exec()
print(json.dumps(told), flush=True)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Drive the program in a process of its own, and return what it showed."""
    ran = subprocess.run(
        [sys.executable, "-c", DRIVE, tmp_path_factory.mktemp("renewal") / "data"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", "LANG": "en_GB.UTF-8"},
        check=True, stdout=subprocess.PIPE, timeout=120,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def catalogue() -> dict[str, str]:
    """Return the Spanish of all sentences that are other ones in Spanish."""
    contexts = ET.parse(resources() / "i18n" / "coursetracker_es.ts").getroot().iter("context")
    named = (each for each in contexts if each.findtext("name") != "Language")  # is said in itself
    messages = (message for each in named for message in each.iter("message"))
    found = {each.findtext("source", ""): each.findtext("translation", "") for each in messages}
    return {ours: theirs for ours, theirs in found.items() if theirs and ours != theirs}


def test_all_that_is_shown_is_said_in_the_other_language(told: dict[str, Any]) -> None:
    spanish = catalogue()
    words = set(told["es"]["words"])
    assert words & spanish.keys() - set(spanish.values()) == set()
    assert len(words & set(spanish.values())) > 100


def test_and_back_again(told: dict[str, Any]) -> None:
    spanish = catalogue()
    words = set(told["en"]["words"])
    assert words & set(spanish.values()) - spanish.keys() == set()
    assert len(words & spanish.keys()) > 100


@pytest.mark.parametrize("then", ["es", "en", "large"])
def test_the_learner_goes_on_where_they_were(told: dict[str, Any], then: str) -> None:
    now, lesson = told[then], told["lesson"]
    assert (now["item"], now["done"], now["dialog"]) == (lesson, 1, True)
    assert now["notes"] == {str(lesson): "flour"}


def test_text_is_as_large_as_it_was_asked_for(told: dict[str, Any]) -> None:
    assert told["en"]["size"] == told["size"]
    assert told["large"]["size"] == pytest.approx(2 * told["size"])


def test_undo_works_in_the_new_window_and_the_program_ends_in_order(told: dict[str, Any]) -> None:
    assert told["undo"]
    assert (told["undone"], told["status"]) == (1, 0)


def test_nothing_is_left_of_the_windows_before(told: dict[str, Any]) -> None:
    assert told["sessions"] == 1


BUSY = (
    DRIVE[: DRIVE.index("def act():")]
    + """
import threading

def act():
    (window,) = shown()
    wait(lambda: window.is_furnished and window.session.course is not None)
    going, target = threading.Event(), Path(sys.argv[1]) / "made.txt"
    window.exporting.write_file(target, lambda: going.wait(20) and b"made")
    window.use_language("es")
    wait_a_while()
    told["waits"] = shown() == [window] and not target.exists()
    going.set()
    wait(lambda: len(shown()) == 1 and shown() != [window])
    told["made"] = target.read_text()
    shown()[0].close()

def wait_a_while():
    loop = QEventLoop()
    QTimer.singleShot(400, loop.quit)
    loop.exec()
"""
    + DRIVE[DRIVE.index("def begin():") :]
)


def test_what_is_being_written_is_waited_for(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BUSY, tmp_path / "data"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", "LANG": "en_GB.UTF-8"},
        check=True, stdout=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    assert json.loads(ran.stdout) == {"waits": True, "made": "made", "status": 0}
