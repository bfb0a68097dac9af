"""A text cursor on the page, for those who read and select by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow


def test_it_comes_and_goes_and_is_kept(
    window: MainWindow, qtbot: QtBot, open_window: OpenWindow
) -> None:
    qtbot.waitUntil(lambda: not window.page.document().isEmpty())
    caret = window.actions_by_name["caret"]
    shift = Qt.KeyboardModifier.ShiftModifier
    assert not caret.isChecked()
    QTest.keyClick(window.page, Qt.Key.Key_Right, shift)
    assert not window.page.textCursor().hasSelection()

    caret.trigger()
    assert caret.isChecked()
    assert window.page.hasFocus()
    QTest.keyClick(window.page, Qt.Key.Key_Right, shift)
    assert window.page.textCursor().selectedText() == window.page.toPlainText()[:1]

    assert open_window().actions_by_name["caret"].isChecked()
    caret.trigger()
    assert not caret.isChecked()
