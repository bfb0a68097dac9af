"""What the window does where something is refused: a sentence, and nothing lost."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.library.database import DATABASE
from coursetracker.problems import Problem
from coursetracker.ui.window import MainWindow
from ui.conftest import drag_point
from windows import make_window

OpenWindow = Callable[[], MainWindow]


def states(window: MainWindow) -> list[State]:
    assert window.session.progress is not None
    progress = window.session.progress
    return [progress.state(leaf.id) for leaf in progress.outline.leaves()]


def test_a_tick_that_cannot_be_kept_is_not_shown(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coursetracker.library.database.BUSY_SECONDS", 0)
    window.session._db.execute("PRAGMA busy_timeout = 0")
    before = states(window)
    other = sqlite3.connect(tmp_path / "data" / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert window.session.progress is not None
    leaf = next(window.session.progress.outline.leaves())

    window.toggle(leaf.id)

    assert states(window) == before
    assert "Another program is using the library" in window.pane.notice.text()
    other.execute("ROLLBACK")
    other.close()
    window.toggle(leaf.id)
    assert states(window)[0] is State.DONE


def test_a_full_disk_while_ticking_is_told_and_what_was_kept_stays(
    window: MainWindow, open_window: OpenWindow
) -> None:
    assert window.session.progress is not None
    leaves = list(window.session.progress.outline.leaves())
    window.toggle(leaves[0].id)
    db = window.session._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")

    for _ in range(200):
        window.toggle(leaves[1].id)
        if window.pane.notice.isVisible():
            break

    assert "The disk is full" in window.pane.notice.text()
    again = open_window()
    again.session.open_last()
    assert states(again) == states(window)


def test_a_library_of_a_newer_program_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    make_window(folder).session.close()
    with sqlite3.connect(folder / DATABASE) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(Problem, match="newer CourseTracker"):
        make_window(folder)


def test_what_is_dropped_on_the_window_opens(
    qtbot: QtBot, open_window: OpenWindow, course_file: Path
) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(course_file))])
    keys, mouse = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(drag_point(window.rect().center()), copy, mime, mouse, keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.session.course_opened):
        window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, mouse, keys))
    assert window.session.course is not None
    assert window.session.course.title == "Baking bread"


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100], ids=["empty", "binary"])
def test_a_file_that_is_no_course_is_told_and_the_open_one_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.md"
    bad.write_bytes(content)
    with qtbot.waitSignal(window.opening.refused):
        window.open_path(bad)
    assert str(bad) in window.pane.notice.text()
    assert window.windowTitle().startswith("Baking bread")


def test_a_text_without_lessons_opens_and_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.md"
    plain.write_text("Just a text.\n", "utf-8")
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(plain)
    assert "No lessons were found" in window.pane.notice.text()
    counts = window.findChild(QLabel, "course-counts")
    assert counts is not None
    assert counts.text() == "No lesson counts"
    qtbot.waitUntil(lambda: "Just a text." in window.pane.page.toPlainText())


def test_a_file_in_an_old_encoding_opens_and_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    old = tmp_path / "old.md"
    old.write_bytes("# Año\n\n## Lección\n".encode("cp1252"))
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(old)
    assert window.windowTitle().startswith("Año")
    assert "not in UTF-8" in window.pane.notice.text()


def test_links_go_out_to_the_web_only_or_to_a_course_beside(
    window: MainWindow, course_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    (tmp_path / "other.md").write_text("# Other\n\n## One\n", "utf-8")
    outside = tmp_path.parent / "outside.md"
    outside.write_text("# Outside\n", "utf-8")
    for link in (
        "https://example.org/a", "mailto:a@example.org", "file:///etc/passwd",
        "javascript:alert(1)", "data:text/html,x", "../outside.md", str(outside), "run.sh",
    ):  # fmt: skip
        window.reader.follow(link)
    assert opened == ["https://example.org/a", "mailto:a@example.org"]
    assert "“run.sh” leads to nothing" in window.pane.notice.text()

    window.reader.follow("other.md")

    offer = window.pane.notice.findChildren(QPushButton)
    shown = [button.text() for button in offer if button.isVisible()]
    assert shown == ["Open it as a course"]


def test_next_unfinished_skips_what_is_done(window: MainWindow) -> None:
    assert window.session.progress is not None
    leaves = list(window.session.progress.outline.leaves())
    window.reader.go_to(leaves[0].id)
    window.toggle(leaves[1].id)
    window.reader.next_open()
    assert window.reader.item == leaves[2].id


def test_the_colours_are_kept(window: MainWindow, open_window: OpenWindow) -> None:
    window.actions_by_name["theme-dark"].trigger()
    again = open_window()
    assert again.actions_by_name["theme-dark"].isChecked()
    again.actions_by_name["theme-system"].trigger()
