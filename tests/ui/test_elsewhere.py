"""Two windows on one library: each shows what the other has done, and neither undoes it blindly."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coursetracker.course.changes import Edition, update_between
from coursetracker.course.outline import State
from coursetracker.course.reader import read_outline
from coursetracker.library.database import DATABASE
from coursetracker.library.record import undo
from coursetracker.library.sources import Source
from coursetracker.markdown import parse
from coursetracker.problems import Problem
from coursetracker.progress.grades import Counting, counting_score
from coursetracker.progress.standings import EventKind
from coursetracker.ui.session import local_time
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow

RENAMED = COURSE.replace("## Kneading", "## Kneading well")
WITHOUT = COURSE.replace("## Kneading\nFold and turn.\n\n", "")


@pytest.fixture
def other(window: MainWindow, open_window: OpenWindow) -> MainWindow:
    """Return another window on the same library and course."""
    other = open_window()
    assert window.session.course is not None
    other.session.open_course(window.session.course.id)
    other.keeping_up.look()
    window.keeping_up.look()
    return other


def number(window: MainWindow, title: str) -> int:
    assert window.session.course is not None
    return next(i.id for i in window.session.course.outline.items if i.title == title)


def titles(window: MainWindow) -> list[str]:
    assert window.session.course is not None
    return [i.title for i in window.session.course.outline.items]


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(number(window, title))


def update(window: MainWindow, text: str) -> None:
    session = window.session
    assert session.course is not None
    started = session.before_update()
    document = parse(text)
    new = Edition.of(document, read_outline(document, "name"))
    old = Edition.read(started.text, started.course.outline)
    source = Source(session.course.source, text, str(hash(text)))
    session.update(started, update_between(old, new, started.lost), source)


def told(window: MainWindow) -> str:
    return window.pane.notice.text() if not window.pane.notice.isHidden() else ""


def test_what_is_done_in_one_window_is_shown_in_the_other(
    window: MainWindow, other: MainWindow
) -> None:
    other.toggle(number(other, "Mixing"))
    other.set_score(number(other, "Test yourself"), 80.0)
    window.keeping_up.look()

    progress = window.session.progress
    assert progress is not None
    assert state(window, "Mixing") is State.DONE
    assert counting_score(progress.standing(number(window, "Test yourself")), Counting.BEST) == 80
    assert window.session.undo_words() is None  # it is the other's to take back


def test_it_is_shown_when_the_window_is_turned_to_and_now_and_then(
    window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    other.toggle(number(other, "Mixing"))
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert state(window, "Mixing") is State.DONE

    other.toggle(number(other, "The crust"))
    window.keeping_up._timer.setInterval(10)
    qtbot.waitUntil(lambda: state(window, "The crust") is State.DONE)


def test_a_note_and_what_is_arranged_are_shown_too(window: MainWindow, other: MainWindow) -> None:
    mixing = number(window, "Mixing")
    window.reader.go_to(mixing)
    other.session.notes.keep_draft(mixing, "Slowly")
    other.session.notes.settle()
    other.session.arrange([number(other, "Kneading")], EventKind.TITLE, "Folding", "rename")
    window.keeping_up.look()

    assert window.noting.panel is not None
    assert window.noting.panel.text == "Slowly"
    assert "Folding" in titles(window)
    assert "Kneading" not in titles(window)

    other.session.undo()
    other.session.undo()
    window.keeping_up.look()
    assert window.noting.panel.text == ""
    assert "Kneading" in titles(window)


def test_an_update_in_one_window_is_shown_in_the_other_before_anything_is_done_there(
    window: MainWindow, other: MainWindow
) -> None:
    update(other, WITHOUT)
    window.toggle(number(window, "Mixing"))

    assert "changed in another window in the meantime" in told(window)
    assert "Kneading" not in titles(window)
    assert state(window, "Mixing") is State.NOT_STARTED
    window.toggle(number(window, "Mixing"))
    assert state(window, "Mixing") is State.DONE


def test_only_the_update_that_is_meant_is_taken_back(window: MainWindow, other: MainWindow) -> None:
    update(window, RENAMED)
    other.keeping_up.look()
    update(other, WITHOUT)

    with pytest.raises(Problem, match="updated differently in another window"):
        window.session.undo()
    assert "Kneading well" not in titles(window)  # it shows what the other has made
    assert window.session.undo_words() is None  # and offers it no more
    other.session.undo()
    assert "Kneading well" in titles(other)


def test_only_the_update_that_is_meant_is_made_again(window: MainWindow, other: MainWindow) -> None:
    update(window, RENAMED)
    window.session.undo()
    other.keeping_up.look()
    update(other, WITHOUT)
    other.session.undo()

    with pytest.raises(Problem, match="updated differently in another window"):
        window.session.redo()
    assert "Kneading" in titles(window)
    other.session.redo()
    assert "Kneading" not in titles(other)


def test_an_action_that_was_undone_elsewhere_is_not_offered_again(
    window: MainWindow, other: MainWindow
) -> None:
    window.toggle(number(window, "Mixing"))
    assert window.session.course is not None
    (action,) = window.session._db.execute("SELECT action FROM event").fetchone()
    undo(other.session._db, action, local_time())

    with pytest.raises(Problem, match="already been undone"):
        window.session.undo()
    assert window.session.undo_words() is None
    assert state(window, "Mixing") is State.NOT_STARTED


def test_a_setting_that_was_set_otherwise_stays(window: MainWindow, other: MainWindow) -> None:
    names: list[str] = []
    window.session.set_setting("pace", "1", "set the pace")
    window.session.setting_changed.connect(names.append)
    other.session.set_setting("pace", "2")
    window.keeping_up.look()
    assert names == ["pace"]

    with pytest.raises(Problem, match="setting was changed in another window"):
        window.session.undo()
    assert window.session.setting("pace") == "2"


def test_a_course_that_is_removed_elsewhere_makes_way_for_all_courses(
    window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    assert window.session.course is not None
    other.session.shelf.remove(window.session.course.id)
    window.toggle(number(window, "Mixing"))

    qtbot.waitUntil(lambda: window.shelving.is_shown)
    assert window.session.course is None


def test_all_courses_show_what_was_done_elsewhere(window: MainWindow, other: MainWindow) -> None:
    window.shelving.show()
    assert other.session.course is not None
    other.session.shelf.rename(other.session.course.id, "My loaf")
    window.keeping_up.look()
    page = window.shelving.page
    assert page is not None
    current = page.current()
    assert current is not None
    assert current.title == "My loaf"


def test_two_who_type_into_one_note_lose_nothing(window: MainWindow, other: MainWindow) -> None:
    mixing = number(window, "Mixing")
    for text, session in (
        ("a", window.session), ("b", other.session), ("aa", window.session), ("bb", other.session),
    ):  # fmt: skip
        session.notes.keep_draft(mixing, text)
    other.session.notes.settle()
    window.session.notes.settle()

    kept = window.session._db.execute("SELECT value FROM event ORDER BY id").fetchall()
    assert [value for (value,) in kept] == [
        f'{{"note": "{text}"}}' for text in ("a", "b", "aa", "bb")
    ]
    assert window.session.notes.text(mixing) == "bb"


def test_a_lock_that_lasts_is_told_and_looking_goes_on(
    window: MainWindow, other: MainWindow, tmp_path: Path
) -> None:
    window.session._db.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(tmp_path / "data" / DATABASE, isolation_level=None)) as locking:
        locking.execute("BEGIN IMMEDIATE")
        window.keeping_up.look()
        window.toggle(number(window, "Mixing"))
        assert "Another program is using the library" in told(window)
        locking.execute("ROLLBACK")
    window.toggle(number(window, "Mixing"))
    assert state(window, "Mixing") is State.DONE


def test_what_an_import_took_away_is_not_shown_any_more(
    window: MainWindow, other: MainWindow
) -> None:
    window.toggle(number(window, "Mixing"))
    other.keeping_up.look()
    with other.session._db as db:  # as taking an import back does
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM event")
        db.execute("DELETE FROM standing")
    window.keeping_up.look()
    assert state(window, "Mixing") is State.NOT_STARTED


def test_a_synchronised_folder_is_told_of_once(
    window: MainWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    window.keeping_up.warn()
    assert told(window) == ""

    (tmp_path / ".stfolder").mkdir()
    window.pane.notice.tell("Something else is to be read first.")
    window.keeping_up.warn()
    assert told(window) == "Something else is to be read first."
    window.pane.notice.hide()
    window.keeping_up.warn()
    assert f"{tmp_path / 'data'}, which Syncthing synchronises" in told(window)
    assert "start with --data-dir" in told(window)

    again = open_window()
    again.keeping_up.warn()
    assert told(again) == ""
