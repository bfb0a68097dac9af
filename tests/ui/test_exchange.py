"""Exporting to every format, and importing, from the window."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from coursetracker import resources
from coursetracker.course.outline import State
from coursetracker.library.courses import CourseKind, add_course
from coursetracker.library.database import open_database
from coursetracker.library.exchange.importing import exported
from coursetracker.library.record import record
from coursetracker.ui.session import read_course
from coursetracker.ui.window import MainWindow
from library.course_samples import NOW, number, taken_in, tick
from ui.conftest import OpenWindow, drag_point


def item(window: MainWindow, title: str) -> int:
    assert window.session.course is not None
    return number(window.session.course, title)


def export(window: MainWindow, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(window.exporting.written, timeout=20_000):
        window.actions_by_name[name].trigger()
    qtbot.waitUntil(lambda: window.exporting._job is None)


SAYS = {
    "export-csv": ("csv", "lesson,Kneading,Week 1: Flour and water / Dough,1,done,"),
    "export-markdown": ("md", "- [x] Kneading"),
    "export-json": ("json", '"title": "Kneading"'),
    "export-library": ("json", '"title": "Kneading"'),
}


@pytest.mark.parametrize("name", SAYS)
def test_each_format_is_written_from_its_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    suffix, says = SAYS[name]
    window.session.mark(item(window, "Kneading"), State.DONE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    export(window, qtbot, name)
    assert says in (tmp_path / f"out.{suffix}").read_text("utf-8")
    assert f"out.{suffix}" in window.pane.notice.text()


def test_what_is_there_is_not_replaced_unasked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.csv").write_text("precious")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    window.actions_by_name["export-csv"].trigger()
    assert (tmp_path / "out.csv").read_text() == "precious"


# In


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return an export of a library in which soup is cooked."""
    db = open_database(tmp_path / "foreign")
    soup = taken_in(db, "# Soup & <b>bread</b>\n\n- [ ] Cut\n- [ ] Stir\n", Path("/no/soup.md"))
    record(db, [tick(number(soup, "Cut"))], NOW)
    path = tmp_path / "soup.JSON"
    path.write_text(exported(db, None), "utf-8")
    db.close()
    return path


def answer(button: str, seen: list[str]) -> None:
    """Press a button of the question that is asked next, and keep what it says."""

    def look(left: int = 200) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            assert box.textFormat() is Qt.TextFormat.PlainText
            seen.append(box.text())
            next(b for b in box.buttons() if b.text().replace("&", "") == button).click()
        elif left:
            QTimer.singleShot(50, lambda: look(left - 1))

    QTimer.singleShot(0, look)


def titles(window: MainWindow) -> list[str]:
    return [each.title for each in window.session.shelf.courses()]


def test_a_dropped_export_is_told_of_imported_and_taken_back(
    window: MainWindow, foreign: Path, qtbot: QtBot
) -> None:
    before, seen = titles(window), list[str]()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(foreign))])
    drop = QDropEvent(
        drag_point(QPoint(9, 9)), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    answer("Import", seen)
    with qtbot.waitSignal(window.importing.imported, timeout=20_000):
        window.dropEvent(drop)

    told = "Courses: 1, of them new: 1, merged: 0, unchanged: 0. New actions: 1."
    assert told in seen[0]
    assert "can be undone" in seen[0]
    assert sorted(titles(window)) == sorted([*before, "Soup & bread"])
    undo, courses = window.pane.notice.findChildren(QPushButton)[-2:]
    assert (undo.text(), courses.text()) == ("Undo", "My courses")
    courses.click()
    assert window.actions_by_name["undo"].text() == "&Undo: import of progress"
    window.actions_by_name["undo"].trigger()
    assert titles(window) == before
    window.actions_by_name["redo"].trigger()
    assert sorted(titles(window)) == sorted([*before, "Soup & bread"])


def test_an_imported_course_opens_from_its_text_where_its_file_is_not(
    window: MainWindow, foreign: Path, qtbot: QtBot
) -> None:
    answer("Import", [])
    with qtbot.waitSignal(window.importing.imported, timeout=20_000):
        window.open_path(foreign)
    soup = next(each for each in window.session.shelf.courses() if each.title.startswith("Soup"))
    window.opening.open_known(soup.id)
    assert window.session.course is not None
    assert window.session.course.id == soup.id
    assert window.session.progress is not None
    assert window.session.progress.tally(None).done == 1


def test_the_open_course_shows_what_was_imported_into_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.json"
    kneading = item(window, "Kneading")
    window.session.mark(kneading, State.DONE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    export(window, qtbot, "export-json")
    content = json.loads(target.read_text("utf-8"))
    event = content["courses"][0]["events"][0]
    again = {**event, "uid": "a" * 32, "action": "b" * 32, "at": "2030-01-01T00:00:00.000000+00:00"}
    again["value"] = {"state": "in progress"}
    content["courses"][0]["events"].append(again)
    content["courses"][0]["standings"][event["item"]]["state"] = "in progress"
    target.write_text(json.dumps(content), "utf-8")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    answer("Import", [])
    with qtbot.waitSignal(window.importing.imported, timeout=20_000):
        window.actions_by_name["import"].trigger()

    assert window.session.progress is not None
    assert window.session.progress.state(kneading) is State.IN_PROGRESS
    window.session.undo()  # the tick, by its action
    window.shelving.show()
    window.actions_by_name["undo"].trigger()
    assert "has been worked on since" in window.pane.notice.text()


def test_who_thinks_better_of_it_imports_nothing(
    window: MainWindow, foreign: Path, qtbot: QtBot
) -> None:
    before, seen = titles(window), list[str]()
    answer("Cancel", seen)
    window.open_path(foreign)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    qtbot.waitUntil(lambda: window.importing._job is None)
    assert titles(window) == before


def test_what_is_no_export_or_nothing_new_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "other.json"
    path.write_text("[]")
    with qtbot.waitSignal(window.importing.refused, timeout=20_000):
        window.open_path(path)
    assert "is not an export of CourseTracker" in window.pane.notice.text()
    qtbot.waitUntil(lambda: window.importing._job is None)
    db = open_database(window.session.folder)
    path.write_text(exported(db, None), "utf-8")
    db.close()
    with qtbot.waitSignal(window.pane.notice.told, timeout=20_000):
        window.open_path(path)
    assert window.pane.notice.text() == "Everything in the file is here already."


def test_the_sample_gives_way_and_the_imported_course_is_open(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.session.open_last()
    assert window.session.course is not None
    db = open_database(tmp_path / "old")
    reading = read_course(resources.bundled_course())
    old = add_course(db, reading.source, reading.outline, kind=CourseKind.BUNDLED, at=NOW)
    record(db, [tick(next(old.outline.leaves()).id)], NOW)
    path = tmp_path / "old.json"
    path.write_text(exported(db, None), "utf-8")
    db.close()

    answer("Import", [])
    with qtbot.waitSignal(window.importing.imported, timeout=20_000):
        window.open_path(path)

    assert len(titles(window)) == 1
    assert window.session.course is not None
    assert window.session.course.uid == old.uid
