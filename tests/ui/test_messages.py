"""What is told over the page: seen, heard, reached by keys, and never cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coursetracker.problems import Problem
from coursetracker.ui import notice as notices
from coursetracker.ui import telling
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.window import MainWindow


def buttons(window: MainWindow) -> list[QPushButton]:
    return [each for each in window.pane.notice.findChildren(QPushButton) if each.isVisible()]


def test_escape_closes_a_message_and_gives_the_keyboard_back(window: MainWindow) -> None:
    window.pane.notice.tell("Something is told.", [("Do it", lambda: None)])
    window.actions_by_name["message"].trigger()
    assert buttons(window)[0].hasFocus()
    QTest.keyClick(buttons(window)[0], Qt.Key.Key_Escape)
    assert window.pane.notice.isHidden()
    assert window.page.hasFocus()


def test_tab_goes_through_a_message_from_over_the_page_to_the_page(window: MainWindow) -> None:
    window.reader.next()
    window.pane.notice.tell("Told.", [("One", lambda: None), ("Two", lambda: None)])
    window.pane.order[-1].setFocus()
    order: list[str] = []
    for _ in range(4):
        focus: QWidget | None = window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert focus is not None
        order.append(focus.text() if isinstance(focus, QPushButton) else focus.accessibleName())
    assert order == ["One", "Two", "Close this message (Esc)", window.page.accessibleName()]


@pytest.mark.parametrize("width", [340, 500, 900])
def test_no_button_of_a_message_is_cut_off(qtbot: QtBot, width: int) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    choices = [(f"A button that says much {number}", lambda: None) for number in range(3)]
    bar.tell("A sentence of a usual length, which tells what to do.", choices)
    bar.resize(width, bar.heightForWidth(width))
    bar.show()
    qtbot.waitExposed(bar)
    bar.resize(width, bar.sizeHint().height())
    for button in bar.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_a_problem_looks_otherwise_than_news(window: MainWindow) -> None:
    sign = window.pane.notice.findChild(QLabel, "notice-sign")
    assert isinstance(sign, QLabel)
    window.show_problem(Problem("The disk is full."))
    assert sign.accessibleName() == "Problem"
    picture = sign.pixmap().toImage()
    window.pane.notice.tell("All is well.")
    assert sign.accessibleName() == "Message"
    assert sign.pixmap().toImage() != picture


def test_what_is_only_about_a_course_is_not_told_of_all_courses(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    course = tmp_path / "other.md"
    course.write_text("# Other\n\n## One\n\n## Two\n", "utf-8")
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course)
    assert "found by" in window.pane.notice.text()
    window.shelving.show()
    assert window.pane.notice.isHidden()


def test_what_happens_elsewhere_is_said(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    for module in (telling, notices):
        monkeypatch.setattr(module, "announce", lambda _teller, words: said.append(words))
    window.page.setFocus()
    window.reader.next()
    window.actions_by_name["tick"].trigger()
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["redo"].trigger()
    window.show_problem(Problem("The disk is full."))
    assert said == [
        "Mixing, lesson, not started",
        "Mixing, lesson, done",
        "Mixing, lesson, not started", "Undone: mark “Mixing” done",
        "Mixing, lesson, done", "Done again: mark “Mixing” done",
        "The disk is full.",
    ]  # fmt: skip
    window.outline.setFocus()
    window.actions_by_name["tick"].trigger()
    assert len(said) == 7  # the row says so itself
