"""Preferences: each choice holds at once, and at the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.app import open_first
from coursetracker.library.backups import BACKUPS
from coursetracker.problems import Problem
from coursetracker.ui.marks import ChoiceBox
from coursetracker.ui.preferences import PreferencesDialog
from coursetracker.ui.theme import is_dark
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow


@pytest.fixture
def dialog(window: MainWindow) -> PreferencesDialog:
    return shown(window)


def shown(window: MainWindow) -> PreferencesDialog:
    window.actions_by_name["preferences"].trigger()
    found = window.findChild(PreferencesDialog)
    assert isinstance(found, PreferencesDialog)
    assert found.isVisible()
    return found


def choose(dialog: QDialog, name: str, value: str) -> None:
    combo = dialog.findChild(QComboBox, name)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def box(dialog: QDialog, name: str) -> ChoiceBox:
    found = dialog.findChild(ChoiceBox, name)
    assert isinstance(found, ChoiceBox)
    return found


def test_the_name_is_kept_by_enter_and_by_closing(
    window: MainWindow, dialog: PreferencesDialog
) -> None:
    field = dialog.findChild(QLineEdit, "learner")
    assert isinstance(field, QLineEdit)
    field.insert("Íñigo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.learner() == "Íñigo"
    assert dialog.isVisible()
    field.insert(" Ruiz")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.session.learner() == "Íñigo Ruiz"


def test_a_name_that_nobody_typed_is_still_asked_for(
    window: MainWindow, dialog: PreferencesDialog
) -> None:
    dialog.close()
    assert window.session.learner() is None


def test_colours_change_at_once_and_the_menu_follows(
    window: MainWindow, dialog: PreferencesDialog
) -> None:
    choose(dialog, "theme", "dark")
    assert is_dark(QApplication.palette())
    assert window.actions_by_name["theme-dark"].isChecked()
    choose(dialog, "theme", "light")
    assert not is_dark(QApplication.palette())


@pytest.mark.parametrize("name", ["begin-reading", "offer-done"])
def test_boxes_and_menu_are_one(window: MainWindow, dialog: PreferencesDialog, name: str) -> None:
    action, ours = window.actions_by_name[name], box(dialog, name)
    assert action.isChecked()
    assert ours.isChecked()
    ours.click()
    assert not action.isChecked()
    action.trigger()
    assert ours.isChecked()


def test_the_menu_goes_on_where_the_dialog_is_gone(
    window: MainWindow, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is None)
    action = window.actions_by_name["offer-done"]
    before = action.isChecked()
    with qtbot.captureExceptions() as raised:
        action.trigger()
    assert action.isChecked() is not before
    assert raised == []


def test_updates_are_applied_by_themselves_where_the_learner_wants_it(
    window: MainWindow, dialog: PreferencesDialog
) -> None:
    assert not window.session.updates_by_itself()
    box(dialog, "by-itself").click()
    assert window.session.updates_by_itself()
    box(dialog, "by-itself").click()
    assert not window.session.updates_by_itself()


def test_the_day_and_days_of_rest_are_kept(window: MainWindow, dialog: PreferencesDialog) -> None:
    hour = dialog.findChild(QComboBox, "day-begins")
    assert isinstance(hour, QComboBox)
    hour.setCurrentIndex(6)
    hour.activated.emit(6)
    box(dialog, "rest-weekday-5").click()
    add = dialog.findChild(QPushButton, "rest-add")
    assert isinstance(add, QPushButton)
    add.click()
    habits = window.session.studying.habits()
    assert (habits.day_begins, habits.weekdays) == (6, frozenset({5}))
    assert habits.days == {window.session.studying.today()}


def test_a_backup_can_be_made_at_once(
    window: MainWindow, dialog: PreferencesDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    button = dialog.findChild(QPushButton, "back-up")
    outcome = dialog.findChild(QLabel, "backup-outcome")
    assert isinstance(button, QPushButton)
    assert isinstance(outcome, QLabel)
    button.click()
    qtbot.waitUntil(lambda: outcome.text() != "")
    assert len(list((tmp_path / "data" / BACKUPS).glob("*.sqlite3"))) == 1


def test_restoring_is_asked_for_in_its_own_dialog(
    window: MainWindow, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    button = dialog.findChild(QPushButton, "restore")
    assert isinstance(button, QPushButton)
    button.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "backups") is not None)
    backups = window.findChild(QDialog, "backups")
    assert isinstance(backups, QDialog)
    backups.reject()


def test_all_courses_can_be_what_a_start_shows(
    window: MainWindow, dialog: PreferencesDialog, open_window: OpenWindow
) -> None:
    choose(dialog, "start", "courses")
    dialog.close()
    window.close()
    window.session.close()
    again = open_window()
    open_first(again, None)
    assert again.session.course is None
    assert again.shelving.is_shown
    choose(shown(again), "start", "")
    again.close()
    again.session.close()
    third = open_window()
    open_first(third, None)
    assert third.session.course is not None


def test_it_is_whole_on_a_small_screen(dialog: PreferencesDialog) -> None:
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_the_wheel_changes_nothing_that_does_not_have_the_keyboard(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    combo = dialog.findChild(QComboBox, "text")
    assert isinstance(combo, QComboBox)
    chosen = combo.currentIndex()

    def turn() -> None:
        place = QPointF(combo.rect().center())
        none, step = QPoint(), QPoint(0, -120)
        event = QWheelEvent(
            place, combo.mapToGlobal(place), none, step, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(combo, event)

    dialog.activateWindow()
    field = dialog.findChild(QLineEdit, "learner")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    turn()
    assert combo.currentIndex() == chosen


def test_what_holds_already_changes_nothing(
    window: MainWindow, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(window.renewal_asked, wait=50):
        choose(dialog, "text", "100")
        choose(dialog, "language", "")


def test_what_cannot_be_kept_is_told_and_not_shown_as_kept(
    window: MainWindow,
    dialog: PreferencesDialog,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_wanted: bool) -> None:
        raise Problem("The disk is full.")

    monkeypatch.setattr(window.session, "update_by_itself", refuse)
    box(dialog, "by-itself").click()
    assert not dialog.isVisible()
    assert window.pane.notice.text() == "The disk is full."
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is None)
    assert not box(shown(window), "by-itself").isChecked()
