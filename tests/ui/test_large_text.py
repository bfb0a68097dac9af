"""All text twice as large, on a screen of 1366 by 768: nothing is cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.ui.marks import BOX, TickBox, box_side
from coursetracker.ui.rows import box_in
from coursetracker.ui.theme import size_text
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow
from ui.test_accessible_tree import DIALOGS, opened

SCREEN = (1366, 768)
BARS = 40
"""Points that a title bar takes."""


@pytest.fixture
def large(open_window: OpenWindow, tmp_path: Path) -> Iterator[MainWindow]:
    folder = tmp_path / "data"
    folder.mkdir()
    kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("text", 200)
    kept.sync()
    window = open_window()
    window.session.open_bundled()
    window.resize(SCREEN[0], SCREEN[1] - BARS)
    yield window
    size_text(100)


def cut(widget: QWidget) -> list[str]:
    """Return what is shown with less room than its words need."""
    shown = [
        each
        for each in widget.findChildren(QWidget)
        if each.isVisible() and each.window() is widget and each.width() < room(each) - 1
    ]
    return [f"{type(each).__name__} {each.objectName()}: {each.width()}" for each in shown]


def room(control: QWidget) -> int:
    """Return how wide a control has to be for its words; 0 where it may be narrower."""
    if isinstance(control, QLabel):
        return 0 if control.wordWrap() or control.toolTip() else control.sizeHint().width()
    if isinstance(control, QLineEdit) and control.placeholderText():
        return control.fontMetrics().horizontalAdvance(control.placeholderText())
    return control.sizeHint().width() if isinstance(control, (QAbstractButton, QComboBox)) else 0


def test_the_window_fits_and_cuts_nothing_off(large: MainWindow) -> None:
    least = large.minimumSizeHint()
    assert least.width() <= SCREEN[0]
    assert least.height() <= SCREEN[1] - BARS
    assert cut(large) == []


def test_a_message_keeps_its_words_and_buttons_whole(large: MainWindow, qtbot: QtBot) -> None:
    large.welcome()
    notice = large.pane.notice
    qtbot.waitUntil(notice.isVisible)
    sentence = notice.findChild(QLabel, "notice-text")
    buttons = notice.findChildren(QPushButton)
    assert isinstance(sentence, QLabel)
    qtbot.waitUntil(lambda: buttons[0].y() > sentence.geometry().bottom())
    assert cut(large) == []
    assert sentence.height() < 4 * sentence.fontMetrics().lineSpacing()
    size_text(100)
    notice.resize(SCREEN[0], notice.height())  # room enough to stand side by side
    qtbot.waitUntil(lambda: buttons[0].y() < sentence.geometry().bottom())


def test_boxes_grow_with_the_text_beside_them(large: MainWindow) -> None:
    metrics = large.outline.fontMetrics()
    row = large.outline.visualRect(large.outline_model.index(0, 0))
    box = box_in(row, metrics)
    assert box.width() == box_side(metrics) > 1.4 * BOX
    assert row.top() <= box.top() < box.bottom() <= row.bottom()
    ticked = large.pane.findChild(TickBox, "lesson-done")
    assert isinstance(ticked, TickBox)
    words = ticked.fontMetrics().horizontalAdvance(ticked.text())
    assert ticked.sizeHint().width() >= words + box_side(ticked.fontMetrics()) + 8


@pytest.mark.parametrize(
    "command", [each for each in DIALOGS if each not in ("review", "all-notes")]
)
def test_dialogs_fit_and_cut_nothing_off(large: MainWindow, command: str) -> None:
    assert large.session.progress is not None
    items = large.session.progress.outline.items
    large.reader.go_to(next(each.id for each in items if each.kind.value == "assessment"))
    found: list[str] = []

    def look(dialog: QWidget) -> None:
        least = dialog.minimumSizeHint()
        if least.width() > SCREEN[0] or least.height() > SCREEN[1] - BARS:
            found.append(f"{least.width()} by {least.height()}")
        dialog.resize(dialog.size().expandedTo(least))
        found.extend(cut(dialog))

    opened(large, command, look)
    assert found == []
