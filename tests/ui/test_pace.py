"""Pace, forecast and streak in the window: told in words, drawn, and as rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.library.settings import keep_setting
from coursetracker.ui.charts import Chart
from coursetracker.ui.figures import FiguresTable
from coursetracker.ui.habits import HabitsDialog
from coursetracker.ui.marks import ChoiceBox
from coursetracker.ui.session.studying import HABITS
from coursetracker.ui.window import MainWindow

NOW = datetime(2026, 3, 25, 18, 0, tzinfo=UTC)  # a Wednesday


class Clock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(window.session, "_clock", clock)
    return clock


def finish(window: MainWindow, clock: Clock, days_ago: int, *titles: str) -> None:
    """Finish lessons so many days ago."""
    assert window.session.progress is not None
    clock.now = NOW - timedelta(days=days_ago)
    for item in window.session.progress.outline.items:
        if item.title in titles:
            window.session.mark(item.id, State.DONE)
    clock.now = NOW


@pytest.fixture
def dialog(window: MainWindow, clock: Clock, qtbot: QtBot) -> Iterator[QDialog]:
    """Return the dialog of a course of which four lessons are done, two of them on one day."""
    finish(window, clock, 20, "Mixing")
    finish(window, clock, 9, "Kneading", "Questions")
    finish(window, clock, 1, "The oven")
    window.actions_by_name["pace"].trigger()
    found = window.findChild(QDialog, "pace")
    assert isinstance(found, QDialog)
    qtbot.waitExposed(found)
    yield found
    found.close()


def text(dialog: QDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def table(dialog: QDialog, name: str) -> list[tuple[str, str]]:
    rows = dialog.findChild(FiguresTable, name)
    assert isinstance(rows, FiguresTable)
    cells = [[rows.item(row, column) for column in range(2)] for row in range(rows.rowCount())]
    return [(first.text(), second.text()) for first, second in cells if first and second]


def test_before_the_first_tick_it_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["pace"].trigger()
    dialog = window.findChild(QDialog, "pace")
    assert isinstance(dialog, QDialog)
    assert text(dialog, "pace-headline").startswith("0 of 6")
    assert text(dialog, "pace-empty").startswith("Tick a lesson")
    assert text(dialog, "pace-streak") == "A streak begins with the first lesson you finish."
    assert not any(chart.isVisible() for chart in dialog.findChildren(Chart))
    dialog.close()


def test_the_words_tell_pace_forecast_and_streak(dialog: QDialog) -> None:
    assert text(dialog, "pace-headline") == "4 of 6 lessons done · 1.4 lessons a week lately"
    assert text(dialog, "pace-outlook").startswith("If you go on as in the last four weeks, you")
    streak = "Streak: 1 day in a row (longest: 1 day). Today you have not finished a lesson yet."
    assert text(dialog, "pace-streak") == streak


def test_the_figures_of_the_charts_stand_in_tables(dialog: QDialog) -> None:
    growth = table(dialog, "growth-table")
    assert [amount for _, amount in growth[:3]] == ["1 lesson", "3 lessons", "4 lessons"]
    weekdays = dict(table(dialog, "weekdays-table"))
    assert weekdays["Thursday"] == "1 lesson"
    assert weekdays["Monday"] == "2 lessons"
    assert weekdays["Sunday"] == "0 lessons"
    weeks = table(dialog, "weeks-table")
    assert [amount for _, amount in weeks] == ["1 lesson", "0 lessons", "2 lessons", "1 lesson"]
    assert weeks[-1][0].endswith("so far")


def test_charts_tell_their_figures_to_a_screen_reader_key_by_key(dialog: QDialog) -> None:
    chart = dialog.findChild(Chart, "weekdays-chart")
    assert isinstance(chart, Chart)
    assert chart.accessibleName() == "Chart: By weekday"
    chart.setFocus()
    told = set()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    for _ in chart.points:
        told.add(chart.accessibleDescription())
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert len(told) == 7
    assert any("Monday" in words and "2 lessons" in words for words in told)


def test_rows_take_the_charts_place_and_are_copied(dialog: QDialog) -> None:
    box = dialog.findChild(ChoiceBox, "pace-as-table")
    assert isinstance(box, ChoiceBox)
    box.click()
    rows = dialog.findChild(FiguresTable, "weekdays-table")
    assert isinstance(rows, FiguresTable)
    assert rows.isVisible()
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Monday\t2 lessons" in QGuiApplication.clipboard().text().splitlines()


def test_a_tick_is_in_the_open_dialog_at_once(
    window: MainWindow, clock: Clock, dialog: QDialog, qtbot: QtBot
) -> None:
    finish(window, clock, 0, "The crust")
    qtbot.waitUntil(lambda: text(dialog, "pace-headline").startswith("5 of 6"))
    assert text(dialog, "pace-streak") == "Streak: 2 days in a row (longest: 2 days)."
    finish(window, clock, 0, "The loaf")
    qtbot.waitUntil(lambda: text(dialog, "pace-outlook").startswith("You finished all lessons"))


def test_habits_are_kept_and_decide_what_a_day_is(
    window: MainWindow, clock: Clock, dialog: QDialog, qtbot: QtBot
) -> None:
    def fill_in() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, HabitsDialog)
        QTimer.singleShot(2000, form.reject)  # where this fails, so that it ends
        hour = form.findChild(QComboBox, "day-begins")
        assert isinstance(hour, QComboBox)
        hour.setCurrentIndex(4)
        box = form.findChild(ChoiceBox, "rest-weekday-6")
        assert isinstance(box, ChoiceBox)
        box.click()
        for name, day in (("rest-from", 10), ("rest-until", 12)):
            field = form.findChild(QDateEdit, name)
            assert isinstance(field, QDateEdit)
            field.setDate(QDate(2026, 3, day))
        button(form, "rest-add").click()
        form.accept()

    QTimer.singleShot(0, fill_in)
    button(dialog, "pace-habits").click()
    habits = window.session.studying.habits()
    assert habits.day_begins == 4
    assert habits.weekdays == {6}  # Sunday
    assert habits.days == {date(2026, 3, day) for day in (10, 11, 12)}
    clock.now = datetime(2026, 3, 26, 3, 59, tzinfo=UTC)
    assert window.session.studying.today() == date(2026, 3, 25)


def button(dialog: QDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize("kept", ["", "[]", '{"day_begins": 3}', '{"day_begins":1,"weekdays":2}'])
def test_habits_that_cannot_be_read_are_those_of_the_beginning(
    window: MainWindow, kept: str
) -> None:
    keep_setting(window.session._db, HABITS, kept)
    assert window.session.studying.habits().weekdays == frozenset()
