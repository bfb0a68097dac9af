"""Due dates: a plan and its proposals, dates by hand, beginning anew, and the calendar."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from icalendar import Calendar
from PySide6.QtCore import QDate, QLocale, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.progress.filters import Only
from coursetracker.progress.grades import Rules
from coursetracker.progress.schedule import Plan, Unit
from coursetracker.progress.standings import Attempt
from coursetracker.ui.checklist_model import DUE_ROLE
from coursetracker.ui.past_words import PastWords
from coursetracker.ui.plan import DueDialog, PlanDialog
from coursetracker.ui.session import Assessment, Session
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

NOW = datetime(2026, 3, 2, 12).astimezone()
TODAY = date(2026, 3, 2)
Key = Qt.Key
W = TypeVar("W", bound=QWidget)
WEEKLY = Plan(TODAY, Unit.WEEKS, 7)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def on(session: Session, days: int) -> None:
    """Let it be so many days later."""
    session._clock = lambda: NOW + timedelta(days=days)


def item(window: MainWindow, title: str) -> int:
    assert window.session.progress is not None
    return next(i.id for i in window.session.progress.outline.items if title in i.title)


def due(window: MainWindow, title: str) -> date | None:
    return window.session.planning.due_dates().get(item(window, title))


def listed(window: MainWindow) -> list[tuple[str, str]]:
    """Return the rows of what is overdue and next, headings included."""
    tree = window.milestones.due
    rows = (tree.topLevelItem(number) for number in range(tree.topLevelItemCount()))
    return [(row.text(0), row.text(1)) for row in rows if row is not None]


def shown(window: MainWindow) -> list[str]:
    model, top = window.outline.model(), QModelIndex()
    rows = (row for row in range(model.rowCount()) if not window.outline.isRowHidden(row, top))
    return [model.index(row, 0).data() for row in rows]


def find(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def press(dialog: QWidget, name: str) -> None:
    QTest.keyClick(find(dialog, QAbstractButton, name), Key.Key_Space)


Ask = Callable[[str, Callable[[Any], None]], None]


@pytest.fixture
def ask(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what triggers an action and does something in the dialog that it opens."""
    on(window.session, 0)

    def do(action: str, act: Callable[[Any], None]) -> None:
        def run(dialog: QDialog) -> int:
            dialog.show()
            act(dialog)
            return dialog.result()

        for kind in (PlanDialog, DueDialog):
            monkeypatch.setattr(kind, "exec", run)
        window.actions_by_name[action].trigger()

    return do


def keep(window: MainWindow, plan: Plan = WEEKLY) -> None:
    window.session.planning.keep(plan, "plan")


# The plan


def test_a_plan_proposes_dates_before_it_is_used(window: MainWindow, ask: Ask) -> None:
    def act(dialog: PlanDialog) -> None:
        tree = find(dialog, QTreeWidget, "plan-dates")

        def dates() -> list[str]:
            rows = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
            return [f"{row.text(0)}: {row.text(1)}" for row in rows if row is not None]

        assert dates() == [
            "Week 1: Flour and water: 8 Mar 2026",
            "Test yourself: 8 Mar 2026",
            "Week 2: Heat: 15 Mar 2026",
            "Final exam: 15 Mar 2026",
        ]
        find(dialog, QDateEdit, "plan-start").setDate(QDate(2026, 3, 9))
        press(dialog, "unit-lessons")
        find(dialog, QDoubleSpinBox, "amount-lessons").setValue(3)
        assert find(dialog, QLabel, "plan-end").text() == "All of it by 22 Mar 2026"
        assert not find(dialog, QDoubleSpinBox, "amount-weeks").isEnabled()
        press(dialog, "use-plan")

    ask("plan", act)
    assert window.session.planning.plan() == Plan(after(7), Unit.LESSONS, 3)
    assert due(window, "Mixing") == after(9)
    assert due(window, "Final exam") == after(20)
    window.actions_by_name["undo"].trigger()
    assert window.session.planning.due_dates() == {}
    assert not window.milestones.due.isVisible()


def test_a_plan_is_taken_away_and_dates_by_hand_stay(window: MainWindow, ask: Ask) -> None:
    keep(window)
    window.session.planning.set_due(item(window, "Final exam"), after(3), "")
    ask("plan", lambda dialog: press(dialog, "no-plan"))
    assert window.session.planning.plan() is None
    assert due(window, "Mixing") is None
    assert due(window, "Final exam") == after(3)


def test_a_plan_is_there_again_after_a_restart(
    window: MainWindow, ask: Ask, open_window: OpenWindow
) -> None:
    ask("plan", lambda dialog: press(dialog, "use-plan"))
    window.close()
    again = open_window()
    again.session.open_last()
    assert again.session.planning.plan() == WEEKLY


def test_the_plan_says_what_was_set_by_hand_and_that_it_began_anew(window: MainWindow) -> None:
    keep(window, WEEKLY.restarted(NOW + timedelta(days=4)))
    window.session.planning.set_due(item(window, "Week 1"), after(3), "")
    progress = window.session.progress
    assert progress is not None
    dialog = PlanDialog(progress, window.session.planning.plan(), TODAY, window)
    first = find(dialog, QTreeWidget, "plan-dates").topLevelItem(0)
    assert first is not None
    assert first.text(1) == "5 Mar 2026, by hand"
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Replanned on 6 Mar 2026; unfinished lessons follow from that day." in told


# By hand


def test_a_date_is_set_by_hand_and_left_to_the_plan_again(window: MainWindow, ask: Ask) -> None:
    keep(window)
    window.checklist.setCurrentIndex(window.checklist.model().index(1, 0))
    window.checklist.setFocus()

    def act(dialog: DueDialog) -> None:
        field = find(dialog, QDateEdit, "due-on")
        assert field.date() == QDate(2026, 3, 8)
        assert not find(dialog, QPushButton, "due-by-plan").isEnabled()
        field.setDate(QDate(2026, 3, 5))
        QTest.keyClick(field, Key.Key_Return)

    ask("due", act)
    assert due(window, "Test yourself") == after(3)
    assert window.session.undo_words() == "due date of “Test yourself”"

    ask("due", lambda dialog: press(dialog, "due-by-plan"))
    assert due(window, "Test yourself") == after(6)


def test_the_lesson_that_is_read_gets_a_date(window: MainWindow, ask: Ask) -> None:
    window.reader.go_to(item(window, "The oven"))
    window.outline.setFocus()
    ask("due", lambda dialog: dialog.accept())
    assert due(window, "The oven") == TODAY
    assert listed(window) == [("Next", ""), ("Week 2: Heat", "2 Mar"), ("The oven", "2 Mar")]


def test_where_nothing_is_read_it_is_told_what_to_do(window: MainWindow) -> None:
    window.reader.introduce()
    window.outline.setFocus()
    window.actions_by_name["due"].trigger()
    assert "Choose a lesson, a week or an assessment first." in window.pane.notice.text()


# Overdue and next


def test_what_is_overdue_and_next_stands_under_the_checklist(window: MainWindow) -> None:
    session = window.session
    on(session, 9)
    keep(window)
    assert listed(window) == [
        ("Overdue: 2", ""),
        ("Week 1: Flour and water", "8 Mar"),
        ("Test yourself", "8 Mar"),
        ("Next", ""),
        ("Week 2: Heat", "15 Mar"),
        ("Final exam", "15 Mar"),
    ]
    marking = Assessment([Attempt(after(8), 95)], None, None)
    session.grades.mark(item(window, "Test yourself"), marking, Rules(), "")
    session.mark(item(window, "Dough"), State.DONE)
    assert [title for title, _ in listed(window)][:2] == ["Overdue: 1", "Week 1: Flour and water"]
    session.mark(item(window, "Questions"), State.DONE)
    assert listed(window)[0] == ("Next", "")


def test_what_is_due_is_told_anew_when_another_day_begins(window: MainWindow, qtbot: QtBot) -> None:
    on(window.session, 6)
    keep(window)
    window.keeping_up.look()
    window.side.filters.choose(Only.OVERDUE)
    assert listed(window)[0] == ("Next", "")
    assert shown(window) == []
    on(window.session, 7)
    qtbot.waitUntil(lambda: listed(window)[0] == ("Overdue: 2", ""), timeout=4000)
    assert shown(window) == ["Week 1: Flour and water"]
    said = window.checklist.model().index(0, 0).data(DUE_ROLE)
    assert said.words == "overdue since 8 Mar"


def test_rows_of_the_checklist_say_when_they_are_due(window: MainWindow) -> None:
    on(window.session, 9)
    keep(window)
    model = window.checklist.model()
    told = [model.index(row, 0).data(DUE_ROLE) for row in range(4)]
    assert [each.words for each in told] == [
        "overdue since 8 Mar", "overdue since 8 Mar", "next, due 15 Mar", "due 15 Mar",
    ]  # fmt: skip
    assert [each.overdue for each in told] == [True, True, False, False]
    assert [each.next for each in told] == [False, False, True, False]
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("next, due 15 Mar")

    window.session.mark(item(window, "Week 1"), State.DONE)
    assert model.index(0, 0).data(DUE_ROLE) is None


def test_from_the_list_of_what_is_due_one_goes_there_by_keyboard(
    qtbot: QtBot, window: MainWindow
) -> None:
    on(window.session, 9)
    keep(window)
    tree = window.milestones.due
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_Down)
    with qtbot.waitSignal(window.milestones.item_chosen) as chosen:
        QTest.keyClick(tree, Key.Key_Return)
    assert chosen.args == [item(window, "Test yourself")]
    assert window.reader.item == item(window, "Test yourself")
    spoken = tree.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Test yourself, overdue since 8 Mar"


def test_a_heading_leads_nowhere(window: MainWindow) -> None:
    keep(window)
    before = window.reader.item
    tree = window.milestones.due
    tree.setCurrentIndex(tree.model().index(0, 0))
    QTest.keyClick(tree, Key.Key_Return)
    assert window.reader.item == before


def test_due_dates_are_not_worked_out_anew_at_each_tick(window: MainWindow) -> None:
    planning = window.session.planning
    keep(window, WEEKLY.restarted(NOW))
    before = planning.due_dates()
    window.session.mark(item(window, "Mixing"), State.DONE)
    assert planning.due_dates() is before
    planning.set_due(item(window, "Mixing"), after(1), "")
    assert planning.due_dates() is not before


# Beginning anew


def test_beginning_anew_moves_what_is_open_and_is_one_step(window: MainWindow) -> None:
    session = window.session
    on(session, 1)
    keep(window)
    session.mark(item(window, "Dough"), State.DONE)
    session.planning.set_due(item(window, "Final exam"), after(10), "")
    anew = window.actions_by_name["begin-anew"]

    on(session, 30)
    session.mark(item(window, "The crust"), State.IN_PROGRESS)
    assert anew.isEnabled()
    anew.trigger()
    assert due(window, "Mixing") == after(6)
    assert due(window, "Test yourself") == after(36)
    assert due(window, "The oven") == after(43)
    assert due(window, "Final exam") == after(40)
    assert listed(window)[0] == ("Next", "")
    assert not anew.isEnabled()

    window.actions_by_name["undo"].trigger()
    assert (due(window, "Test yourself"), due(window, "Final exam")) == (after(6), after(10))
    assert anew.isEnabled()
    window.actions_by_name["redo"].trigger()
    assert (due(window, "Test yourself"), due(window, "Final exam")) == (after(36), after(40))


# The menu, and what all can use


def test_the_menu_of_a_row_has_what_can_be_done_with_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(window.planner, "open_menu", lambda item_id, _place: asked.append(item_id))
    window.checklist.setCurrentIndex(window.checklist.model().index(1, 0))
    window.checklist.customContextMenuRequested.emit(QPoint(-5, -5))
    assert asked == [item(window, "Test yourself")]

    def texts(title: str) -> list[str]:
        menu = window.planner.menu(item(window, title))
        return [a.text().replace("&", "") for a in menu.actions() if a.text()]

    assert texts("Test yourself") == [
        "Attempts…",
        "Due date…",
        "Study plan…",
        "Start again from today",
    ]
    assert texts("Week 1") == ["Due date…", "Study plan…", "Start again from today"]


def test_the_dialogs_can_be_used_by_who_does_not_see_them_and_fit(window: MainWindow) -> None:
    assert window.session.progress is not None
    dialogs = (
        PlanDialog(window.session.progress, None, TODAY, window),
        DueDialog("Exam " * 30, None, TODAY, window),
    )
    for dialog in dialogs:
        fields: list[QWidget] = [*dialog.findChildren(QAbstractSpinBox)]
        fields += dialog.findChildren(QTreeWidget)
        for field in fields:
            labels = [each.buddy() for each in dialog.findChildren(QLabel)]
            assert field.accessibleName() or field in labels, field.objectName()
        assert dialog.minimumSizeHint().height() < 700
        assert dialog.minimumSizeHint().width() < 1000


# The calendar


def test_due_dates_are_exported_for_calendars(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window)
    target = tmp_path / "dates.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    names: list[set[str]] = []
    for days in (0, 14):
        keep(window, Plan(after(days), Unit.WEEKS, 7))
        with qtbot.waitSignal(window.exporting.written):
            window.actions_by_name["export-ics"].trigger()
        events = Calendar.from_ical(target.read_bytes()).events
        names.append({str(event["UID"]) for event in events})
        assert [event.start for event in events] == [
            after(days + 6), after(days + 6), after(days + 13), after(days + 13),
        ]  # fmt: skip
        target.unlink()
    assert names[0] == names[1]
    assert len(names[0]) == 4


def test_without_dates_no_place_is_asked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked"))
    window.actions_by_name["export-ics"].trigger()
    assert "has no due dates" in window.pane.notice.text()


# What filters know of it


@pytest.fixture
def weeks_from_monday() -> Iterator[None]:
    """Have weeks begin on Monday, as they do in Britain but not in America."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("weeks_from_monday")
def test_filters_show_what_a_plan_makes_due(window: MainWindow) -> None:
    on(window.session, 9)
    window.side.filters.choose(Only.OVERDUE)
    assert shown(window) == []
    keep(window)
    assert shown(window) == ["Week 1: Flour and water"]
    window.side.filters.choose(Only.DUE)
    assert shown(window) == ["Week 2: Heat"]
    keep(window, Plan(after(30), Unit.WEEKS, 7))
    assert shown(window) == []


# What the history tells


def test_the_history_tells_of_dates_and_attempts(window: MainWindow) -> None:
    session, exam = window.session, item(window, "Test yourself")
    taken, passing = Assessment([Attempt(TODAY, 85)], None, None), Assessment([], 70.0, None)
    session.grades.mark(exam, taken, Rules(), "")
    session.grades.mark(exam, Assessment([], None, None), Rules(), "")
    session.grades.mark(exam, passing, Rules(), "")
    session.planning.set_due(exam, after(1), "")
    words = PastWords()
    told = [words.told(entry, lambda _item, own: own) for entry in session.past.page()]
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in told[:4]] == [
        "Set the due date of “Test yourself” to 3 Mar 2026",
        "Set the pass mark of “Test yourself” to 70 %",
        "Removed an attempt at “Test yourself”",
        "Scored 85 % in “Test yourself”",
    ]
