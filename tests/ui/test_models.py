"""The Qt models over an outline, checked by Qt's own model tester."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Standing
from coursetracker.ui import words
from coursetracker.ui.checklist_model import ChecklistModel
from coursetracker.ui.outline_model import OutlineModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
CHECK = Qt.ItemDataRole.CheckStateRole


def outline() -> Outline:
    return Outline(
        "Course",
        (
            Item(1, None, Kind.WEEK, "First", 1, 9, week=1),
            Item(2, 1, Kind.SECTION, "Section", 2, 5, week=1),
            Item(3, 2, Kind.LESSON, "One", 3, 4, week=1),
            Item(4, 2, Kind.LESSON, "Two", 4, 5, week=1),
            Item(5, 1, Kind.ASSESSMENT, "Exam", 6, 9, week=1),
        ),
    )


@pytest.fixture
def model(qtbot: QtBot) -> OutlineModel:
    model = OutlineModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.replace(Progress.of(outline(), {}))
    return model


def test_the_tree_has_the_outline_s_shape(model: OutlineModel) -> None:
    week = model.index(0, 0)
    section = model.index(0, 0, week)
    assert model.rowCount() == 1
    assert [model.rowCount(week), model.rowCount(section)] == [2, 2]
    assert model.index(1, 0, section).data() == "Two"
    assert model.parent(model.index(1, 0, section)) == section
    assert model.parent(week) == QModelIndex()


def test_a_lesson_that_is_done_half_ticks_what_stands_above(model: OutlineModel) -> None:
    progress = Progress.of(outline(), {})
    drawn: list[int] = []
    model.dataChanged.connect(lambda first, _last: drawn.append(model.item(first).id))  # type: ignore[union-attr]

    model.update(progress.changed({3: Standing(state=State.DONE)}), [3])

    week = model.index(0, 0)
    section = model.index(0, 0, week)
    assert week.data(CHECK) == Qt.CheckState.PartiallyChecked
    assert section.data(CHECK) == Qt.CheckState.PartiallyChecked
    assert model.index(0, 0, section).data(CHECK) == Qt.CheckState.Checked
    assert sorted(drawn) == [1, 2, 3]


def test_a_tick_is_asked_for_and_not_shown_before_it_is_recorded(
    model: OutlineModel, qtbot: QtBot
) -> None:
    lesson = model.index_of(3)
    with qtbot.waitSignal(model.tick_asked) as asked:
        model.setData(lesson, Qt.CheckState.Checked, CHECK)
    assert asked.args == [3]
    assert lesson.data(CHECK) == Qt.CheckState.Unchecked


def test_the_checklist_holds_weeks_and_assessments(qtbot: QtBot) -> None:
    model = ChecklistModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.replace(Progress.of(outline(), {}))
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "First",
        "Exam",
    ]
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable


def test_a_score_is_asked_for_in_percent(qtbot: QtBot) -> None:
    model = ChecklistModel()
    model.replace(Progress.of(outline(), {}))
    with qtbot.waitSignal(model.score_asked) as asked:
        model.setData(model.index(1), 62.5)
    assert asked.args == [5, 62.5]


def test_a_title_is_shown_as_it_is_in_a_tip() -> None:
    assert words.verbatim("<b>a & b</b>", "", "two") == "<qt>&lt;b>a &amp; b&lt;/b><br>two</qt>"
