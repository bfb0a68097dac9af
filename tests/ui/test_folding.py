"""Passages of a page that fold, and its footnotes, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coursetracker.ui.page import PageView
from coursetracker.ui.session import read_course
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

FILLER = "\n\n".join(f"Line {n} of many, to make the page long." for n in range(60))
COURSE = f"""\
# Course

## Lesson one

{FILLER}

<details>
<summary>The answer</summary>

It is 42.[^why]

- [ ] Think about it

</details>

{FILLER}

## Lesson two

See [the answer](#the-answer).

<details>

<a name="the-answer"></a>

Far away.

</details>

[^why]: Nobody knows.
"""
LINE = COURSE.split("\n").index("<details>") + 1


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    path = tmp_path / "course.md"
    path.write_text(COURSE, "utf-8")
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(path)
    qtbot.waitUntil(lambda: window.pane.page.toPlainText() != "")
    return window


def read(window: MainWindow, title: str) -> PageView:
    """Go to an item, and return the page."""
    assert window.session.progress is not None
    items = window.session.progress.outline.items
    window.reader.go_to(next(item.id for item in items if item.title == title))
    return window.pane.page


def test_a_passage_opens_and_folds_where_it_stands(window: MainWindow) -> None:
    page = read(window, "Lesson one")
    assert "It is 42." not in page.toPlainText()
    bar = page.verticalScrollBar()
    bar.setValue(400)
    page.link_clicked.emit(f"fold:{LINE}")
    assert "It is 42." in page.toPlainText()
    assert bar.value() == 400
    page.link_clicked.emit(f"fold:{LINE}")
    assert "It is 42." not in page.toPlainText()


def test_a_passage_opens_by_keyboard(window: MainWindow) -> None:
    page = read(window, "Lesson one")
    page.setFocus()
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        QTest.keyClick(page, Qt.Key.Key_Return)
        assert "▾" in page.toPlainText()
        QTest.keyClick(page, Qt.Key.Key_Tab)
        QTest.keyClick(page, Qt.Key.Key_Return)
        assert "▸" in page.toPlainText()


def test_an_item_in_a_passage_is_shown_when_it_is_gone_to(window: MainWindow) -> None:
    page = read(window, "Think about it")
    assert "It is 42." in page.toPlainText()
    assert page.verticalScrollBar().value() > 0


def test_a_link_into_a_passage_opens_it(window: MainWindow) -> None:
    page = read(window, "Lesson two")
    assert "Far away." not in page.toPlainText()
    page.link_clicked.emit("#the-answer")
    assert "Far away." in page.toPlainText()


def test_a_note_is_gone_to_and_back(window: MainWindow) -> None:
    page = read(window, "Think about it")
    bar = page.verticalScrollBar()
    at_item = bar.value()
    page.link_clicked.emit("here:note-1")
    assert bar.value() > at_item
    assert "Nobody knows." in page.toPlainText()
    page.link_clicked.emit("here:note-1-1")
    assert bar.value() <= at_item


def test_a_page_that_is_too_long_is_shown_in_portions(window: MainWindow, tmp_path: Path) -> None:
    course = tmp_path / "long.md"
    course.write_text("# Long\n\n" + "".join(f"Paragraph {n}.\n\n" for n in range(4_000)), "utf-8")
    window.session.admit(read_course(course))
    first = window.page.toPlainText()

    window.reader.follow("more:")

    more = window.page.toPlainText()
    assert "Paragraph 0." in first
    assert "Paragraph 3999." not in first
    assert "This is a part of a very long page. Show more" in first
    assert len(first) < len(more)
