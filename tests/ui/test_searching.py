"""All courses are searched from one field, and a result is gone to with its words marked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coursetracker.library.indexing import INDEX
from coursetracker.progress.standings import EventKind
from coursetracker.ui import searching
from coursetracker.ui.marked import qt_places
from coursetracker.ui.search_dialog import HIT_ROLE, SearchDialog
from coursetracker.ui.theme import Scheme
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

CAKE = """\
# Baking cake

## Batter

Eggs, año nuevo, and an oven. The **oven door** has to be shut. Let it rest
for an hour, stir it once more, and fill it into the tin that you have greased before.

## Oven gloves

Two of them.
"""


@pytest.fixture
def two_courses(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Return a window in which a second course is open, as the first one was before."""
    path = tmp_path / "cake.md"
    path.write_text(CAKE, "utf-8")
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(path)
    window.pane.notice.hide()
    return window


def asked(qtbot: QtBot, window: MainWindow, typed: str, action: str = "search") -> SearchDialog:
    """Type into the dialog as soon as all is searched, and return it once that was answered."""
    with qtbot.waitSignal(window.searching.renewed):
        window.actions_by_name[action].trigger()
    dialog = window.searching.dialog
    assert dialog is not None
    with qtbot.waitSignal(dialog.model.modelReset):
        dialog.field.setText(typed)
    return dialog


def titles(dialog: SearchDialog) -> list[str]:
    return [hit.title.text for hit in dialog.model.hits]


def text_of(dialog: SearchDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def read(window: MainWindow) -> str:
    """Return the title of what is read."""
    progress = window.session.progress
    assert progress is not None
    return "" if window.reader.item is None else progress.outline.item(window.reader.item).title


def marked(window: MainWindow) -> list[str]:
    return [mark.cursor.selectedText() for mark in window.page.extraSelections()]


def item(window: MainWindow, title: str) -> int:
    assert window.session.progress is not None
    return next(i.id for i in window.session.progress.outline.items if i.title == title)


def test_all_courses_are_searched(qtbot: QtBot, two_courses: MainWindow) -> None:
    dialog = asked(qtbot, two_courses, "oven")
    assert titles(dialog) == ["Oven gloves", "The oven", "Dough", "Batter"]
    assert text_of(dialog, "search-foot") == "4 results"


def test_enter_goes_to_a_result_and_marks_its_words(qtbot: QtBot, two_courses: MainWindow) -> None:
    window = two_courses
    dialog = asked(qtbot, window, "OVEN eggs")
    assert titles(dialog) == ["Batter"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert read(window) == "Batter"
    assert window.outline.current_id() == item(window, "Batter")
    assert sorted(marked(window)) == ["Eggs", "oven", "oven"]
    field = window.findChild(QLineEdit, "find-field")
    assert field is not None
    assert field.text() == "OVEN eggs"
    window.actions_by_name["find-next"].trigger()
    assert len(marked(window)) == 3


def test_another_course_is_opened_where_something_was_found_in_it(
    qtbot: QtBot, two_courses: MainWindow
) -> None:
    window = two_courses
    dialog = asked(qtbot, window, "fold turn")
    with qtbot.waitSignal(window.session.course_opened):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read(window) == "Kneading")
    qtbot.waitUntil(lambda: marked(window) == ["Fold", "turn"])
    assert window.reader.trail.can_step(-1)


def test_keys_walk_through_the_results(qtbot: QtBot, two_courses: MainWindow) -> None:
    dialog = asked(qtbot, two_courses, "oven")
    assert dialog.list.currentIndex().row() == 0
    for key, row in (
        (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_Down, 3), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1),
    ):  # fmt: skip
        QTest.keyClick(dialog.field, key)
        assert dialog.list.currentIndex().row() == row
    assert dialog.field.accessibleDescription().startswith("The oven. Baking bread  ›  ")
    with qtbot.waitSignal(two_courses.session.course_opened):
        QTest.keyClick(dialog.field, Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: read(two_courses) == "The oven")


def test_a_click_goes_to_a_result(qtbot: QtBot, two_courses: MainWindow) -> None:
    dialog = asked(qtbot, two_courses, "gloves")
    place = dialog.list.visualRect(dialog.model.index(0, 0)).center()
    QTest.mouseClick(
        dialog.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert read(two_courses) == "Oven gloves"


def test_esc_closes_and_what_was_typed_is_there_again(
    qtbot: QtBot, two_courses: MainWindow
) -> None:
    dialog = asked(qtbot, two_courses, "oven")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert read(two_courses) == ""
    with qtbot.waitSignal(two_courses.searching.renewed):
        two_courses.actions_by_name["search"].trigger()
    assert dialog.field.text() == "oven"
    assert dialog.field.selectedText() == "oven"
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)


def test_the_course_itself_is_gone_to_at_its_beginning(
    qtbot: QtBot, two_courses: MainWindow
) -> None:
    two_courses.reader.go_to(item(two_courses, "Batter"))
    dialog = asked(qtbot, two_courses, "baking cake")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert two_courses.reader.item is None


def test_a_note_is_found_and_shown_with_its_words(qtbot: QtBot, two_courses: MainWindow) -> None:
    window = two_courses
    batter = item(window, "Batter")
    window.session.notes.keep_draft(batter, "Ask Ana about **yeast**")
    window.session.notes.settle()
    dialog = asked(qtbot, window, "yea")
    (hit,) = dialog.model.hits
    assert hit.is_note
    assert "in your note" in str(
        dialog.model.data(dialog.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    )
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.reader.item == batter
    assert window.noting.panel is not None
    assert window.noting.panel.isVisible()
    assert window.noting.panel.editor.textCursor().selectedText() == "yea"
    window.noting.close()
    dialog = asked(qtbot, window, "yea")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.noting.panel.isVisible()


def test_a_name_of_the_learners_is_found_at_once(qtbot: QtBot, two_courses: MainWindow) -> None:
    batter = item(two_courses, "Batter")
    asked(qtbot, two_courses, "batter").reject()
    two_courses.session.arrange([batter], EventKind.TITLE, "Masa líquida", "rename")
    assert titles(asked(qtbot, two_courses, "liquida")) == ["Masa líquida"]


def test_what_was_found_may_be_gone(qtbot: QtBot, two_courses: MainWindow) -> None:
    window = two_courses
    dialog = asked(qtbot, window, "gloves")
    window.session.arrange([item(window, "Oven gloves")], EventKind.HIDDEN, True, "hide")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.pane.notice.text() == "This lesson is not in the course any more."


def test_my_courses_are_searched_and_left_for_what_was_found(
    qtbot: QtBot, two_courses: MainWindow
) -> None:
    window = two_courses
    window.shelving.show()
    dialog = asked(qtbot, window, "gloves")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not window.shelving.is_shown
    assert read(window) == "Oven gloves"


# By title


def test_a_lesson_is_gone_to_by_some_letters(qtbot: QtBot, two_courses: MainWindow) -> None:
    window = two_courses
    dialog = asked(qtbot, window, "ovgl", "go-to")
    assert titles(dialog) == ["Oven gloves"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert read(window) == "Oven gloves"
    assert marked(window) == []


def test_lessons_of_this_course_come_first(qtbot: QtBot, two_courses: MainWindow) -> None:
    dialog = asked(qtbot, two_courses, "oven", "go-to")
    assert titles(dialog) == ["Oven gloves", "The oven"]


def test_before_a_letter_is_typed_this_course_is_listed(
    qtbot: QtBot, two_courses: MainWindow
) -> None:
    two_courses.actions_by_name["go-to"].trigger()
    dialog = two_courses.searching.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    assert titles(dialog)[-2:] == ["Batter", "Oven gloves"]


def test_one_dialog_turns_into_the_other(qtbot: QtBot, two_courses: MainWindow) -> None:
    dialog = asked(qtbot, two_courses, "eggs")
    two_courses.actions_by_name["go-to"].trigger()
    assert dialog.windowTitle() == "Go to a lesson"
    assert dialog.field.text() == ""
    two_courses.actions_by_name["search"].trigger()
    assert dialog.windowTitle() == "Search everywhere"
    assert dialog.field.text() == "eggs"
    qtbot.waitUntil(lambda: titles(dialog) == ["Batter"])


# States


def test_it_says_how_to_search_and_that_nothing_was_found(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.searching.renewed):
        window.actions_by_name["search"].trigger()
    dialog = window.searching.dialog
    assert dialog is not None
    assert "“Words in quotes”" in text_of(dialog, "search-hint")
    with qtbot.waitSignal(dialog.model.modelReset):
        dialog.field.setText("zeppelin ")
    assert text_of(dialog, "search-hint") == "Nothing was found for “zeppelin”."
    assert dialog.field.accessibleDescription() == "Nothing was found for “zeppelin”."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.isVisible()


def test_it_says_how_far_reading_is(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window, "zeppelin")
    dialog.show_reading(3, 100)
    assert text_of(dialog, "search-foot") == "Reading your courses: 3 of 100…"
    assert "so far" in text_of(dialog, "search-hint")
    dialog.show_reading(100, 100)
    assert text_of(dialog, "search-foot") == ""


def test_everything_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window, "oven")
    assert dialog.field.accessibleName() == "Search titles, pages and notes of all courses"
    assert dialog.list.accessibleName() == "Results"
    tip = str(dialog.model.data(dialog.model.index(0, 0), Qt.ItemDataRole.ToolTipRole))
    assert "The oven" in tip


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_results_are_drawn(qtbot: QtBot, two_courses: MainWindow, scheme: Scheme) -> None:
    two_courses.use_scheme(scheme)
    two_courses.session.notes.keep_draft(item(two_courses, "Batter"), "zeppelin 😀 " * 40)
    two_courses.session.notes.settle()
    dialog = asked(qtbot, two_courses, "oven")
    heights = [dialog.list.visualRect(dialog.model.index(row, 0)).height() for row in range(4)]
    assert len(set(heights)) > 1
    before = dialog.list.viewport().grab().toImage()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.viewport().grab().toImage() != before
    with qtbot.waitSignal(dialog.model.modelReset):
        dialog.field.setText("zeppelin")
    dialog.resize(200, 300)
    assert not dialog.list.viewport().grab().isNull()
    two_courses.use_scheme(Scheme.SYSTEM)


def test_a_title_without_end_is_drawn(qtbot: QtBot, two_courses: MainWindow) -> None:
    batter = item(two_courses, "Batter")
    two_courses.session.arrange([batter], EventKind.TITLE, "oven " * 5000, "rename")
    dialog = asked(qtbot, two_courses, "oven")
    assert not dialog.list.viewport().grab().isNull()


def test_places_count_as_qt_does() -> None:
    assert list(qt_places("a😀b")) == [0, 1, 3, 4]
    assert list(qt_places("año")) == [0, 1, 2, 3]


# Keeping up


def test_a_course_is_read_to_be_searched_some_time_after_it_was_opened(
    qtbot: QtBot, open_window: OpenWindow, course_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "SOON", 1)
    window = open_window()
    with qtbot.waitSignal(window.searching.renewed):
        window.open_path(course_file)
    assert (window.session.folder / INDEX).exists()


def test_an_index_that_is_damaged_while_it_is_searched_is_made_anew(
    qtbot: QtBot, two_courses: MainWindow
) -> None:
    window = two_courses
    asked(qtbot, window, "oven").reject()
    path = window.session.folder / INDEX
    qtbot.waitUntil(lambda: not window.searching._running)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    window.actions_by_name["search"].trigger()
    dialog = window.searching.dialog
    assert dialog is not None
    dialog.field.setText("gloves")
    qtbot.waitUntil(lambda: titles(dialog) == ["Oven gloves"])


def test_what_cannot_be_searched_is_told(qtbot: QtBot, two_courses: MainWindow) -> None:
    (two_courses.session.folder / INDEX).mkdir()
    two_courses.actions_by_name["search"].trigger()
    dialog = two_courses.searching.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "cannot be opened" in text_of(dialog, "search-hint"))


def test_the_window_can_be_closed_while_it_searches(
    qtbot: QtBot, open_window: OpenWindow, course_file: Path
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course_file)
    window.actions_by_name["search"].trigger()
    assert window.searching.dialog is not None
    window.searching.dialog.field.setText("o")
    window.close()
    assert not window.isVisible()


def test_only_the_newest_question_is_answered(qtbot: QtBot, two_courses: MainWindow) -> None:
    dialog = asked(qtbot, two_courses, "x")
    shown: list[str] = []
    dialog.model.modelReset.connect(lambda: shown.append(dialog.field.text()))
    QTest.keyClicks(dialog.field, "yz gloves")
    dialog.field.setText("gloves")
    qtbot.waitUntil(lambda: titles(dialog) == ["Oven gloves"])
    assert set(shown) == {"gloves"}
    assert dialog.list.currentIndex().data(HIT_ROLE) is dialog.model.hits[0]
