"""A page that Qt lays out in parts: nothing of it is forgotten where boxes are ticked meanwhile."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coursetracker.ui.parts import blocks
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

TASKS = 160
WORDS = "which is told in a sentence that is long enough to need a second line on the page " * 2


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """Return a window with a course whose second section is a long page of boxes."""
    course = tmp_path / "long.md"
    tasks = "".join(f"- [ ] **Task {number}** {WORDS}\n" for number in range(TASKS))
    course.write_text(f"# Long\n\nBeginning.\n\n## Short\n\nText.\n\n## Many\n\n{tasks}", "utf-8")
    window = open_window()
    window.open_path(course)
    return window


def tasks(window: MainWindow) -> list[int]:
    """Return the ids of the boxes' lessons, in their order."""
    assert window.session.progress is not None
    items = window.session.progress.outline.items
    return [item.id for item in items if item.title.startswith("Task")]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Let the page be drawn and laid out to its end."""
    qtbot.waitUntil(lambda: not window.page.document().isEmpty())
    qtbot.wait(50)  # Qt goes on with a layout by a timer of its own


def test_it_has_all_its_lines_and_keeps_its_place(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.course is not None)
    many = tasks(window)
    for task in many[:2]:
        window.reader.go_to(task)
        settle(window, qtbot)
        window.toggle(task)
    window.reader.go_to(many[-40])
    settle(window, qtbot)
    place = window.page.verticalScrollBar().value()
    assert place > 0

    window.reader.introduce()
    settle(window, qtbot)
    window.reader.back()
    settle(window, qtbot)

    assert all(block.layout().lineCount() for block in blocks(window.page.document()))
    assert window.page.verticalScrollBar().value() == place


def test_the_lesson_that_is_read_is_marked_where_it_cannot_come_to_the_top(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.session.course is not None)
    window.reader.go_to(tasks(window)[-1])
    settle(window, qtbot)
    page = window.page
    bar = page.verticalScrollBar()
    assert bar.value() == bar.maximum()
    last = list(blocks(page.document()))[-1]
    room = page.document().documentLayout().blockBoundingRect(last)
    left = round(page.document().rootFrame().frameFormat().leftMargin()) - 13
    picture = page.viewport().grab().toImage()
    seen = picture.pixelColor(left, round(room.center().y()) - bar.value())
    assert seen == page.palette().accent().color()
