"""Attempts at assessments, how they count, and the grade that they make."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDateEdit,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.progress.grades import Counting, Rules
from coursetracker.progress.standings import Attempt
from coursetracker.ui.attempts import AttemptsDialog
from coursetracker.ui.score import ScoreField
from coursetracker.ui.session import Assessment, Session
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

NOW = datetime(2026, 3, 2, 12).astimezone()
TODAY = date(2026, 3, 2)
Key = Qt.Key
W = TypeVar("W", bound=QWidget)


def on(session: Session, days: int) -> None:
    """Let it be so many days later."""
    session._clock = lambda: NOW + timedelta(days=days)


def exam(window: MainWindow, title: str = "Test yourself") -> int:
    assert window.session.progress is not None
    return next(i.id for i in window.session.progress.outline.items if title in i.title)


def attempts(window: MainWindow, title: str = "Test yourself") -> list[tuple[date, float]]:
    assert window.session.progress is not None
    standing = window.session.progress.standing(exam(window, title))
    return [(each.on, each.score) for each in standing.attempts]


def told(window: MainWindow) -> str:
    return window.milestones.grade.text().replace("\N{NO-BREAK SPACE}", " ")


def find(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


Ask = Callable[[Callable[[AttemptsDialog], None]], None]


@pytest.fixture
def ask(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what opens the dialog on the first assessment and does something in it."""
    on(window.session, 0)

    def do(act: Callable[[AttemptsDialog], None]) -> None:
        def run(dialog: AttemptsDialog) -> int:
            dialog.show()
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(AttemptsDialog, "exec", run)
        checklist = window.checklist
        checklist.setCurrentIndex(checklist.model().index(1, 0))
        checklist.setFocus()
        window.actions_by_name["attempts"].trigger()

    return do


def type_score(dialog: AttemptsDialog, text: str) -> QLineEdit:
    field = find(dialog, QLineEdit, "attempt-score")
    QTest.keyClicks(field, text)
    return field


def cancel(dialog: AttemptsDialog) -> None:
    QTest.keyClick(dialog, Key.Key_Escape)


# In the checklist


def test_a_score_of_another_day_is_another_attempt(window: MainWindow) -> None:
    session = window.session
    for day, score in ((0, 60.0), (3, 90.0), (3, 85.0), (9, 70.0)):
        on(session, day)
        session.set_score(exam(window), score)
    assert attempts(window) == [
        (TODAY, 60), (TODAY + timedelta(days=3), 85), (TODAY + timedelta(days=9), 70),
    ]  # fmt: skip
    assert told(window).startswith("Grade so far: 85 % (1 of 2 assessments)")

    session.set_score(exam(window), None)  # forgets the one that counts
    assert [score for _, score in attempts(window)] == [60, 70]
    session.undo()
    session.undo()
    assert [score for _, score in attempts(window)] == [60, 85]


def test_a_score_can_be_typed_as_points_of_points(qtbot: QtBot, window: MainWindow) -> None:
    checklist = window.checklist
    checklist.setCurrentIndex(checklist.model().index(1, 0))
    QTest.keyClick(checklist, Key.Key_F2)
    field = find(checklist, ScoreField, "score")
    QTest.keyClicks(field, "17/20")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: [score for _, score in attempts(window)] == [85.0])


def test_nothing_typed_into_a_score_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_score(exam(window), 100 / 3)
    before = attempts(window)
    checklist = window.checklist
    checklist.setCurrentIndex(checklist.model().index(1, 0))
    QTest.keyClick(checklist, Key.Key_F2)
    field = find(checklist, ScoreField, "score")
    with qtbot.waitSignal(field.destroyed):
        QTest.keyClick(field, Key.Key_Return)
    assert [score for _, score in attempts(window)] == pytest.approx([before[0][1]], abs=0.01)


# The dialog


def test_attempts_are_listed_by_keyboard_and_are_one_step_to_undo(
    window: MainWindow, ask: Ask
) -> None:
    def act(dialog: AttemptsDialog) -> None:
        assert dialog.focusWidget() is find(dialog, QLineEdit, "attempt-score")
        find(dialog, QDateEdit, "attempt-date").setDate(QDate(2026, 2, 27))
        field = type_score(dialog, "55,5 %")
        QTest.keyClick(find(dialog, QPushButton, "add-attempt"), Key.Key_Space)
        assert find(dialog, QLabel, "verdict").text().endswith("✗ not passed")
        find(dialog, QDateEdit, "attempt-date").setDate(QDate(2026, 3, 1))
        type_score(dialog, "18/20")
        QTest.keyClick(field, Key.Key_Return)  # what was typed counts too

    ask(act)
    assert attempts(window) == [(date(2026, 2, 27), 55.5), (date(2026, 3, 1), 90.0)]
    window.actions_by_name["undo"].trigger()
    assert attempts(window) == []
    window.actions_by_name["redo"].trigger()
    assert len(attempts(window)) == 2


def test_what_is_no_score_is_told_and_the_dialog_stays(window: MainWindow, ask: Ask) -> None:
    def act(dialog: AttemptsDialog) -> None:
        field = type_score(dialog, "very good")
        QTest.keyClick(field, Key.Key_Return)
        assert dialog.isVisible()
        sentence = find(dialog, QLabel, "attempt-told")
        assert sentence.isVisible()
        assert "“very good” is not a score" in sentence.text()
        QTest.keyClicks(field, "90")  # in place of what was typed
        QTest.keyClick(field, Key.Key_Return)

    ask(act)
    assert attempts(window) == [(TODAY, 90.0)]


def test_an_attempt_is_changed_and_removed_in_the_table(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    mark = Assessment([Attempt(TODAY, 60), Attempt(TODAY, 70)], None, None)
    window.session.grades.mark(exam(window), mark, Rules(), "")

    def act(dialog: AttemptsDialog) -> None:
        table = find(dialog, QTableWidget, "attempts-table")
        table.setCurrentCell(0, 1)
        QTest.keyClick(table, Key.Key_F2)
        field = find(table, ScoreField, "score")
        QTest.keyClicks(field, "95")
        QTest.keyClick(field, Key.Key_Return)
        qtbot.waitUntil(lambda: find(dialog, QLabel, "verdict").text().startswith("95"))
        table.setCurrentCell(1, 1)
        QTest.keyClick(find(dialog, QPushButton, "remove-attempt"), Key.Key_Space)
        dialog.accept()

    ask(act)
    assert attempts(window) == [(TODAY, 95.0)]


def test_how_it_counts_is_kept_with_the_course(
    window: MainWindow, ask: Ask, open_window: OpenWindow
) -> None:
    mark = Assessment([Attempt(TODAY, 90), Attempt(TODAY + timedelta(days=1), 65)], None, None)
    window.session.grades.mark(exam(window), mark, Rules(), "")

    def act(dialog: AttemptsDialog) -> None:
        verdict = find(dialog, QLabel, "verdict")
        assert verdict.text().endswith("✓ passed")
        QTest.keyClick(find(dialog, QAbstractButton, "count-last"), Key.Key_Space)
        assert verdict.text().endswith("✗ not passed")
        find(dialog, ScoreField, "pass-mark").setValue(60)
        assert verdict.text().endswith("✓ passed")
        find(dialog, QDoubleSpinBox, "weight").setValue(2)
        find(dialog, ScoreField, "target").setValue(70)
        dialog.accept()

    ask(act)
    window.close()
    again = open_window()
    again.session.open_last()
    assert again.session.grades.rules() == Rules(Counting.LAST, 70)
    assert again.session.progress is not None
    standing = again.session.progress.standing(exam(again))
    assert (standing.pass_mark, standing.weight) == (60, 2)
    assert told(again) == (
        "Grade so far: 65 % (1 of 2 assessments)\n"
        "For 70 % you need at least 80 % in the open assessment."
    )
    again.actions_by_name["undo"].trigger()  # nothing to undo after a restart, nothing breaks
    assert again.session.grades.rules() == Rules(Counting.LAST, 70)


def test_who_thinks_better_of_it_changes_nothing(window: MainWindow, ask: Ask) -> None:
    def act(dialog: AttemptsDialog) -> None:
        type_score(dialog, "90")
        QTest.keyClick(find(dialog, QPushButton, "add-attempt"), Key.Key_Space)
        cancel(dialog)

    ask(act)
    assert attempts(window) == []
    assert window.session.undo_words() is None


def test_the_usual_is_not_kept(window: MainWindow, ask: Ask) -> None:
    ask(lambda dialog: dialog.accept())
    assert window.session.undo_words() is None
    assert window.session.setting("target") is None


def test_rules_and_attempts_are_undone_together(window: MainWindow) -> None:
    session = window.session
    mark = Assessment([Attempt(TODAY, 50)], 40.0, None)
    session.grades.mark(exam(window), mark, Rules(Counting.LAST, 60), "attempts")
    session.undo()
    assert (attempts(window), session.grades.rules()) == ([], Rules())
    session.redo()
    assert session.grades.rules() == Rules(Counting.LAST, 60)
    assert [score for _, score in attempts(window)] == [50]


def test_without_an_assessment_it_is_told_what_to_do(window: MainWindow) -> None:
    window.reader.go_to(exam(window, "Mixing"))
    window.outline.setFocus()
    window.actions_by_name["attempts"].trigger()
    assert "Choose an assessment in the checklist first." in window.pane.notice.text()


# What is told


@pytest.mark.parametrize(
    ("first", "second", "target", "sentence"),
    [
        (None, None, 80, "No assessment has a score yet.\nFor 80 % you need at least 80 % in each"),
        (90, None, 80, "For 80 % you need at least 70 % in the open assessment."),
        (100, None, 50, "✓ Already passed: 50 % is sure, whatever comes."),
        (10, None, 80, "✗ 80 % is no longer possible; 55 % at best."),
        (90, 85, 80, "Grade: 87.5 %\n✓ Passed: 80 % is reached."),
        (90, 45.5, 80, "Grade: 67.8 %\n✗ Not passed: 80 % is needed."),
    ],
)
def test_the_panel_says_the_grade_and_what_is_needed(
    window: MainWindow, first: float | None, second: float | None, target: float, sentence: str
) -> None:
    for title, score in (("Test yourself", first), ("Final exam", second)):
        scores = [] if score is None else [Attempt(TODAY, score)]
        marking, rules = Assessment(scores, None, None), Rules(target=target)
        window.session.grades.mark(exam(window, title), marking, rules, "")
    assert sentence in told(window)
    assert window.milestones.grade.isVisible()


def test_the_dialog_can_be_used_by_who_does_not_see_it_and_fits(window: MainWindow) -> None:
    assert window.session.progress is not None
    standing = window.session.progress.standing(exam(window))
    dialog = AttemptsDialog("Exam " * 20, standing, Rules(), TODAY, window)
    for kind in (QLineEdit, QDateEdit, QDoubleSpinBox, QTableWidget):
        for field in dialog.findChildren(kind):
            inner = field.objectName() == "qt_spinbox_lineedit"
            assert inner or field.accessibleName(), field.objectName()
    assert dialog.minimumSizeHint().height() < 700
    assert dialog.minimumSizeHint().width() < 700
