"""What a screen reader is told, and what keys alone can reach, in every window of the program."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from accessibility import Role, heard, name, nameless
from coursetracker.course.outline import State
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

DIALOGS = (
    "export-pdf", "restore-backup", "history", "search", "go-to", "preferences", "attempts", "due",
    "plan", "pace", "rename", "review", "shapes", "all-notes", "commands", "check-database",
    "report-problem", "about", "guide",
)  # fmt: skip


@pytest.fixture
def busy(window: MainWindow, qtbot: QtBot, course_file: Path) -> MainWindow:
    """A window with something of everything: ticks, a score, notes, a date and an update."""
    session = window.session
    assert session.progress is not None
    leaves = {item.title: item.id for item in session.progress.outline.leaves()}
    session.toggle(leaves["Mixing"])
    session.mark(leaves["Kneading"], State.IN_PROGRESS)
    session.mark(leaves["The crust"], State.SKIPPED)
    exam = next(each for each in session.progress.outline.items if "exam" in each.title)
    session.set_score(exam.id, 75.0)
    session.notes.keep_draft(leaves["Mixing"], "A *note*.")
    session.notes.settle()
    session.planning.set_due(leaves["Mixing"], session.today(), "due")
    window.reader.go_to(exam.id)
    course_file.write_text(course_file.read_text("utf-8") + "\n## Cooling\nWait.\n", "utf-8")
    window.updating.check()
    qtbot.waitUntil(lambda: window.updating.proposal is not None)
    return window


def opened(window: MainWindow, command: str, look: Callable[[QWidget], object]) -> None:
    """Give a command, and look at the dialog that it opens, which may wait for an answer."""
    found: list[QWidget] = []

    def watch() -> None:
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        for dialog in (each for each in dialogs if each.isVisible()):
            if not found:
                found.append(dialog)
                look(dialog)
            dialog.close()

    timer = QTimer(interval=60)
    timer.timeout.connect(watch)
    timer.start()
    window.actions_by_name[command].trigger()
    for _ in range(100):
        if found:
            break
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
    timer.stop()
    assert found, command


@pytest.mark.parametrize("command", DIALOGS)
def test_every_control_of_every_dialog_says_what_it_is(busy: MainWindow, command: str) -> None:
    told: list[str] = []
    opened(busy, command, lambda dialog: told.extend([*nameless(dialog), dialog.windowTitle()]))
    assert told[:-1] == []
    assert told[-1] != ""


def test_every_control_of_the_window_says_what_it_is(busy: MainWindow) -> None:
    busy.actions_by_name["note"].trigger()
    busy.actions_by_name["find"].trigger()
    assert nameless(busy) == []


def test_every_control_of_the_start_page_says_what_it_is(busy: MainWindow) -> None:
    busy.shelving.show()
    assert nameless(busy) == []


def rows(view: QWidget, role: QAccessible.Role) -> list[str]:
    return [name(each) for each in heard(view) if each.role() is role]


def test_rows_speak_title_state_and_counts(busy: MainWindow) -> None:
    busy.outline.expandAll()
    told = rows(busy.outline, Role.TreeItem)
    assert told[:4] == [
        "Week 1: Flour and water, 1 of 3 done",
        "Dough, section, 1 of 2 done",
        "Mixing, lesson, done, has a note",
        "Kneading, lesson, in progress",
    ]


def test_rows_of_the_checklist_speak_scores_too(busy: MainWindow) -> None:
    told = rows(busy.checklist, Role.ListItem)
    assert told == [
        "Week 1: Flour and water, 1 of 3 done, next, due today",
        "Test yourself, assessment, 0 of 1 done",
        "Week 2: Heat, 0 of 2 done",
        "Final exam, assessment, 0 of 1 done, 75\xa0%, not passed",
    ]


# Keys


def tab_stops(back: bool = False) -> set[QWidget]:
    """Return where Tab leads. In a date it goes from part to part, on a page from link to link."""
    stops: set[QWidget] = set()
    for _ in range(100):
        focus = QApplication.focusWidget()
        assert focus is not None
        stops.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return stops


def controls(window: QWidget) -> set[QWidget]:
    """Return what keys have to reach."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    }


@pytest.mark.parametrize("back", [False, True])
def test_tab_visits_every_control_of_the_window_and_comes_round(
    busy: MainWindow, back: bool
) -> None:
    busy.activateWindow()
    busy.outline.setFocus()
    assert controls(busy) - tab_stops(back) == set()


@pytest.mark.parametrize("command", DIALOGS)
def test_tab_visits_every_control_of_every_dialog(busy: MainWindow, command: str) -> None:
    missed: list[str] = []

    def look(dialog: QWidget) -> None:
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        if not dialog.isAncestorOf(QApplication.focusWidget() or busy):
            dialog.setFocus()
        stops = tab_stops()
        takes_tabs = {each for each in stops if isinstance(each, QTextEdit)}
        left = controls(dialog) - stops - takes_tabs
        missed.extend(f"{type(each).__name__} {each.objectName()}" for each in left)

    opened(busy, command, look)
    assert missed == []


def menus(window: MainWindow) -> list[QMenu]:
    """Return the menus of the bar, and those in them."""
    found = [menu for each in window.menuBar().actions() for menu in _menu_of(each)]
    return [
        *found,
        *(inner for menu in found for each in menu.actions() for inner in _menu_of(each)),
    ]


def _menu_of(action: QAction) -> list[QMenu]:
    menu = action.menu()
    return [menu] if isinstance(menu, QMenu) else []


def mnemonic(text: str) -> str:
    letters = text.replace("&&", "")
    return letters[letters.index("&") + 1].lower() if "&" in letters else ""


def test_every_command_is_in_a_menu_and_no_keys_have_two_meanings(busy: MainWindow) -> None:
    listed = {action for menu in menus(busy) for action in menu.actions()}
    assert [n for n, action in busy.actions_by_name.items() if action not in listed] == []
    keys = Counter(
        keys.toString()
        for action in busy.actions_by_name.values()
        if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
        for keys in action.shortcuts()
    )
    assert [each for each, count in keys.items() if count > 1] == []


def test_letters_of_menus_have_one_meaning_each(busy: MainWindow) -> None:
    assert doubled(busy) == []


@pytest.mark.usefixtures("spanish")
def test_nor_have_they_in_spanish(open_window: OpenWindow) -> None:
    assert doubled(open_window()) == []


def doubled(window: MainWindow) -> list[tuple[str, str]]:
    """Return the letters that stand twice in a menu, with the menu."""
    places = [(window.menuBar().objectName(), window.menuBar().actions())]
    places += [(menu.title(), menu.actions()) for menu in menus(window)]
    found = []
    for title, actions in places:
        letters = Counter(mnemonic(each.text()) for each in actions if not each.isSeparator())
        found += [(title, letter) for letter, count in letters.items() if letter and count > 1]
    return found
