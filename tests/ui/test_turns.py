"""No other course takes the place of the one that an open dialog or menu is about."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from coursetracker.course.changes import Edition, update_between
from coursetracker.course.folder import read_course
from coursetracker.ui.session import local_time, read_any
from coursetracker.ui.turns import is_free
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE

OTHER = "# Singing\n\n## Breath\n\nSlow.\n\n## Voice\n\nLow, then high.\n"
RENAMED = COURSE.replace("## Kneading", "## Kneading well")
NEXT_YEAR = local_time() + timedelta(days=365)
LONGER_THAN_A_LOOK = 500
"""Milliseconds in which a job is done and it is looked for a turn at least once."""

Close = Callable[[], object]


def with_menu(window: MainWindow) -> Close:
    menu = QMenu(window)
    menu.addAction("Tick")
    menu.popup(window.pos())
    return menu.close


def with_dialog(window: MainWindow) -> Close:
    dialog = QDialog(window, modal=True)
    dialog.show()
    return dialog.close


@pytest.fixture(params=[with_menu, with_dialog])
def close(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[Close]:
    """Have something open that is about the course, and return what closes it."""
    close: Close = request.param(window)
    assert not is_free()
    yield close
    close()


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    path = tmp_path / "singing.md"
    path.write_text(OTHER, "utf-8")
    return path


def lessons(window: MainWindow) -> list[str]:
    assert window.session.course is not None
    return [item.title for item in window.session.course.outline.items]


def title(window: MainWindow) -> str:
    assert window.session.course is not None
    return window.session.course.title


def test_a_course_that_was_read_waits_until_it_can_be_shown(
    qtbot: QtBot, window: MainWindow, other_file: Path, close: Close
) -> None:
    window.open_path(other_file)
    qtbot.waitUntil(lambda: not window.opening.is_busy)
    qtbot.wait(LONGER_THAN_A_LOOK)
    assert title(window) == "Baking bread"

    close()
    qtbot.waitUntil(lambda: title(window) == "Singing")


def test_only_the_course_that_was_asked_for_last_is_shown(
    qtbot: QtBot, window: MainWindow, other_file: Path, course_file: Path, close: Close
) -> None:
    shown: list[str] = []
    window.session.course_opened.connect(lambda course: shown.append(course.title))
    for path in (other_file, course_file):
        window.open_path(path)
        qtbot.waitUntil(lambda: not window.opening.is_busy)
    close()
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(LONGER_THAN_A_LOOK)
    assert shown == ["Baking bread"]


def test_an_update_waits_until_it_can_be_applied(
    qtbot: QtBot, window: MainWindow, course_file: Path, close: Close
) -> None:
    window.session.update_by_itself(wanted=True)
    course_file.write_text(RENAMED, "utf-8")
    window.updating.check()
    qtbot.wait(LONGER_THAN_A_LOOK)
    assert "Kneading" in lessons(window)

    close()
    qtbot.waitUntil(lambda: "Kneading well" in lessons(window))


def test_what_was_compared_with_an_edition_that_is_past_is_compared_again(
    qtbot: QtBot, window: MainWindow, course_file: Path, close: Close
) -> None:
    course_file.write_text(RENAMED, "utf-8")
    window.updating.check()
    qtbot.wait(LONGER_THAN_A_LOOK)
    session = window.session
    started = session.before_update()
    source = read_any(course_file)
    new = Edition.read(source.text, read_course(source.text, source.name))
    session.update(
        started, update_between(Edition.read(COURSE, started.course.outline), new), source
    )

    close()
    qtbot.wait(LONGER_THAN_A_LOOK)
    qtbot.waitUntil(lambda: window.updating.is_watching)
    assert window.updating.proposal is None
    assert window.pane.notice.isHidden()


def test_what_others_did_waits_until_it_can_be_shown(window: MainWindow, close: Close) -> None:
    other = window.keeping_up
    heard: list[bool] = []
    other.day_began.connect(lambda: heard.append(True))
    window.session._clock = lambda: NEXT_YEAR
    other.look()
    assert not heard

    close()
    other.look()
    assert heard
