"""A week of study, acted out in the window with keys and menus; a picture of each evening.

The pictures are in build/pictures, for a person to look at.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Kind, State
from coursetracker.progress.filters import Only
from coursetracker.ui.attempts import AttemptsDialog
from coursetracker.ui.plan import PlanDialog
from coursetracker.ui.report_parts import ReportParts
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

PICTURES = Path(__file__).resolve().parents[2] / "build" / "pictures"
MONDAY = datetime(2026, 3, 2, 19, 30).astimezone()
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Week:
    """A learner at a window, and the evening that it is."""

    def __init__(self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.qtbot, self.patch = window, qtbot, monkeypatch
        self.evening = 0
        self.move_in(window)

    def move_in(self, window: MainWindow) -> None:
        """Go on in a window, which may be a new one."""
        self.window = window
        window.session._clock = lambda: MONDAY + timedelta(days=self.evening)
        window.resize(1366, 728)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window.focusWidget(), key, held)

    def in_dialog(self, kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
        """Do something in the next dialog of a kind, as soon as it is open."""

        def run(dialog: QDialog) -> int:
            dialog.show()
            act(dialog)
            return dialog.result()

        self.patch.setattr(kind, "exec", run)

    def picture(self, name: str, of: QWidget | None = None) -> None:
        """Keep what is seen."""
        self.qtbot.wait(50)
        PICTURES.mkdir(parents=True, exist_ok=True)
        (of or self.window).grab().save(str(PICTURES / f"week-{name}.png"))

    def go_to(self, letters: str) -> None:
        """Go to a lesson by Ctrl+K and some letters."""
        with self.qtbot.waitSignal(self.window.searching.renewed):
            self.key(Key.Key_K, CTRL)
        dialog = self.window.searching.dialog
        assert dialog is not None
        with self.qtbot.waitSignal(dialog.model.modelReset):
            QTest.keyClicks(dialog.field, letters)
        with self.qtbot.waitSignal(self.window.reader.moved):
            QTest.keyClick(dialog.field, Key.Key_Return)

    def tick(self, lessons: int) -> None:
        """Tick what is read, and go on, so many times."""
        for _ in range(lessons):
            self.key(Key.Key_Return, CTRL)
            self.key(Key.Key_PageDown, CTRL)

    def note(self, text: str) -> None:
        """Write a note on what is read, and close it."""
        self.key(Key.Key_N, CTRL)
        panel = self.window.noting.panel
        assert panel is not None
        panel.editor.setFocus()
        QTest.keyClicks(panel.editor, text)
        QTest.keyClick(panel.editor, Key.Key_Escape)

    def done(self) -> int:
        progress = self.window.session.progress
        assert progress is not None
        return sum(progress.state(leaf.id) is State.DONE for leaf in progress.outline.leaves())


@pytest.fixture
def week(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Week:
    window = open_window()
    window.session.open_bundled()
    return Week(window, qtbot, monkeypatch)


def press(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QAbstractButton, name)
    assert button is not None
    QTest.keyClick(button, Key.Key_Space)


def monday(week: Week) -> None:
    """Make a plan, do the first lessons, leave one out."""

    def use(dialog: QDialog) -> None:
        week.picture("1-plan", dialog)
        press(dialog, "use-plan")

    week.in_dialog(PlanDialog, use)
    week.window.actions_by_name["plan"].trigger()
    assert week.window.session.planning.due_dates()
    week.go_to("welcome")
    week.tick(3)
    week.key(Key.Key_S, CTRL | SHIFT)
    assert week.done() == 3
    week.picture("1-monday")


def tuesday(week: Week) -> None:
    """Write a note, and make a tick too many."""
    week.go_to("keychall")
    week.note("Drift, and what *I* saw of it at work.")
    week.tick(2)
    week.key(Key.Key_Z, CTRL)
    assert week.done() == 4
    week.picture("2-tuesday")


def wednesday(week: Week) -> None:
    """Try the first assessment twice."""
    window, progress = week.window, week.window.session.progress
    assert progress is not None
    exam = next(item for item in progress.outline.items if item.kind is Kind.ASSESSMENT)
    window.reader.go_to(exam.id)
    window.outline.setFocus()
    for score in ("62", "91"):

        def act(dialog: QDialog, score: str = score) -> None:
            field = dialog.findChild(QLineEdit, "attempt-score")
            assert field is not None
            QTest.keyClicks(field, score)
            QTest.keyClick(field, Key.Key_Return)
            week.picture("3-attempts", dialog)
            dialog.accept()

        week.in_dialog(AttemptsDialog, act)
        window.actions_by_name["attempts"].trigger()
    assert window.session.progress is not None
    attempts = window.session.progress.standing(exam.id).attempts
    assert [each.score for each in attempts] == [62.0, 91.0]
    assert "91" in window.milestones.grade.text()
    week.picture("3-wednesday")


def friday(week: Week) -> None:
    """Find again what was written of drift."""
    window = week.window
    with week.qtbot.waitSignal(window.searching.renewed):
        week.key(Key.Key_F, CTRL | SHIFT)
    dialog = window.searching.dialog
    assert dialog is not None
    with week.qtbot.waitSignal(dialog.model.modelReset):
        QTest.keyClicks(dialog.field, "drift work")
    assert len(dialog.model.hits) == 1
    week.picture("5-search", dialog)
    with week.qtbot.waitSignal(window.reader.moved):
        QTest.keyClick(dialog.field, Key.Key_Return)


def saturday(week: Week) -> None:
    """See only what is due this week."""
    week.window.side.filters.choose(Only.DUE)
    week.picture("6-saturday")
    week.window.side.filters.choose(Only.ALL)


def sunday(week: Week) -> None:
    """Look how it went."""
    week.window.actions_by_name["pace"].trigger()
    pace = week.window.findChild(QDialog, "pace")
    assert isinstance(pace, QDialog)
    headline = pace.findChild(QLabel, "pace-headline")
    assert headline is not None
    assert headline.text().startswith("4 of ")
    week.picture("7-pace", pace)
    pace.close()


def export(week: Week, name: str, target: Path) -> None:
    """Write all of it in one form."""
    window = week.window
    week.patch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("Ana Núñez", True))
    week.patch.setattr(ReportParts, "exec", lambda dialog: dialog.accept() or 1)
    week.patch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    with week.qtbot.waitSignal(window.exporting.written, timeout=30_000):
        window.actions_by_name[name].trigger()
    week.qtbot.waitUntil(lambda: window.exporting._job is None)
    assert target.stat().st_size > 100


def test_a_week_of_study(week: Week, open_window: OpenWindow, tmp_path: Path) -> None:
    for week.evening, act in enumerate((monday, tuesday, wednesday)):
        act(week)
    week.window.close()  # Thursday is free; on Friday all is as it was
    week.evening = 4
    window = open_window()
    window.session.open_last()
    week.move_in(window)
    assert week.done() == 4
    assert "91" in window.milestones.grade.text()
    for week.evening, act in enumerate((friday, saturday, sunday), 4):
        act(week)

    for suffix in ("pdf", "csv", "json", "ics"):
        export(week, f"export-{suffix}", tmp_path / f"week.{suffix}")
    export(week, "export-markdown", tmp_path / "week.md")
    week.picture("7-sunday")
    assert "*I* saw" in (tmp_path / "week.md").read_text("utf-8")
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")
    calendar = icalendar.Calendar.from_ical((tmp_path / "week.ics").read_bytes())
    days = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert min(days) == MONDAY.date() + timedelta(days=6)
