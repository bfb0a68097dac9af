"""Notes beside the page: typed, kept by themselves, taken back, and never lost."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from coursetracker.course.changes import Edition, update_between
from coursetracker.course.reader import read_outline
from coursetracker.library.database import DATABASE
from coursetracker.library.sources import Source
from coursetracker.markdown import parse
from coursetracker.problems import Problem
from coursetracker.ui import words
from coursetracker.ui.note import NotePanel
from coursetracker.ui.noting import Noting
from coursetracker.ui.outline_model import NOTE_ROLE
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def item(window: MainWindow, title: str) -> int:
    assert window.session.course is not None
    return next(i.id for i in window.session.course.outline.items if i.title == title)


def go(window: MainWindow, title: str) -> int:
    window.reader.go_to(item(window, title))
    return item(window, title)


def panel(window: MainWindow) -> NotePanel:
    assert window.noting.panel is not None
    return window.noting.panel


def is_open(window: MainWindow) -> bool:
    return window.noting.panel is not None and window.noting.panel.isVisible()


def write(window: MainWindow, title: str, text: str) -> int:
    """Go to a lesson, open its note if it is not open, and type."""
    number = go(window, title)
    if not is_open(window):
        window.actions_by_name["note"].trigger()
    editor = panel(window).editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    if "\n" in text or not text.isascii():  # QTest has keys for the others only
        editor.insertPlainText(text)
    else:
        QTest.keyClicks(editor, text)
    return number


def kept(window: MainWindow) -> dict[int, str]:
    return window.session.notes.all()


def draft(window: MainWindow) -> list[tuple[int, str]]:
    db = sqlite3.connect(window.session.folder / DATABASE)
    try:
        return db.execute("SELECT item, text FROM draft").fetchall()
    finally:
        db.close()


def update(window: MainWindow, text: str) -> None:
    session = window.session
    assert session.course is not None
    started = session.before_update()
    document = parse(text)
    edition = Edition.of(document, read_outline(document, "name"))
    old = Edition.of(parse(started.text), started.course.outline)
    source = Source(session.course.source, text, "5ha256")
    session.update(started, update_between(old, edition, started.lost), source)


WITHOUT_KNEADING = COURSE.replace("## Kneading\nFold and turn.\n\n", "")
MOVED = WITHOUT_KNEADING.replace("# Baking\n", "# Baking\n\n## Kneading\nFold and turn.\n\n")


# Opening


def test_a_lesson_without_a_note_shows_none_until_it_is_asked_for(window: MainWindow) -> None:
    go(window, "Mixing")
    assert not is_open(window)

    window.actions_by_name["note"].trigger()

    assert is_open(window)
    assert panel(window).editor.hasFocus()
    window.actions_by_name["note"].trigger()
    assert not is_open(window)
    assert window.page.hasFocus()


def test_the_introduction_has_no_note(window: MainWindow) -> None:
    window.reader.introduce()
    window.actions_by_name["note"].trigger()

    assert not is_open(window)
    assert "Choose the lesson" in window.pane.notice.text()


def test_a_note_that_is_there_comes_with_its_lesson(window: MainWindow) -> None:
    write(window, "Mixing", "Stir slowly")
    go(window, "Kneading")
    assert not is_open(window)

    go(window, "Mixing")
    assert is_open(window)
    assert panel(window).text == "Stir slowly"


def test_who_closes_notes_is_not_shown_them_until_asking(window: MainWindow) -> None:
    write(window, "Mixing", "Stir slowly")
    close = panel(window).findChild(QToolButton, "note-close")
    assert close is not None
    close.click()
    go(window, "Kneading")
    go(window, "Mixing")
    assert not is_open(window)

    window.actions_by_name["note"].trigger()
    go(window, "Kneading")
    go(window, "Mixing")
    assert is_open(window)


# Keeping


def test_what_is_typed_is_kept_within_a_second(window: MainWindow, qtbot: QtBot) -> None:
    number = write(window, "Mixing", "Stir")

    qtbot.waitUntil(lambda: draft(window) == [(number, "Stir")], timeout=5000)
    assert kept(window) == {}
    QTest.keyClicks(panel(window).editor, " slowly")
    qtbot.waitUntil(lambda: draft(window) == [(number, "Stir slowly")], timeout=5000)


def test_typing_on_and_on_is_kept_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    number = write(window, "Mixing", "x")
    editor = panel(window).editor

    def type_on() -> bool:
        QTest.keyClicks(editor, "x")
        return bool(draft(window))

    qtbot.waitUntil(type_on, timeout=5000)
    assert draft(window)[0][0] == number


def leave_for_a_lesson(window: MainWindow, _start: OpenWindow) -> None:
    go(window, "The crust")


def leave_for_the_outline(window: MainWindow, _start: OpenWindow) -> None:
    window.outline.setFocus()


def leave_by_escape(window: MainWindow, _start: OpenWindow) -> None:
    QTest.keyClick(panel(window).editor, Key.Key_Escape)


def leave_for_another_course(window: MainWindow, _start: OpenWindow) -> None:
    first = window.session.course
    assert first is not None
    window.session.open_bundled()
    window.session.open_course(first.id)


def leave_for_all_courses(window: MainWindow, _start: OpenWindow) -> None:
    window.actions_by_name["courses"].trigger()


def rest_a_while(window: MainWindow, _start: OpenWindow) -> None:
    window.noting._idle.timeout.emit()


@pytest.mark.parametrize(
    "leave",
    [
        leave_for_a_lesson,
        leave_for_the_outline,
        leave_by_escape,
        leave_for_another_course,
        leave_for_all_courses,
        rest_a_while,
    ],
)
def test_on_every_way_out_an_edit_becomes_one_action(
    window: MainWindow, open_window: OpenWindow, leave: Callable[[MainWindow, OpenWindow], None]
) -> None:
    number = write(window, "Mixing", "Stir slowly")
    leave(window, open_window)

    assert (kept(window), draft(window)) == ({number: "Stir slowly"}, [])
    assert window.session.undo_words() == "edit the note of “Mixing”"


def test_a_note_outlives_the_window(window: MainWindow, open_window: OpenWindow) -> None:
    write(window, "Mixing", "Stir slowly")
    window.close()

    again = open_window()
    again.session.open_last()
    assert is_open(again)
    assert panel(again).text == "Stir slowly"


def test_what_a_killed_program_leaves_is_a_note_that_can_be_undone(
    window: MainWindow, open_window: OpenWindow
) -> None:
    number = go(window, "Mixing")
    window.session.notes.keep_draft(number, "Stir slo")  # and no more is heard of it

    again = open_window()
    again.session.open_last()

    assert (kept(again), panel(again).text) == ({number: "Stir slo"}, "Stir slo")
    again.actions_by_name["undo"].trigger()
    assert kept(again) == {}


def refuse(*_arguments: object) -> None:
    raise Problem("The disk is full.")


def test_what_cannot_be_kept_is_told_and_tried_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = write(window, "Mixing", "Stir slowly")
    with monkeypatch.context() as full:
        full.setattr(window.session.notes, "keep_draft", refuse)
        go(window, "Kneading")
        assert "disk is full" in window.pane.notice.text()
        asked: list[object] = []

        def stay(*arguments: object) -> QMessageBox.StandardButton:
            asked.append(arguments)
            return QMessageBox.StandardButton.Cancel

        full.setattr(QMessageBox, "warning", stay)
        assert not window.close()
        assert asked
        go(window, "Mixing")
        assert panel(window).text == "Stir slowly"
        go(window, "Kneading")

    window.noting._soon.timeout.emit()
    window.noting.settle()
    assert kept(window) == {number: "Stir slowly"}


# Undoing


def test_edits_are_undone_outside_the_editor_and_shown(window: MainWindow) -> None:
    number = write(window, "Mixing", "Stir")
    window.page.setFocus()
    write(window, "Mixing", " slowly")
    window.page.setFocus()
    assert kept(window) == {number: "Stir slowly"}

    window.actions_by_name["undo"].trigger()
    assert (kept(window), panel(window).text) == ({number: "Stir"}, "Stir")
    window.actions_by_name["undo"].trigger()
    assert (kept(window), panel(window).text) == ({}, "")
    window.actions_by_name["redo"].trigger()
    assert panel(window).text == "Stir"


def test_the_editor_undoes_typing(window: MainWindow) -> None:
    write(window, "Mixing", "Stir")
    editor = panel(window).editor
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Undo))

    assert editor.toPlainText() == ""
    assert window.session.undo_words() is None


def test_a_note_emptied_is_gone_and_comes_back(window: MainWindow) -> None:
    number = write(window, "Mixing", "Stir")
    window.page.setFocus()
    panel(window).editor.setFocus()
    panel(window).editor.selectAll()
    QTest.keyClick(panel(window).editor, Key.Key_Delete)
    window.page.setFocus()
    assert kept(window) == {}

    window.actions_by_name["undo"].trigger()
    assert kept(window) == {number: "Stir"}


# Updates, and Lost & found


def test_a_note_goes_along_when_its_lesson_moves(window: MainWindow) -> None:
    number = write(window, "Kneading", "Fold")
    update(window, MOVED)

    assert item(window, "Kneading") == number
    assert kept(window) == {number: "Fold"}
    assert panel(window).text == "Fold"
    window.actions_by_name["take-update-back"].trigger()
    assert (item(window, "Kneading"), kept(window)) == (number, {number: "Fold"})


def test_a_lost_note_is_shown_attached_let_go_and_brought_back(window: MainWindow) -> None:
    mixing = write(window, "Mixing", "Stir")
    kneading = write(window, "Kneading", "Fold")
    update(window, WITHOUT_KNEADING)
    assert not is_open(window)
    (lost,) = window.session.lost()
    panel_of_lost = window.side.lost
    assert panel_of_lost is not None
    assert "with a note: “Fold”" in panel_of_lost.list.item(0).text()
    assert "Fold" in panel_of_lost.list.item(0).toolTip()

    go(window, "Mixing")
    window.side.attach_asked.emit(lost)
    assert kept(window) == {mixing: "Stir\n\nFold"}
    assert panel(window).text == "Stir\n\nFold"
    assert window.session.lost() == ()
    window.actions_by_name["undo"].trigger()
    assert kept(window) == {mixing: "Stir", kneading: "Fold"}
    assert panel(window).text == "Stir"

    window.side.let_go_asked.emit(window.session.lost()[0])
    assert (kept(window), window.session.lost()) == ({mixing: "Stir"}, ())
    window.actions_by_name["undo"].trigger()
    assert kept(window)[kneading] == "Fold"


def test_what_is_being_typed_is_not_lost_with_its_lesson(window: MainWindow) -> None:
    number = write(window, "Kneading", "Fold and")
    update(window, WITHOUT_KNEADING)

    assert kept(window) == {number: "Fold and"}
    assert window.session.lost()[0].note == "Fold and"


# Marks


def test_outline_and_header_say_that_there_is_a_note(window: MainWindow) -> None:
    number = write(window, "Mixing", "Stir")
    window.page.setFocus()

    progress = window.session.progress
    assert progress is not None
    index = window.outline_model.index_of(number)
    assert index.data(NOTE_ROLE) is True
    assert words.spoken(progress, progress.outline.item(number)).endswith("has a note")
    button = window.pane.findChild(QToolButton, "lesson-note")
    assert button is not None
    assert button.accessibleName() == "Note: there is one"
    window.outline.grab()
    go(window, "Kneading")
    assert button.accessibleName() == "Note: none yet"


# The editor


@pytest.mark.parametrize(
    ("keys", "made"),
    [
        ("Ctrl+B", "**word**"),
        ("Ctrl+I", "*word*"),
        ("Ctrl+Shift+K", "[word]()"),
        ("Ctrl+Shift+8", "- word"),
        ("Ctrl+Shift+7", "1. word"),
        ("Ctrl+Shift+9", "- [ ] word"),
    ],
)
def test_the_keys_of_the_editor_mark_text(window: MainWindow, keys: str, made: str) -> None:
    QApplication.clipboard().setText("")
    write(window, "Mixing", "word")
    editor = panel(window).editor
    editor.selectAll()
    QTest.keySequence(editor, QKeySequence(keys))

    assert editor.toPlainText() == made


def test_the_keys_of_the_editor_are_its_own(window: MainWindow) -> None:
    write(window, "Mixing", "word")
    window.page.setFocus()
    QTest.keySequence(window.page, QKeySequence("Ctrl+B"))

    assert panel(window).text == "word"


def test_marks_count_characters_as_qt_does(window: MainWindow) -> None:
    write(window, "Mixing", "")
    editor = panel(window).editor
    editor.setPlainText("one\n😀 word 😀\ntwo")
    cursor = editor.textCursor()
    cursor.setPosition(4 + 3)
    cursor.setPosition(4 + 7, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.bold()

    assert editor.toPlainText() == "one\n😀 **word** 😀\ntwo"
    assert editor.textCursor().selectedText() == "word"
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert editor.toPlainText() == "one\n😀 word 😀\ntwo"


def test_enter_and_tab_go_on_with_a_list(window: MainWindow) -> None:
    write(window, "Mixing", "- one")
    editor = panel(window).editor
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Key.Key_Tab)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "after")

    assert editor.toPlainText() == "- one\n  - two\nafter"
    assert editor.hasFocus()


def test_tab_is_no_trap(window: MainWindow) -> None:
    write(window, "Mixing", "word")
    editor = panel(window).editor
    assert "Escape" in editor.accessibleDescription()
    QTest.keyClick(editor, Key.Key_Tab, Modifier.ControlModifier)
    assert not editor.hasFocus()

    editor.setFocus()
    QTest.keyClick(editor, Key.Key_Escape)
    assert window.page.hasFocus()


# The preview


def test_the_preview_follows_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["note-split"].trigger()
    write(window, "Mixing", "**Stir** <script>alert(1)</script> `slowly`")
    preview = panel(window).preview

    qtbot.waitUntil(lambda: preview.toPlainText() == "Stir slowly", timeout=5000)
    window.actions_by_name["note-preview"].trigger()
    assert not panel(window).editor.isVisible()
    assert not window.actions_by_name["note-bold"].isEnabled()
    assert preview.toPlainText() == "Stir slowly"


def test_mode_and_height_are_kept(
    window: MainWindow, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window.actions_by_name["note-split"].trigger()
    write(window, "Mixing", "Stir")
    window.pane.parts.setSizes([200, 400])
    height = panel(window).height()
    window.close()

    again = open_window()
    again.session.open_last()
    assert again.actions_by_name["note-split"].isChecked()
    assert panel(again).preview.isVisible()
    qtbot.waitUntil(lambda: abs(panel(again).height() - height) < 5, timeout=5000)


def test_pictures_of_the_course_are_shown_and_no_others(
    window: MainWindow, course_file: Path
) -> None:
    from PySide6.QtGui import QImage  # noqa: PLC0415

    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(course_file.parent / "oven.png"))
    write(window, "Mixing", "![oven](oven.png) ![out](../../etc/passwd)")
    window.actions_by_name["note-preview"].trigger()

    html = panel(window).preview.toHtml()
    assert "course-picture:oven.png" in html
    assert "passwd" not in html


def test_links_of_a_note_lead_into_the_course(window: MainWindow) -> None:
    write(window, "Mixing", "See [the oven](#the-oven).")
    window.actions_by_name["note-preview"].trigger()
    panel(window).preview.link_clicked.emit("#the-oven")

    assert window.reader.item == item(window, "The oven")


def test_footnotes_and_passages_work_within_the_note(window: MainWindow) -> None:
    write(window, "Mixing", "a")
    panel(window).editor.setPlainText("<details>\n<summary>More</summary>\n\nInside\n</details>")
    window.actions_by_name["note-preview"].trigger()
    preview = panel(window).preview
    assert "Inside" not in preview.toPlainText()

    window.noting._follow_link("fold:1")
    assert "Inside" in preview.toPlainText()


def test_a_window_that_needs_no_note_makes_no_panel(window: MainWindow) -> None:
    assert isinstance(window.noting, Noting)
    assert window.noting.panel is None
