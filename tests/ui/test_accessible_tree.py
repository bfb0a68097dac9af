"""What a screen reader is told, and what keys alone can reach, in every window of the program."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from accessibility import Role, heard, name, nameless
from coursetracker.course.outline import State
from coursetracker.progress.streak import Habits
from coursetracker.resources import languages
from coursetracker.ui.habits import HabitsDialog
from coursetracker.ui.rescue import RescueBox
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
                timer.stop()  # looking may wait, and nothing is to close the dialog meanwhile
                try:
                    look(dialog)
                finally:
                    timer.start()  # else a dialog that waits for an answer would wait for ever
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


def start_page(window: MainWindow, qtbot: QtBot) -> None:
    """Show all courses, and wait until they are seen."""
    window.shelving.show()
    page = window.shelving.page
    assert page is not None
    qtbot.waitUntil(page.isVisible)


def test_every_control_of_the_start_page_says_what_it_is(busy: MainWindow, qtbot: QtBot) -> None:
    start_page(busy, qtbot)
    assert nameless(busy) == []


@pytest.mark.parametrize("command", ["preferences", "attempts", "due", "plan"])
def test_arrows_of_calendars_say_where_they_lead(busy: MainWindow, command: str) -> None:
    told: list[set[str]] = []

    def look(dialog: QWidget) -> None:
        for calendar in dialog.findChildren(QCalendarWidget):
            buttons = calendar.findChildren(QToolButton)
            told.append({each.accessibleName() for each in buttons if not each.text()})

    opened(busy, command, look)
    assert told
    assert [each for each in told if each != {"Previous month", "Next month"}] == []


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
        QTest.qWait(50)  # the keyboard comes a while after the window is active
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


# Letters: what Alt and a letter does


@pytest.fixture(params=languages())
def spoken(request: pytest.FixtureRequest) -> str:
    """Speak one language after the other; what is asked for after this speaks it."""
    if request.param == "es":
        request.getfixturevalue("spanish")
    return str(request.param)


def test_letters_of_menus_have_one_meaning_each(spoken: str, open_window: OpenWindow) -> None:
    assert doubled(open_window()) == []


@pytest.mark.parametrize("command", DIALOGS)
def test_letters_of_dialogs_have_one_meaning_each(
    spoken: str, command: str, request: pytest.FixtureRequest
) -> None:
    found: list[str] = []
    window = request.getfixturevalue("busy")
    opened(window, command, lambda dialog: found.extend(clashes(dialog)))
    assert found == []


def test_so_have_those_of_dialogs_in_dialogs(spoken: str, request: pytest.FixtureRequest) -> None:
    busy = request.getfixturevalue("busy")
    inner = HabitsDialog(Habits(), busy.session.today(), busy), RescueBox(Path(), None)
    for dialog in inner:
        dialog.show()
        assert clashes(dialog) == []
        dialog.close()
        dialog.deleteLater()


def test_so_have_those_of_the_window(spoken: str, request: pytest.FixtureRequest) -> None:
    busy = request.getfixturevalue("busy")
    busy.actions_by_name["note"].trigger()
    busy.actions_by_name["find"].trigger()
    assert clashes(busy) == []


def test_so_have_those_of_the_start_page(
    spoken: str, open_window: OpenWindow, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    empty = open_window()
    start_page(empty, qtbot)
    assert len(list(lettered(empty))) > 6  # of the menu bar
    assert clashes(empty) == []
    busy = request.getfixturevalue("busy")
    start_page(busy, qtbot)
    assert clashes(busy) == []
    busy.session.shelf.archive(busy.session.course.id, archived=True)
    busy.shelving.look_again()
    assert clashes(busy) == []


def test_so_have_those_of_the_menus_of_rows(spoken: str, request: pytest.FixtureRequest) -> None:
    busy = request.getfixturevalue("busy")
    items = busy.session.progress.outline.items
    busy.arranging.hide(items[-1].id)
    found = []
    for item in busy.session.progress.outline.items:
        for menu in (busy.arranging.menu(item.id), busy.planner.menu(item.id)):
            found += [f"{item.title}: {letter}" for letter in twice(menu.actions())]
    assert found == []


def doubled(window: MainWindow) -> list[tuple[str, str]]:
    """Return the letters that stand twice in a menu, with the menu."""
    places = [(window.menuBar().objectName(), window.menuBar().actions())]
    places += [(menu.title(), menu.actions()) for menu in menus(window)]
    return [(title, letter) for title, actions in places for letter in twice(actions)]


def twice(actions: Sequence[QAction]) -> list[str]:
    """Return the letters that stand twice in a menu."""
    letters = Counter(mnemonic(each.text()) for each in actions if not each.isSeparator())
    return [letter for letter, count in letters.items() if letter and count > 1]


def clashes(window: QWidget) -> list[str]:
    """Return what has a letter that something else in a window has too, on any of its pages."""
    tabs = next((each for each in window.findChildren(QTabWidget)), None)
    found: list[str] = []
    for page in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(page)
        texts = list(lettered(window))
        letters = Counter(mnemonic(each) for each in texts)
        found += [each for each in texts if mnemonic(each) and letters[mnemonic(each)] > 1]
    return found


def lettered(window: QWidget) -> Iterator[str]:
    """Return what is to be seen in a window and may have a letter."""
    for each in window.findChildren(QWidget):
        if not each.isVisible() or each.window() is not window:
            continue
        if isinstance(each, QAbstractButton) or (
            isinstance(each, QLabel) and each.buddy() is not None
        ):
            yield each.text()
        elif isinstance(each, QGroupBox):
            yield each.title()
        elif isinstance(each, QTabBar):
            yield from (each.tabText(tab) for tab in range(each.count()))
        elif isinstance(each, QMenuBar):
            yield from (action.text() for action in each.actions())


def mnemonic(text: str) -> str:
    letters = text.replace("&&", "")
    return letters[letters.index("&") + 1].lower() if "&" in letters else ""
