"""The history: what was done when, found by words, taken back and done again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, State
from coursetracker.ui.past import PastDialog
from coursetracker.ui.window import MainWindow


def item(window: MainWindow, title: str) -> Item:
    assert window.session.progress is not None
    return next(i for i in window.session.progress.outline.items if i.title == title)


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(item(window, title).id)


def told(dialog: PastDialog) -> list[str]:
    """Return what the rows say, those of days left out."""
    rows = [dialog.model.index(row) for row in range(dialog.model.rowCount())]
    return [str(row.data()) for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable]


def button(dialog: PastDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.fixture
def past(window: MainWindow, qtbot: QtBot) -> Iterator[PastDialog]:
    """Return the history of a course in which three things were done."""
    window.session.mark(item(window, "Mixing").id, State.DONE)
    window.session.marks.set_state(
        [item(window, "Kneading").id, item(window, "The oven").id], State.SKIPPED
    )
    window.session.set_score(item(window, "The loaf").parent or 0, 85.0)
    window.actions_by_name["history"].trigger()
    qtbot.waitExposed(window.past)
    yield window.past
    window.past.close()


def test_nothing_done_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["history"].trigger()
    assert told(window.past) == []
    assert not button(window.past, "past-turn").isEnabled()
    window.past.close()


def test_what_was_done_stands_there_the_newest_first(past: PastDialog) -> None:
    scored, skipped, done = told(past)
    assert scored.startswith("Scored 85")
    assert skipped.startswith("Skipped 2 lessons")
    assert done == "Marked “Mixing” done"


def test_any_entry_is_taken_back_and_done_again(
    window: MainWindow, past: PastDialog, qtbot: QtBot
) -> None:
    past.view.setCurrentIndex(past.model.index(past.model.rowCount() - 1))
    entry = past.entry()
    assert entry is not None
    turn = button(past, "past-turn")
    assert turn.text() == "&Undo"
    turn.click()
    assert state(window, "Mixing") is State.NOT_STARTED
    assert state(window, "Kneading") is State.SKIPPED  # what was done later stays
    qtbot.waitUntil(lambda: turn.text() == "&Redo")
    turn.click()
    assert state(window, "Mixing") is State.DONE


def test_what_was_taken_back_there_is_undone_as_all_else(
    window: MainWindow, past: PastDialog
) -> None:
    past.view.setCurrentIndex(past.model.index(past.model.rowCount() - 1))
    button(past, "past-turn").click()
    undo = window.actions_by_name["undo"]
    assert "reverse: Marked “Mixing” done" in undo.text()
    undo.trigger()
    assert state(window, "Mixing") is State.DONE
    window.actions_by_name["redo"].trigger()
    assert state(window, "Mixing") is State.NOT_STARTED


def test_words_find_entries_without_accents_and_case(past: PastDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(past.field, "MÍXING")
    qtbot.waitUntil(lambda: told(past) == ["Marked “Mixing” done"])
    QTest.keyClicks(past.field, "zzz")
    qtbot.waitUntil(lambda: told(past) == [])


def test_an_entry_leads_to_its_lesson(window: MainWindow, past: PastDialog) -> None:
    past.view.setCurrentIndex(past.model.index(past.model.rowCount() - 1))
    button(past, "past-go").click()
    assert window.reader.item == item(window, "Mixing").id


def test_what_is_done_beside_it_is_there_at_once(
    window: MainWindow, past: PastDialog, qtbot: QtBot
) -> None:
    window.session.mark(item(window, "The crust").id, State.DONE)
    qtbot.waitUntil(lambda: told(past)[0] == "Marked “The crust” done")


def test_it_goes_with_its_course(window: MainWindow, past: PastDialog) -> None:
    window.session.open_bundled()
    assert not past.isVisible()
