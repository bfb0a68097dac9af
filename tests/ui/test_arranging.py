"""The learner has a course otherwise than its author wrote it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, Kind
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow


def item(window: MainWindow, title: str) -> Item:
    assert window.session.progress is not None
    return next(i for i in window.session.progress.outline.items if i.title == title)


def titles(window: MainWindow) -> list[str]:
    assert window.session.progress is not None
    return [i.title for i in window.session.progress.outline.items]


def entry(menu: QMenu, *path: str) -> QAction:
    """Return an entry of a menu, or of the menus in it."""
    actions = menu.actions()
    for text in path[:-1]:
        inner = next(a for a in actions if a.text().replace("&", "") == text).menu()
        assert isinstance(inner, QMenu)
        actions = inner.actions()
    return next(a for a in actions if a.text().replace("&", "") == path[-1])


def choose(window: MainWindow, title: str, *path: str) -> None:
    entry(window.arranging.menu(item(window, title).id), *path).trigger()


def name_it(monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_facts: (title, True))


def test_a_lesson_is_called_what_the_learner_likes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, open_window: OpenWindow, course_file: Path
) -> None:
    name_it(monkeypatch, "  Fold \n it ")
    choose(window, "Kneading", "Rename for me…")
    assert "Fold it" in titles(window)
    assert course_file.read_text("utf-8") == COURSE
    window.close()

    again = open_window()
    again.session.open_last()
    choose(again, "Fold it", "As the author wrote it")
    assert "Kneading" in titles(again)
    again.actions_by_name["undo"].trigger()
    assert "Fold it" in titles(again)


def test_the_authors_title_is_no_title_of_the_learners(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_it(monkeypatch, "Kneading")
    choose(window, "Kneading", "Rename for me…")
    assert window.session.arranged_items() == []


def test_what_is_hidden_is_left_out_and_can_be_brought_back(window: MainWindow) -> None:
    window.toggle(item(window, "Mixing").id)
    choose(window, "Dough", "Hide")
    assert not {"Dough", "Mixing", "Kneading"} & set(titles(window))
    assert window.session.progress is not None
    assert window.session.progress.tally(None).counted == 4

    choose(window, "Baking", "Bring back", "Dough")
    assert window.session.progress.tally(None).counted == 6
    assert window.session.progress.tally(None).done == 1


def test_a_section_moves_to_another_week(window: MainWindow) -> None:
    choose(window, "Dough", "Move to", "Week 2: Heat")
    assert window.session.progress is not None
    above = window.session.progress.outline.ancestors(item(window, "Dough").id)
    assert [each.title for each in above] == ["Week 2: Heat"]
    window.reader.go_to(item(window, "Mixing").id)
    assert "Stir." in window.pane.page.toPlainText()


def test_a_lesson_becomes_an_assessment(window: MainWindow) -> None:
    choose(window, "The oven", "Kind", "assessment")
    assert item(window, "The oven").kind is Kind.ASSESSMENT
    rows = [window.checklist.model().index(row, 0).data() for row in range(5)]
    assert "The oven" in rows


def test_the_lessons_of_a_section_become_optional(window: MainWindow) -> None:
    choose(window, "Dough", "Optional")
    assert window.session.progress is not None
    assert window.session.progress.tally(None).counted == 4
    assert entry(window.arranging.menu(item(window, "Mixing").id), "Optional").isChecked()
    choose(window, "Dough", "Optional")
    assert window.session.progress.tally(None).counted == 6


def test_how_it_is_arranged_outlives_an_update(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, course_file: Path
) -> None:
    name_it(monkeypatch, "Fold it")
    choose(window, "Kneading", "Rename for me…")
    choose(window, "Mixing", "Hide")
    course_file.write_text(COURSE.replace("## Kneading", "## Kneading well"), "utf-8")
    window.actions_by_name["check"].trigger()
    qtbot.waitUntil(lambda: window.updating.proposal is not None)
    window.updating.apply()
    assert "Fold it" in titles(window)
    assert "Mixing" not in titles(window)

    choose(window, "Fold it", "The whole course as the author wrote it")
    assert {"Kneading well", "Mixing"} <= set(titles(window))


def test_the_menu_opens_by_key_at_the_current_row(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    monkeypatch.setattr(window.arranging, "open_menu", lambda item, _place: opened.append(item))
    crust = item(window, "The crust").id
    window.outline.go_to(crust)
    place = window.outline.rect().center()
    everywhere = window.outline.mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, everywhere)
    window.outline.contextMenuEvent(event)
    assert opened == [crust]
