"""Going through courses: the place, the links, the history, and jobs that cross."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item
from coursetracker.problems import Problem
from coursetracker.progress.grades import counting_score
from coursetracker.progress.rollup import Check
from coursetracker.ui import opening
from coursetracker.ui.rows import box_in
from coursetracker.ui.score import ScoreField
from coursetracker.ui.session import Reading, read_course
from coursetracker.ui.window import MainWindow

OpenWindow = Callable[[], MainWindow]


def item(window: MainWindow, title: str) -> Item:
    assert window.session.progress is not None
    items = window.session.progress.outline.items
    return next(each for each in items if each.title == title)


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    path = tmp_path / "other.md"
    lines = [f"| [row {n}](x) | text |" for n in range(90)]
    path.write_text("# Other\n\nHello.\n\n## Week 1\n\n| a | b |\n|-|-|\n" + "\n".join(lines))
    return path


def test_the_place_is_kept_when_another_course_is_opened(
    qtbot: QtBot, window: MainWindow, course_file: Path, other_file: Path
) -> None:
    window.reader.go_to(item(window, "The crust").id)
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other_file)
    assert window.pane.page.isVisible()
    window.open_path(course_file)
    assert window.reader.item == item(window, "The crust").id
    assert window.outline.current_id() == window.reader.item
    qtbot.waitUntil(lambda: "Crisp." in window.pane.page.toPlainText())


def test_the_place_survives_a_program_that_is_killed(
    window: MainWindow, open_window: OpenWindow
) -> None:
    window.reader.go_to(item(window, "Kneading").id)
    other = open_window()
    other.session.open_last()
    assert other.reader.item == item(other, "Kneading").id


def test_a_course_begins_with_its_introduction_and_leads_back_to_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: "How to bake bread" in window.pane.page.toPlainText())
    window.outline.setFocus()
    assert window.reader.item is None
    window.reader.go_to(item(window, "The crust").id)
    window.actions_by_name["introduction"].trigger()
    assert "How to bake bread" in window.pane.page.toPlainText()
    window.actions_by_name["back"].trigger()
    assert window.reader.item == item(window, "The crust").id


def test_the_course_asked_for_last_is_the_one_that_opens(
    qtbot: QtBot, window: MainWindow, other_file: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    slow = tmp_path / "slow.md"
    slow.write_text("# Slow\n\n## One\n", "utf-8")
    go_on = threading.Event()

    def reading(path: Path) -> Reading:
        if path == slow:
            go_on.wait(10)
        return read_course(path)

    monkeypatch.setattr(opening, "read_course", reading)
    window.open_path(slow)
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other_file)
    go_on.set()
    window.opening.stop()
    qtbot.wait(50)
    assert window.session.course is not None
    assert window.session.course.title == "Other"


def test_a_tick_that_was_refused_is_not_in_the_box_over_the_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise Problem("no")

    monkeypatch.setattr("coursetracker.library.record.record", refuse)
    window.reader.go_to(item(window, "Mixing").id)
    box = window.findChild(QCheckBox, "lesson-done")
    assert box is not None
    box.click()
    assert box.checkState() is Qt.CheckState.Unchecked
    assert window.pane.notice.text() == "no"


def test_the_box_over_the_page_ticks(window: MainWindow) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    box = window.findChild(QCheckBox, "lesson-done")
    assert box is not None
    box.click()
    assert box.checkState() is Qt.CheckState.Checked
    assert window.session.progress is not None
    assert window.session.progress.check(item(window, "Mixing").id) is Check.ALL


def test_only_the_left_button_ticks_and_only_where_it_was_pressed(window: MainWindow) -> None:
    mixing = item(window, "Mixing").id
    index = window.outline.model().index_of(mixing)  # type: ignore[attr-defined]
    window.outline.scrollTo(index)
    row = window.outline.visualRect(index)
    viewport, box = window.outline.viewport(), box_in(row, window.outline.fontMetrics()).center()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=box)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=row.center())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=box)
    assert window.session.progress is not None
    assert window.session.progress.check(mixing) is Check.NONE


def test_a_lesson_in_a_table_is_brought_into_view(
    qtbot: QtBot, window: MainWindow, other_file: Path
) -> None:
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other_file)
    window.reader.go_to(item(window, "row 0").id)
    bar = window.pane.page.verticalScrollBar()
    top = bar.value()
    window.reader.go_to(item(window, "row 80").id)
    assert bar.value() > top + 500


def test_links_by_the_file_s_own_name_and_to_headings_work_again_and_again(
    window: MainWindow, course_file: Path
) -> None:
    window.reader.follow("curso%20de%20pan%20%C3%B1.md#the-oven")
    assert window.reader.item == item(window, "The oven").id
    window.reader.follow("#the-oven")
    assert window.reader.item == item(window, "The oven").id
    window.reader.follow("#baking-bread")
    assert window.outline.current_id() != window.reader.item
    window.reader.follow("#nowhere")
    window.actions_by_name["back"].trigger()
    assert window.reader.item == item(window, "The oven").id


def test_undo_outlasts_a_look_at_another_course(
    qtbot: QtBot, window: MainWindow, course_file: Path, other_file: Path
) -> None:
    window.toggle(item(window, "Mixing").id)
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other_file)
    assert not window.actions_by_name["undo"].isEnabled()
    window.open_path(course_file)
    window.session.undo()
    assert window.session.progress is not None
    assert window.session.progress.check(item(window, "Mixing").id) is Check.NONE


def test_typing_a_score_leaves_the_learner_where_they_are(qtbot: QtBot, window: MainWindow) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    checklist = window.checklist
    checklist.setFocus()
    checklist.setCurrentIndex(checklist.model().index(1, 0))
    QTest.keyClick(checklist, Qt.Key.Key_F2)
    field = checklist.findChild(ScoreField)
    assert field is not None
    QTest.keyClicks(field, "150")
    QTest.keyClick(field, Qt.Key.Key_Return)
    exam = item(window, "Test yourself").id

    def score() -> float | None:
        assert window.session.progress is not None
        return counting_score(window.session.progress.standing(exam))

    qtbot.waitUntil(lambda: score() == 100)
    assert window.reader.item == item(window, "Mixing").id
    QTest.keyClick(checklist, Qt.Key.Key_Return)
    assert window.reader.item == exam
