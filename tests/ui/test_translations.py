"""A course that is there in other languages too: offered when it is new, and in a menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.ui.translating import language_name
from coursetracker.ui.window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    for name in ("README.md", "es/README.md", "ja/README.md", "ko/README.md", "pt-br/README.md"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n\n- [ ] one\n- [ ] two\n- [ ] three\n", "utf-8")
    return root


def languages(window: MainWindow) -> list[str]:
    menu = window.translating.menu
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_other_languages_are_offered_and_open(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.open_path(folder)
    qtbot.waitUntil(lambda: "other languages" in window.pane.notice.text())
    offered = {
        button.text(): button
        for button in window.pane.notice.findChildren(QPushButton)
        if not button.isHidden()
    }
    assert list(offered) == ["Español", "日本語", "한국어"]

    QTest.mouseClick(offered["Español"], Qt.MouseButton.LeftButton)

    spanish = (folder / "es" / "README.md").resolve()
    qtbot.waitUntil(lambda: window.session.course is not None
                    and window.session.course.source == spanish)  # fmt: skip
    assert not window.translating.menu.menuAction().isVisible()


def test_the_menu_has_them_all_when_the_course_is_opened_again(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.open_path(folder)
    qtbot.waitUntil(lambda: "other languages" in window.pane.notice.text())
    window.session.open_bundled()
    assert not window.translating.menu.menuAction().isVisible()

    window.open_path(folder)

    assert window.translating.menu.menuAction().isVisible()
    assert languages(window) == ["Español", "日本語", "한국어", "Português"]


def test_a_language_that_nobody_knows_is_called_by_its_code() -> None:
    assert [language_name(code) for code in ("es", "zh-cn", "qq")] == ["Español", "简体中文", "qq"]
