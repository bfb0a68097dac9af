"""Reading has lessons in progress, quietly, and Next asks whether they are done."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, State
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow


def item(window: MainWindow, title: str) -> Item:
    assert window.session.progress is not None
    return next(each for each in window.session.progress.outline.items if each.title == title)


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(item(window, title).id)


def read(window: MainWindow, title: str) -> None:
    """Open a lesson and stay with it for a while."""
    window.reader.go_to(item(window, title).id)
    assert window.attending.timer.isActive()
    window.attending.timer.stop()
    window.attending.timer.timeout.emit()


def press(window: MainWindow, text: str) -> None:
    buttons = window.pane.notice.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "") == text).click()


def test_a_lesson_that_stays_open_is_in_progress(window: MainWindow) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    assert state(window, "Mixing") is State.NOT_STARTED
    read(window, "Kneading")
    assert states(window) == [State.NOT_STARTED, State.IN_PROGRESS]


def states(window: MainWindow) -> list[State]:
    return [state(window, "Mixing"), state(window, "Kneading")]


def test_undo_and_redo_pass_over_what_came_by_reading(window: MainWindow) -> None:
    window.toggle(item(window, "Questions").id)
    window.session.undo()
    read(window, "Mixing")
    assert window.session.undo_words() is None
    window.session.redo()
    assert state(window, "Questions") is State.DONE
    window.session.undo()
    assert state(window, "Mixing") is State.IN_PROGRESS


def test_the_history_takes_it_back_and_it_does_not_come_again(window: MainWindow) -> None:
    read(window, "Mixing")
    entry = window.session.past.page()[0]
    window.session.past.take_back(entry, "take back")
    assert state(window, "Mixing") is State.NOT_STARTED
    read(window, "Kneading")
    read(window, "Mixing")
    assert state(window, "Mixing") is State.NOT_STARTED


@pytest.mark.parametrize("marked", [State.DONE, State.SKIPPED, State.IN_PROGRESS])
def test_what_was_marked_stays_as_it_is(window: MainWindow, marked: State) -> None:
    window.session.mark(item(window, "Mixing").id, marked)
    read(window, "Mixing")
    assert state(window, "Mixing") is marked
    assert len(window.session.past.page()) == 1


def test_a_section_is_not_begun_by_looking_at_it(window: MainWindow) -> None:
    read(window, "Dough")
    assert window.session.past.page() == []


def test_what_cannot_be_seen_is_not_read(window: MainWindow, qtbot: QtBot) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    window.shelving.show()
    window.attending.timer.timeout.emit()
    assert state(window, "Mixing") is State.NOT_STARTED
    window.shelving.leave()
    qtbot.waitUntil(window.pane.isVisible)
    window.attending.timer.timeout.emit()
    assert state(window, "Mixing") is State.IN_PROGRESS


def test_nothing_is_written_beside_a_course_that_is_taken_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Cakes\n\n## Sponge\n\nBeat.\n", "utf-8")
    window.reader.go_to(item(window, "Mixing").id)
    window.opening.open_path(other, is_new=True)
    assert window.opening.is_busy
    window.attending.timer.stop()
    window.attending.timer.timeout.emit()
    assert state(window, "Mixing") is State.NOT_STARTED
    assert window.attending.timer.isActive()
    qtbot.waitUntil(lambda: not window.opening.is_busy)


def test_beginning_can_be_turned_off_for_good(window: MainWindow, open_window: OpenWindow) -> None:
    action = window.actions_by_name["begin-reading"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    read(window, "Mixing")
    assert state(window, "Mixing") is State.NOT_STARTED
    window.close()

    again = open_window()
    again.session.open_last()
    assert not again.actions_by_name["begin-reading"].isChecked()


def test_next_asks_whether_a_lesson_that_was_read_is_done(window: MainWindow) -> None:
    read(window, "Mixing")
    window.reader.next()
    assert window.pane.notice.isVisible()
    assert window.pane.notice.text() == "Is “Mixing” done?"
    assert window.reader.item == item(window, "Kneading").id

    press(window, "Mark done")
    assert state(window, "Mixing") is State.DONE
    assert not window.pane.notice.isVisible()
    window.session.undo()
    assert state(window, "Mixing") is State.IN_PROGRESS


def test_next_asks_nothing_of_what_was_only_passed_by_or_is_done(window: MainWindow) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    window.reader.next()
    read(window, "Questions")
    window.toggle(item(window, "Questions").id)
    window.reader.next()
    assert not window.pane.notice.isVisible()


def test_the_question_goes_when_the_learner_goes_on_and_is_not_asked_again(
    window: MainWindow,
) -> None:
    read(window, "Mixing")
    window.reader.next()
    window.reader.previous()
    assert not window.pane.notice.isVisible()
    window.reader.next()
    assert not window.pane.notice.isVisible()


def test_the_question_goes_when_it_is_answered_elsewhere(window: MainWindow) -> None:
    read(window, "Mixing")
    window.reader.next()
    window.toggle(item(window, "Mixing").id)
    assert not window.pane.notice.isVisible()


def test_the_last_lesson_is_asked_about_too(window: MainWindow) -> None:
    read(window, "The loaf")
    window.reader.next()
    assert window.pane.notice.text() == "Is “The loaf” done?"


def test_something_else_that_is_told_stays(window: MainWindow) -> None:
    read(window, "Mixing")
    window.pane.notice.tell("The course has changed.")
    window.reader.next()
    assert window.pane.notice.text() == "The course has changed."
    window.reader.next()
    assert window.pane.notice.isVisible()


def test_asking_can_be_turned_off_where_it_is_asked_and_on_in_the_menu(window: MainWindow) -> None:
    read(window, "Mixing")
    window.reader.next()
    press(window, "Do not ask")
    assert not window.actions_by_name["offer-done"].isChecked()
    read(window, "Kneading")
    window.reader.next()
    assert not window.pane.notice.isVisible()

    window.actions_by_name["offer-done"].trigger()
    read(window, "Questions")
    window.reader.next()
    assert window.pane.notice.isVisible()


def test_a_library_that_cannot_be_written_to_is_told(window: MainWindow) -> None:
    window.session._db.execute("PRAGMA query_only = ON")
    read(window, "Mixing")
    assert window.pane.notice.isVisible()
    assert state(window, "Mixing") is State.NOT_STARTED
    window.session._db.execute("PRAGMA query_only = OFF")
