"""The main job in the window: open a course, read it, tick it off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressBar
from pytestqt.qtbot import QtBot

from coursetracker import __version__
from coursetracker.course.outline import Item, State
from coursetracker.progress.grades import counting_score
from coursetracker.progress.rollup import Check
from coursetracker.ui.rows import box_in
from coursetracker.ui.score import ScoreField
from coursetracker.ui.session import Session
from coursetracker.ui.window import MainWindow

OpenWindow = Callable[[], MainWindow]


def item(window: MainWindow, title: str) -> Item:
    progress = window.session.progress
    assert progress is not None
    return next(each for each in progress.outline.items if each.title == title)


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(item(window, title).id)


def check(window: MainWindow, title: str) -> Check:
    assert window.session.progress is not None
    return window.session.progress.check(item(window, title).id)


def counts(window: MainWindow) -> str:
    label = window.findChild(QLabel, "course-counts")
    assert label is not None
    return label.text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_first_start_shows_the_bundled_course(open_window: OpenWindow) -> None:
    window = open_window()
    window.session.open_last()

    assert window.windowTitle() == "Machine Learning in Production – CourseTracker"
    assert counts(window) == "0 of 65 lessons done · 0 %"
    assert window.outline.model().rowCount() == 3


def test_space_in_the_outline_ticks_the_lesson_and_the_library_has_it(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    window.outline.go_to(item(window, "Mixing").id)

    QTest.keyClick(window.outline, Qt.Key.Key_Space)

    assert state(window, "Mixing") is State.DONE
    assert check(window, "Dough") is Check.SOME
    assert counts(window) == "1 of 6 lessons done · 16.7 %"
    again = open_window()
    again.session.open_last()
    assert state(again, "Mixing") is State.DONE


def test_a_click_on_the_box_ticks_the_lesson(qtbot: QtBot, window: MainWindow) -> None:
    index = window.outline.model().index_of(item(window, "Kneading").id)  # type: ignore[attr-defined]
    window.outline.scrollTo(index)

    QTest.mouseClick(
        window.outline.viewport(), Qt.MouseButton.LeftButton, pos=box_of(window, index)
    )

    assert state(window, "Kneading") is State.DONE


def box_of(window: MainWindow, index: QModelIndex) -> QPoint:
    return box_in(window.outline.visualRect(index), window.outline.fontMetrics()).center()


def test_ticking_a_week_ticks_its_lessons_and_undo_takes_them_back_at_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.checklist.setCurrentIndex(window.checklist.model().index(0, 0))

    QTest.keyClick(window.checklist, Qt.Key.Key_Space)

    assert counts(window) == "3 of 6 lessons done · 50 %"
    undo = window.actions_by_name["undo"]
    assert undo.text() == "&Undo: mark “Week 1: Flour and water” done"
    undo.trigger()
    assert counts(window) == "0 of 6 lessons done · 0 %"
    window.actions_by_name["redo"].trigger()
    assert check(window, "Dough") is Check.ALL
    assert not window.actions_by_name["redo"].isEnabled()


def test_the_checklist_lists_weeks_and_assessments_in_reading_order(window: MainWindow) -> None:
    model = window.checklist.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == ["Week 1: Flour and water", "Test yourself", "Week 2: Heat", "Final exam"]


def test_a_score_typed_in_the_checklist_is_kept_and_taken_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    checklist = window.checklist
    checklist.setCurrentIndex(checklist.model().index(1, 0))
    QTest.keyClick(checklist, Qt.Key.Key_F2)
    field = checklist.findChild(ScoreField)
    assert field is not None
    QTest.keyClicks(field, "85.5")
    QTest.keyClick(field, Qt.Key.Key_Return)

    exam = item(window, "Test yourself").id

    def score() -> float | None:
        assert window.session.progress is not None
        return counting_score(window.session.progress.standing(exam))

    qtbot.waitUntil(lambda: score() == 85.5)
    spoken = checklist.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.replace("\N{NO-BREAK SPACE}", " ").endswith("85.5 %, passed")
    window.session.undo()
    assert score() is None


def test_choosing_a_lesson_shows_its_section_and_its_name(window: MainWindow) -> None:
    window.outline.go_to(item(window, "Kneading").id)

    assert "Fold and turn." in window.pane.page.toPlainText()
    assert "Hot." not in window.pane.page.toPlainText()
    title = window.findChild(QLabel, "lesson-title")
    assert title is not None
    assert title.text() == "Kneading"


def test_next_and_previous_go_from_lesson_to_lesson(window: MainWindow) -> None:
    window.outline.go_to(item(window, "Kneading").id)
    window.reader.next()
    assert window.reader.item == item(window, "Questions").id
    window.reader.next()
    assert window.reader.item == item(window, "The oven").id
    window.reader.previous()
    assert window.reader.item == item(window, "Questions").id


def test_a_link_into_the_file_goes_there_and_back_returns(window: MainWindow) -> None:
    window.outline.go_to(item(window, "Dough").id)
    window.pane.page.link_clicked.emit("#the-oven")

    assert window.outline.current_id() == item(window, "The oven").id
    window.actions_by_name["back"].trigger()
    assert window.outline.current_id() == item(window, "Dough").id
    window.actions_by_name["forward"].trigger()
    assert window.outline.current_id() == item(window, "The oven").id


def test_the_learner_comes_back_to_where_they_left(
    window: MainWindow, open_window: OpenWindow
) -> None:
    window.outline.go_to(item(window, "The crust").id)
    window.close()

    again = open_window()
    again.session.open_last()

    assert again.outline.current_id() == item(again, "The crust").id


def test_an_unchanged_file_keeps_its_items(
    window: MainWindow, course_file: Path, open_window: OpenWindow
) -> None:
    before = window.session.course
    window.open_path(course_file)
    after = window.session.course
    assert before is not None
    assert after is not None
    assert before.outline == after.outline


def test_a_file_that_is_not_there_is_told_in_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.pane.notice.told, check_params_cb=lambda s: "no file" in s):
        window.open_path(tmp_path / "away.md")
    assert window.session.course is not None
    assert window.session.course.title == "Baking bread"


def test_progress_is_in_the_status_bar(window: MainWindow) -> None:
    bar = window.findChild(QProgressBar, "course-progress")
    assert bar is not None
    window.toggle(item(window, "Mixing").id)
    assert (bar.value(), bar.maximum()) == (1, 6)


def test_the_recent_courses_are_listed_and_open(window: MainWindow) -> None:
    window.session.open_bundled()
    window.recent.aboutToShow.emit()
    texts = [action.text() for action in window.recent.actions()]
    assert texts == ["&1  Machine Learning in Production", "&2  Baking bread"]
    window.recent.actions()[1].trigger()
    assert window.session.course is not None
    assert window.session.course.title == "Baking bread"


def test_every_row_says_its_state(window: MainWindow) -> None:
    window.toggle(item(window, "Mixing").id)
    role = Qt.ItemDataRole.AccessibleTextRole
    model = window.outline.model()

    def said(title: str) -> str:
        index = model.index_of(item(window, title).id)  # type: ignore[attr-defined]
        return str(model.data(index, role))

    assert said("Mixing") == "Mixing, lesson, done"
    assert said("Dough") == "Dough, section, 1 of 2 done"
    assert said("Week 1: Flour and water") == "Week 1: Flour and water, 1 of 3 done"


def test_a_session_over_one_library_sees_what_another_recorded(
    window: MainWindow, open_window: OpenWindow
) -> None:
    other = open_window()
    other.session.open_last()
    other.toggle(item(other, "Mixing").id)
    window.session.open_last()
    assert state(window, "Mixing") is State.DONE
    assert isinstance(window.session, Session)


@pytest.mark.parametrize("score", [0.0, 0, 71, 100.0, 66.6])
def test_every_score_is_painted(qtbot: QtBot, window: MainWindow, score: float) -> None:
    window.set_score(item(window, "Test yourself").id, score)
    assert not window.checklist.grab().isNull()
    spoken = window.checklist.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "%" in spoken


def test_about_names_the_version_and_qts_licence(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda *words: told.extend(words[1:]))
    window.actions_by_name["about"].trigger()
    assert told[0] == "About CourseTracker"
    assert __version__ in told[1]
    assert "LGPL" in told[1]
