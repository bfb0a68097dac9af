"""A large course is made ready beside the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every course be a large one."""
    monkeypatch.setattr("coursetracker.ui.session.reading.MANY_ITEMS", 0)


def test_it_is_opened_ticked_and_opened_again(
    qtbot: QtBot, open_window: OpenWindow, course_file: Path, large: None
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course_file)
    assert window.session.progress is not None
    mixing = next(i for i in window.session.progress.outline.items if i.title == "Mixing")
    window.reader.go_to(mixing.id)
    qtbot.waitUntil(lambda: "Stir." in window.pane.page.toPlainText())
    window.toggle(mixing.id)

    window.session.open_bundled()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course_file)
    assert window.session.progress.state(mixing.id) is State.DONE
    assert len(window.session.recent()) == 2
    assert window.session.recent()[0].title == "Baking bread"


def test_a_file_that_became_known_meanwhile_is_told(
    qtbot: QtBot, open_window: OpenWindow, course_file: Path, large: None, tmp_path: Path
) -> None:
    window = open_window()
    other = tmp_path / "other.md"
    other.write_text(COURSE.replace("bread", "cake"), "utf-8")
    window.open_path(course_file)
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other)  # nobody waits for the first any more
    assert window.session.course is not None
    assert window.session.course.title == "Baking cake"


def test_the_window_is_closed_while_it_is_made_ready(
    open_window: OpenWindow, course_file: Path, large: None
) -> None:
    window: MainWindow = open_window()
    window.open_path(course_file)
    window.close()
    assert window.session.course is None
