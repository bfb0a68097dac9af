"""The course's file changes: what is told, what is applied, and how it is taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, State
from coursetracker.ui.outline_model import LOST_ITEM
from coursetracker.ui.review import ReviewDialog
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow

Child = TypeVar("Child", bound=QObject)

RENAMED = COURSE.replace("## Kneading", "## Kneading well")
WITHOUT = COURSE.replace("## Kneading\nFold and turn.\n\n", "")
REWRITTEN = COURSE.replace("Fold and turn.", "Fold, turn, and wait for an hour.")


def item(window: MainWindow, title: str) -> Item:
    assert window.session.course is not None
    return next(i for i in window.session.course.outline.items if i.title == title)


def titles(window: MainWindow) -> list[str]:
    assert window.session.course is not None
    return [i.title for i in window.session.course.outline.items]


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(item(window, title).id)


def found(parent: QObject, kind: type[Child], name: str) -> Child:
    child = parent.findChild(kind, name)
    assert child is not None
    return child


def press(window: MainWindow, text: str) -> None:
    """Press a button of the bar over the page."""
    buttons = [b for b in window.pane.notice.findChildren(QPushButton) if not b.isHidden()]
    next(button for button in buttons if button.text() == text).click()


@pytest.fixture
def write(qtbot: QtBot, window: MainWindow, course_file: Path) -> Callable[[str], None]:
    """Return a function that writes the course's file and waits until the window has seen it."""
    qtbot.waitUntil(lambda: window.updating.is_watching)

    def change(text: str) -> None:
        with qtbot.waitSignal(window.updating.proposal_changed, timeout=5000):
            course_file.write_text(text, "utf-8")

    return change


def test_a_changed_file_is_told_in_numbers_and_nothing_is_touched(
    window: MainWindow, write: Callable[[str], None], course_file: Path
) -> None:
    window.toggle(item(window, "Kneading").id)
    write(WITHOUT)

    assert window.pane.notice.isVisible()
    assert "has changed: 1 gone" in window.pane.notice.text()
    assert state(window, "Kneading") is State.DONE
    assert course_file.read_text("utf-8") == WITHOUT


def test_a_file_that_an_editor_replaces_is_still_watched(
    qtbot: QtBot, window: MainWindow, write: Callable[[str], None], course_file: Path
) -> None:
    for number in (1, 2):
        saved = course_file.with_suffix(".swp")
        with qtbot.waitSignal(window.updating.proposal_changed, timeout=5000):
            saved.write_text(COURSE + f"\n## Extra {number}\n", "utf-8")
            saved.replace(course_file)
        assert "1 new" in window.pane.notice.text()


def test_the_same_text_written_again_is_no_news(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.pane.notice.hide()
    write(COURSE)
    assert window.updating.proposal is None
    assert not window.pane.notice.isVisible()


def test_a_change_while_the_program_was_away_is_told_at_the_start(
    qtbot: QtBot, window: MainWindow, course_file: Path, open_window: OpenWindow
) -> None:
    window.close()
    course_file.write_text(RENAMED, "utf-8")
    again = open_window()
    again.session.open_last()
    qtbot.waitUntil(lambda: again.updating.proposal is not None)
    assert "1 renamed" in again.pane.notice.text()


def test_an_update_is_applied_undone_and_done_again(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    kneading = item(window, "Kneading").id
    write(RENAMED)
    press(window, "Apply")
    assert item(window, "Kneading well").id == kneading
    assert state(window, "Kneading well") is State.DONE

    window.actions_by_name["undo"].trigger()
    assert "Kneading" in titles(window)
    assert state(window, "Kneading") is State.DONE

    window.actions_by_name["redo"].trigger()
    assert state(window, "Kneading well") is State.DONE


def test_an_update_is_taken_back_even_after_a_restart(
    window: MainWindow, write: Callable[[str], None], open_window: OpenWindow
) -> None:
    write(RENAMED)
    press(window, "Apply")
    window.toggle(item(window, "Kneading well").id)
    window.close()

    again = open_window()
    again.session.open_last()
    again.actions_by_name["take-update-back"].trigger()
    assert state(again, "Kneading") is State.DONE
    again.actions_by_name["redo"].trigger()
    assert state(again, "Kneading well") is State.DONE


def test_what_was_ticked_before_an_update_is_still_undone_after_it(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Mixing").id)
    write(RENAMED)
    press(window, "Apply")
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["undo"].trigger()
    assert state(window, "Mixing") is State.NOT_STARTED


def test_a_declined_change_is_not_told_again_until_the_file_changes(
    qtbot: QtBot, window: MainWindow, write: Callable[[str], None], course_file: Path
) -> None:
    write(RENAMED)
    press(window, "Not now")
    course_file.touch()
    qtbot.wait(700)
    assert not window.pane.notice.isVisible()
    window.actions_by_name["check"].trigger()
    qtbot.waitUntil(window.pane.notice.isVisible)
    assert "1 renamed" in window.pane.notice.text()


def test_check_says_where_nothing_has_changed(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name["check"].trigger()
    qtbot.waitUntil(lambda: "has not changed" in window.pane.notice.text())


def test_who_wants_it_is_not_asked_where_nothing_is_unsure_or_gone(
    qtbot: QtBot, window: MainWindow, write: Callable[[str], None], course_file: Path
) -> None:
    window.session.update_by_itself(True)
    with qtbot.waitSignal(window.session.updated):
        course_file.write_text(RENAMED, "utf-8")
    assert "Kneading well" in titles(window)

    press(window, "Undo")
    window.actions_by_name["check"].trigger()  # what was taken back is not applied by itself
    qtbot.waitUntil(lambda: window.updating.proposal is not None)
    assert "Kneading" in titles(window)

    course_file.write_text(WITHOUT, "utf-8")
    qtbot.waitUntil(lambda: "1 gone" in window.pane.notice.text())
    assert "Kneading" in titles(window)


def test_a_newer_copy_elsewhere_can_update_the_course(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.toggle(item(window, "Kneading").id)
    copy = tmp_path / "downloads" / "bread (1).md"
    copy.parent.mkdir()
    copy.write_text(RENAMED, "utf-8")
    window.open_path(copy)
    qtbot.waitUntil(lambda: "looks like a new version of" in window.pane.notice.text())
    assert "Kneading" in titles(window)

    monkeypatch.setattr(window.updating, "review", lambda: None)
    press(window, "Update that course…")
    qtbot.waitUntil(lambda: window.updating.proposal is not None)
    window.updating.apply()
    assert state(window, "Kneading well") is State.DONE
    assert window.session.course is not None
    assert window.session.course.source == copy


def test_a_newer_copy_can_be_a_course_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.toggle(item(window, "Mixing").id)
    copy = tmp_path / "copy.md"
    copy.write_text(COURSE, "utf-8")
    window.open_path(copy)
    qtbot.waitUntil(lambda: "looks like a new version of" in window.pane.notice.text())
    press(window, "Add as another course")
    assert state(window, "Mixing") is State.NOT_STARTED
    assert len(window.session.recent()) == 2


def test_the_whole_way_from_the_file_to_a_restart(
    qtbot: QtBot, window: MainWindow, write: Callable[[str], None], open_window: OpenWindow
) -> None:
    """Edit the file, review, pair one row anew, apply, undo, do again, start again."""
    window.toggle(item(window, "Kneading").id)
    kneading = item(window, "Kneading").id
    text = COURSE.replace("## Kneading\nFold and turn.", "## By hand\nWith flour on the table.")
    write(text.replace("# Baking\n", "# Baking\n\n## Steam\nA cup of water.\n"))

    def pair_and_apply() -> None:
        review = found(window, ReviewDialog, "review")
        steam = next(i for i in review.update.new.outline.items if i.title == "Steam")
        review.pair(kneading, steam.id)
        review.accept()

    QTimer.singleShot(300, pair_and_apply)
    press(window, "Review…")
    assert item(window, "Steam").id == kneading
    assert state(window, "Steam") is State.DONE
    assert state(window, "By hand") is State.NOT_STARTED

    window.actions_by_name["undo"].trigger()
    assert state(window, "Kneading") is State.DONE
    window.actions_by_name["redo"].trigger()
    assert state(window, "Steam") is State.DONE
    window.close()

    again = open_window()
    again.session.open_last()
    assert state(again, "Steam") is State.DONE
    assert again.updating.proposal is None


# Lost & found


def test_lost_and_found_is_shown_only_where_something_waits(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    assert window.findChild(QWidget, "lost-and-found") is None
    write(WITHOUT)
    window.updating.apply()
    lost = window.side.lost
    assert lost is not None
    assert lost.isVisible()
    assert lost.list.item(0).text().startswith("Kneading\ndone on ")

    window.actions_by_name["undo"].trigger()
    assert not lost.isVisible()


def test_a_lost_lesson_is_attached_by_dragging_it_onto_another(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    write(WITHOUT)
    window.updating.apply()
    lost = window.side.lost
    assert lost is not None
    data: QMimeData = lost.list.mimeData([lost.list.item(0)])
    assert data.hasFormat(LOST_ITEM)
    model = window.outline.model()
    target = window.outline_model.index_of(item(window, "Mixing").id)
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert state(window, "Mixing") is State.DONE
    assert not lost.isVisible()

    window.actions_by_name["undo"].trigger()
    assert state(window, "Mixing") is State.NOT_STARTED
    assert lost.isVisible()


def test_a_lost_lesson_is_attached_to_the_lesson_that_is_read(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    write(WITHOUT)
    window.updating.apply()
    lost = window.side.lost
    assert lost is not None
    window.reader.go_to(item(window, "Dough").id)
    found(lost, QPushButton, "lost-attach").click()
    assert "Choose the lesson" in window.pane.notice.text()
    window.reader.go_to(item(window, "The crust").id)
    found(lost, QPushButton, "lost-attach").click()
    assert state(window, "The crust") is State.DONE


def test_what_is_let_go_comes_back_by_undo(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    write(WITHOUT)
    window.updating.apply()
    lost = window.side.lost
    assert lost is not None
    found(lost, QPushButton, "lost-let-go").click()
    assert not lost.isVisible()
    window.actions_by_name["undo"].trigger()
    assert lost.isVisible()


def test_a_lesson_that_comes_back_is_attached_by_itself_and_it_is_told(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    write(WITHOUT)
    window.updating.apply()
    write(COURSE)
    window.updating.apply()
    assert state(window, "Kneading") is State.DONE
    assert "Back from Lost & found: Kneading" in window.pane.notice.text()


# Changed since it was finished


def test_a_lesson_that_changed_after_it_was_done_is_marked_and_can_be_confirmed(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    window.toggle(item(window, "Mixing").id)
    write(REWRITTEN)
    window.updating.apply()
    progress, kneading = window.session.progress, item(window, "Kneading")
    assert progress is not None
    assert progress.outdated == {kneading.id}
    assert "2 of 6 lessons done" in found(window, QLabel, "course-counts").text()
    assert "done and current" in found(window, QLabel, "course-counts").text()
    assert window.session.said_when_done(kneading) == "## Kneading\nFold and turn."
    assert window.session.says(kneading) == "## Kneading\nFold, turn, and wait for an hour."

    window.reader.go_to(kneading.id)
    strip = found(window.pane, QWidget, "changed-strip")
    assert strip.isVisible()
    found(window.pane, QPushButton, "changed-confirm").click()
    assert not strip.isVisible()
    assert window.session.progress is not None
    assert not window.session.progress.outdated
    assert "done and current" not in found(window, QLabel, "course-counts").text()

    window.actions_by_name["undo"].trigger()
    assert strip.isVisible()


def test_only_lessons_that_changed_are_listed_when_asked(
    window: MainWindow, write: Callable[[str], None]
) -> None:
    window.toggle(item(window, "Kneading").id)
    write(REWRITTEN)
    window.updating.apply()
    bar = window.side.changed
    assert bar is not None
    found(bar, QToolButton, "changed-only").click()
    model = window.outline.model()
    week = model.index(0, 0)
    dough = model.index(0, 0, week)
    assert [model.rowCount(), model.rowCount(week), model.rowCount(dough)] == [1, 1, 1]
    assert model.index(0, 0, dough).data() == "Kneading"

    found(bar, QToolButton, "changed-confirm-all").click()
    assert not bar.isVisible()
    assert model.rowCount() == 2
