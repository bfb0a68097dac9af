"""My courses: what its rows say, what is done there by keyboard, and how it is taken back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.app import open_first
from coursetracker.course.outline import State
from coursetracker.library.shelf import NextLesson, Shelved
from coursetracker.problems import Problem
from coursetracker.progress.rollup import Tally
from coursetracker.ui.renaming import RenameDialog
from coursetracker.ui.review import ReviewDialog
from coursetracker.ui.session import local_time
from coursetracker.ui.shelf import ShelfPage
from coursetracker.ui.shelf_model import ShelfModel, counted, following, opened
from coursetracker.ui.theme import Scheme, apply_scheme
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow

Child = TypeVar("Child", bound=QObject)
Key = Qt.Key
OTHER = "# Growing tomatoes\n\n## Seeds\nSow.\n\n## Water\nPour.\n"


def found(parent: QObject, kind: type[Child], name: str) -> Child:
    child = parent.findChild(kind, name)
    assert child is not None
    return child


def page(window: MainWindow) -> ShelfPage:
    assert window.shelving.page is not None
    return window.shelving.page


def titles(window: MainWindow) -> list[str]:
    model = page(window).list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(window: MainWindow, title: str) -> None:
    view = page(window).list
    view.setCurrentIndex(view.model().index(titles(window).index(title), 0))


def spoken(window: MainWindow) -> str:
    """Return what is said of the current row."""
    return str(page(window).list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def press(window: MainWindow, name: str) -> None:
    found(page(window), QPushButton, f"shelf-{name}").click()


def key(window: MainWindow, pressed: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget(), pressed, modifier)


def told(window: MainWindow) -> str:
    return window.pane.notice.text() if window.pane.notice.isVisible() else ""


def enabled(window: MainWindow, name: str) -> bool:
    return window.actions_by_name[name].isEnabled()


@pytest.fixture
def shelf(qtbot: QtBot, window: MainWindow, other_file: Path) -> MainWindow:
    """Return a window in which My courses are shown: tomatoes, which are open, and bread."""
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other_file)
    window.actions_by_name["courses"].trigger()
    assert titles(window) == ["Growing tomatoes", "Baking bread"]
    return window


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    path = tmp_path / "tomatoes.md"
    path.write_text(OTHER, "utf-8")
    return path


Answer = Callable[[Path | None], list[Path]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Return a function that lets the file dialog choose a file; it returns where it began."""

    def choose_file(path: Path | None) -> list[Path]:
        asked: list[Path] = []

        def dialog(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
            asked.append(Path(folder))
            return ("" if path is None else str(path)), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
        return asked

    return choose_file


def in_dialog(act: Callable[[RenameDialog], None]) -> None:
    """Do something in the dialog that is about to open."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RenameDialog)
        act(dialog)

    QTimer.singleShot(0, later)


# What a row says

NOW = datetime(2026, 11, 23, 9, 0).astimezone()
ENTRY = Shelved(
    1, "Bread", "Bread", Path("/bread.md"), NOW, False, Tally(12, 65), NextLesson(7, "Knead")
)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "opened today"),
        (0, "opened today"),
        (1, "opened yesterday"),
        (20, "opened on 3 Nov 2026"),
    ],
)
def test_a_row_says_when_the_course_was_opened(days: int, words: str) -> None:
    assert opened(NOW - timedelta(days=days), NOW.date()) == words


def test_a_row_says_how_far_the_course_is_and_what_comes_next() -> None:
    assert counted(ENTRY) == "12 of 65 · 18.5\N{NO-BREAK SPACE}%"
    assert following(ENTRY) == "Next: Knead"
    done = Shelved(1, "", "", Path(), NOW, False, Tally(2, 2))
    assert following(done) == "All done"
    empty = Shelved(1, "", "", Path(), NOW, False)
    assert (counted(empty), following(empty)) == ("", "Nothing to tick off")


def test_a_row_is_spoken_and_tells_what_the_author_calls_it(qtbot: QtBot) -> None:
    model = ShelfModel()
    mine = Shelved(1, "My <b>", "Bread", Path("/b.md"), NOW, True, Tally(1, 2))
    model.replace([mine], NOW.date())
    assert model.rowCount() == 0
    model.narrow("", archived=True)
    model.show_missing(frozenset({1}))
    index = model.index(0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "My <b>, 1 of 2 done, 50\N{NO-BREAK SPACE}%, All done, opened today, file missing, archived"
    )
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "My &lt;b>" in tip
    assert "The author calls it “Bread”." in tip
    assert model.data(QModelIndex()) is None
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None


def test_titles_are_found_by_words_in_any_order(qtbot: QtBot) -> None:
    model = ShelfModel()
    entry = Shelved(1, "Baking bread", "", Path(), NOW, False)
    model.replace([entry], date(2026, 11, 23))
    for typed, rows in (("BREAD bak", 1), (" ", 1), ("bread tomato", 0)):
        model.narrow(typed, archived=False)
        assert model.rowCount() == rows


# Showing and leaving


def test_the_page_is_made_when_it_is_asked_for_first(window: MainWindow) -> None:
    assert window.shelving.page is None
    assert not window.shelving.is_shown


def test_all_courses_are_shown_and_left_by_keyboard(shelf: MainWindow) -> None:
    window = shelf
    view = page(window).list
    assert view.hasFocus()
    assert not window.pane.isVisible()
    assert window.windowTitle() == "My courses – CourseTracker"
    assert spoken(window).startswith("Growing tomatoes, 0 of 2 done")
    assert "Next: Seeds" in spoken(window)

    key(window, Key.Key_Down)
    assert spoken(window).startswith("Baking bread")

    key(window, Key.Key_Escape)
    assert not window.shelving.is_shown
    assert window.pane.isVisible()
    assert window.windowTitle() == "Growing tomatoes – CourseTracker"


def test_only_what_is_shown_can_be_acted_on(shelf: MainWindow) -> None:
    window, names = shelf, ("export-pdf", "outline", "page", "checklist")
    assert not any(enabled(window, name) for name in names)
    QTest.keyClick(window, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session.progress is not None
    assert window.session.progress.tally(None).done == 0

    found(page(window), QToolButton, "shelf-back").click()
    assert all(enabled(window, name) for name in names)


def test_enter_opens_a_course_where_the_learner_was(shelf: MainWindow) -> None:
    choose(shelf, "Baking bread")
    key(shelf, Key.Key_Return)

    assert not shelf.shelving.is_shown
    assert shelf.session.course is not None
    assert shelf.session.course.title == "Baking bread"
    assert shelf.reader.item is None
    assert shelf.outline.hasFocus()


def test_continue_opens_a_course_at_its_next_lesson(qtbot: QtBot, shelf: MainWindow) -> None:
    choose(shelf, "Baking bread")
    key(shelf, Key.Key_Return, shift=True)

    assert shelf.session.course is not None
    assert shelf.session.course.title == "Baking bread"
    assert shelf.reader.item is not None
    assert shelf.session.course.outline.item(shelf.reader.item).title == "Mixing"
    qtbot.waitUntil(lambda: "Stir." in shelf.pane.page.toPlainText())
    shelf.reader.back()
    assert shelf.reader.item is None


def test_a_course_that_is_done_cannot_be_continued(window: MainWindow) -> None:
    assert window.session.progress is not None
    for leaf in window.session.progress.outline.leaves():
        window.session.mark(leaf.id, State.DONE)
    window.actions_by_name["courses"].trigger()

    assert not found(page(window), QPushButton, "shelf-continue").isEnabled()
    key(window, Key.Key_Return, shift=True)
    assert window.shelving.is_shown
    press(window, "open")
    assert not window.shelving.is_shown


def test_a_double_click_opens_a_course(shelf: MainWindow) -> None:
    view = page(shelf).list
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shelf.shelving.is_shown
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shelf.session.course is not None
    assert shelf.session.course.title == "Baking bread"


def test_titles_are_filtered_by_keyboard(shelf: MainWindow) -> None:
    field = found(page(shelf), QLineEdit, "shelf-filter")
    field.setFocus()
    QTest.keyClicks(field, "bread")
    assert titles(shelf) == ["Baking bread"]
    key(shelf, Key.Key_Down)
    assert page(shelf).list.hasFocus()

    key(shelf, Key.Key_Escape)
    assert (field.text(), len(titles(shelf))) == ("", 2)

    field.setFocus()
    QTest.keyClicks(field, "no such")
    assert "No course has “no such”" in found(page(shelf), QLabel, "shelf-sentence").text()
    assert not found(page(shelf), QPushButton, "shelf-open-file").isVisible()
    field.setText("bread")
    key(shelf, Key.Key_Return)
    assert not shelf.shelving.is_shown


def test_the_row_of_the_open_course_is_the_current_one(shelf: MainWindow) -> None:
    choose(shelf, "Baking bread")
    key(shelf, Key.Key_Return)
    shelf.actions_by_name["courses"].trigger()

    assert titles(shelf) == ["Baking bread", "Growing tomatoes"]
    assert spoken(shelf).startswith("Baking bread")


def test_what_is_told_is_told_on_the_page_that_is_shown(shelf: MainWindow) -> None:
    shelf.show_problem(Problem("Something is wrong."))
    assert told(shelf) == "Something is wrong."
    assert page(shelf).isAncestorOf(shelf.pane.notice)

    key(shelf, Key.Key_Escape)
    assert told(shelf) == "Something is wrong."
    assert shelf.pane.isAncestorOf(shelf.pane.notice)


def test_a_missing_file_is_marked(qtbot: QtBot, window: MainWindow, course_file: Path) -> None:
    course_file.unlink()
    window.actions_by_name["courses"].trigger()
    qtbot.waitUntil(lambda: "file missing" in spoken(window))


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_rows_are_drawn_chosen_or_not(shelf: MainWindow, scheme: Scheme, tmp_path: Path) -> None:
    (tmp_path / "tomatoes.md").unlink()
    choose(shelf, "Baking bread")
    press(shelf, "archive")
    found(page(shelf), QCheckBox, "shelf-archived").click()
    shelf.actions_by_name["courses"].trigger()
    shelf.shelving.stop()
    apply_scheme(scheme)
    for title in titles(shelf):
        choose(shelf, title)
        assert not page(shelf).grab().isNull()
    apply_scheme(Scheme.SYSTEM)


def test_everything_has_a_name_for_a_screen_reader(shelf: MainWindow) -> None:
    for kind in (QPushButton, QToolButton, QLineEdit, QCheckBox):
        for widget in page(shelf).findChildren(kind):
            if widget.objectName():  # Qt's own have none
                name = widget.accessibleName() or str(widget.property("text"))
                assert len(name) > 1, widget.objectName()
    assert page(shelf).list.accessibleName()


def test_a_library_that_cannot_be_read_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Problem("no")

    monkeypatch.setattr("coursetracker.library.shelf.shelf", refuse)
    window.actions_by_name["courses"].trigger()

    assert not window.shelving.is_shown
    assert told(window) == "no"


# Renaming


def test_a_course_is_called_what_the_learner_calls_it(shelf: MainWindow) -> None:
    def name(dialog: RenameDialog) -> None:
        field = found(dialog, QLineEdit, "rename-title")
        assert field.selectedText() == "Growing tomatoes"
        QTest.keyClicks(field, "My  garden ")
        QTest.keyClick(field, Key.Key_Return)

    in_dialog(name)
    key(shelf, Key.Key_F2)
    assert titles(shelf) == ["My garden", "Baking bread"]
    assert shelf.session.course is not None
    assert shelf.session.course.title == "My garden"

    assert shelf.actions_by_name["undo"].text() == "&Undo: rename “Growing tomatoes”"
    shelf.actions_by_name["undo"].trigger()
    assert titles(shelf) == ["Growing tomatoes", "Baking bread"]
    shelf.actions_by_name["redo"].trigger()
    key(shelf, Key.Key_Escape)
    assert shelf.windowTitle() == "My garden – CourseTracker"


def test_the_authors_name_is_a_button_away(shelf: MainWindow) -> None:
    def name(dialog: RenameDialog) -> None:
        found(dialog, QLineEdit, "rename-title").setText("Mine")
        dialog.accept()

    in_dialog(name)
    press(shelf, "rename")
    assert titles(shelf)[0] == "Mine"

    in_dialog(lambda dialog: found(dialog, QPushButton, "rename-author").click())
    press(shelf, "rename")
    assert titles(shelf)[0] == "Growing tomatoes"


@pytest.mark.parametrize("typed", ["", "Growing tomatoes"])
def test_no_name_of_ones_own_is_nothing_to_undo(shelf: MainWindow, typed: str) -> None:
    def name(dialog: RenameDialog) -> None:
        found(dialog, QLineEdit, "rename-title").setText(typed)
        dialog.accept()

    in_dialog(name)
    press(shelf, "rename")
    in_dialog(RenameDialog.reject)
    press(shelf, "rename")

    assert titles(shelf)[0] == "Growing tomatoes"
    assert not enabled(shelf, "undo")


# Archiving


def test_an_archived_course_is_out_of_the_way(shelf: MainWindow) -> None:
    choose(shelf, "Baking bread")
    press(shelf, "archive")

    assert told(shelf) == "“Baking bread” is archived."
    assert titles(shelf) == ["Growing tomatoes"]
    menu = QMenu()
    shelf.opening.fill_recent(menu)
    assert [action.text() for action in menu.actions()] == ["&1  Growing tomatoes"]

    box = found(page(shelf), QCheckBox, "shelf-archived")
    box.setFocus()
    key(shelf, Key.Key_Space)
    assert titles(shelf) == ["Growing tomatoes", "Baking bread"]
    choose(shelf, "Baking bread")
    assert spoken(shelf).endswith("archived")
    assert found(page(shelf), QPushButton, "shelf-archive").text() == "Un&archive"
    press(shelf, "archive")
    assert told(shelf) == ""
    assert not box.isVisible()
    assert titles(shelf) == ["Growing tomatoes", "Baking bread"]


def test_where_all_are_archived_the_page_says_so(shelf: MainWindow) -> None:
    press(shelf, "archive")
    press(shelf, "archive")

    assert titles(shelf) == []
    assert "All your courses are archived" in found(page(shelf), QLabel, "shelf-sentence").text()
    assert not found(page(shelf), QPushButton, "shelf-sample").isVisible()
    assert not found(page(shelf), QPushButton, "shelf-remove").isVisible()


# Removing


def test_a_removed_course_comes_back_by_undo_in_the_bar(shelf: MainWindow) -> None:
    choose(shelf, "Baking bread")
    key(shelf, Key.Key_Delete)
    assert titles(shelf) == ["Growing tomatoes"]
    assert told(shelf) == "“Baking bread” was removed. For 30 days, Undo brings it back."
    assert spoken(shelf).startswith("Growing tomatoes")

    buttons = shelf.pane.notice.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Undo").click()

    assert told(shelf) == ""
    assert titles(shelf) == ["Growing tomatoes", "Baking bread"]
    assert spoken(shelf).startswith("Baking bread")


def test_courses_are_removed_and_brought_back_one_after_the_other(shelf: MainWindow) -> None:
    for _ in range(2):
        key(shelf, Key.Key_Delete)
    assert titles(shelf) == []

    for rows in (1, 2):
        shelf.actions_by_name["undo"].trigger()
        assert len(titles(shelf)) == rows
    assert not enabled(shelf, "undo")
    for rows in (1, 0):
        shelf.actions_by_name["redo"].trigger()
        assert len(titles(shelf)) == rows


def test_removing_the_open_course_closes_it(
    qtbot: QtBot, shelf: MainWindow, other_file: Path
) -> None:
    choose(shelf, "Growing tomatoes")
    with qtbot.waitSignal(shelf.session.course_closed):
        key(shelf, Key.Key_Delete)

    assert not shelf.updating.is_watching
    assert found(page(shelf), QToolButton, "shelf-back").isHidden()
    key(shelf, Key.Key_Escape)
    assert shelf.shelving.is_shown

    shelf.actions_by_name["undo"].trigger()
    assert titles(shelf) == ["Growing tomatoes", "Baking bread"]
    choose(shelf, "Growing tomatoes")
    key(shelf, Key.Key_Return)
    course = shelf.session.course
    assert course is not None
    assert course.source == other_file


def test_undo_is_about_what_is_shown(shelf: MainWindow) -> None:
    key(shelf, Key.Key_Down)
    key(shelf, Key.Key_Delete)
    key(shelf, Key.Key_Escape)
    assert not enabled(shelf, "undo")
    assert shelf.session.course is not None
    shelf.toggle(shelf.session.course.outline.items[0].id)
    assert "mark" in shelf.actions_by_name["undo"].text()

    shelf.actions_by_name["courses"].trigger()
    assert shelf.actions_by_name["undo"].text() == "&Undo: remove “Baking bread”"
    shelf.actions_by_name["undo"].trigger()
    assert len(titles(shelf)) == 2


def test_a_course_comes_back_after_a_restart(shelf: MainWindow, open_window: OpenWindow) -> None:
    choose(shelf, "Baking bread")
    key(shelf, Key.Key_Delete)
    shelf.close()

    again = open_window()
    open_first(again, None)
    again.actions_by_name["courses"].trigger()
    assert titles(again) == ["Growing tomatoes"]
    again.actions_by_name["undo"].trigger()
    assert titles(again) == ["Growing tomatoes", "Baking bread"]


def test_a_course_is_gone_for_good_after_a_month(
    shelf: MainWindow, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    key(shelf, Key.Key_Delete)
    again = open_window()
    monkeypatch.setattr(again.session, "_clock", lambda: local_time() + timedelta(days=31))
    again.session.shelf.forget_removed()
    again.actions_by_name["courses"].trigger()
    assert not enabled(again, "undo")

    shelf.actions_by_name["undo"].trigger()
    assert "not in the library any more" in told(shelf)


def test_a_course_whose_file_was_opened_again_comes_back_without_it(
    qtbot: QtBot, shelf: MainWindow, course_file: Path
) -> None:
    choose(shelf, "Baking bread")
    key(shelf, Key.Key_Delete)
    with qtbot.waitSignal(shelf.session.course_opened):
        shelf.open_path(course_file)
    shelf.actions_by_name["courses"].trigger()
    shelf.actions_by_name["undo"].trigger()

    assert titles(shelf).count("Baking bread") == 2
    assert "another course has its file by now" in told(shelf)
    qtbot.waitUntil(lambda: "file missing" in spoken(shelf))


# Locating


def test_a_file_that_moved_is_found_again(
    qtbot: QtBot, shelf: MainWindow, course_file: Path, answer: Answer
) -> None:
    moved = course_file.rename(course_file.with_name("moved.md"))
    shelf.actions_by_name["courses"].trigger()
    choose(shelf, "Baking bread")
    qtbot.waitUntil(lambda: "file missing" in spoken(shelf))
    asked = answer(moved)

    press(shelf, "locate")
    qtbot.waitUntil(lambda: told(shelf) == f"The file of “Baking bread” is {moved} now.")

    assert asked == [course_file.parent]
    assert spoken(shelf).startswith("Baking bread")
    qtbot.waitUntil(lambda: "file missing" not in spoken(shelf))
    shelf.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: "file missing" in spoken(shelf))
    shelf.actions_by_name["redo"].trigger()
    key(shelf, Key.Key_Return)
    assert shelf.session.course is not None
    assert shelf.session.course.source == moved


def test_the_open_course_goes_on_with_the_file_that_was_located(
    qtbot: QtBot, shelf: MainWindow, other_file: Path, answer: Answer
) -> None:
    moved = other_file.rename(other_file.with_name("moved.md"))
    answer(moved)
    press(shelf, "locate")
    qtbot.waitUntil(lambda: "is" in told(shelf))

    assert shelf.session.course is not None
    assert shelf.session.course.source == moved
    qtbot.waitUntil(lambda: shelf.updating.is_watching)


def test_another_text_is_an_update_of_the_course(
    qtbot: QtBot, shelf: MainWindow, tmp_path: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "newer.md"
    newer.write_text(COURSE.replace("## Kneading", "## Kneading well"), "utf-8")
    answer(newer)
    monkeypatch.setattr(ReviewDialog, "exec", lambda _: 1)
    choose(shelf, "Baking bread")

    with qtbot.waitSignal(shelf.session.updated):
        press(shelf, "locate")

    assert not shelf.shelving.is_shown
    course = shelf.session.course
    assert course is not None
    assert (course.title, course.source) == ("Baking bread", newer)
    assert "Kneading well" in [item.title for item in course.outline.items]


def test_the_file_of_another_course_is_left_to_it(
    shelf: MainWindow, course_file: Path, answer: Answer
) -> None:
    answer(course_file)
    press(shelf, "locate")
    assert "belongs to the course “Baking bread” already" in told(shelf)
    assert not enabled(shelf, "undo")


def test_its_own_file_and_none_change_nothing(
    qtbot: QtBot, shelf: MainWindow, other_file: Path, answer: Answer
) -> None:
    answer(None)
    press(shelf, "locate")
    assert told(shelf) == ""
    answer(other_file)
    press(shelf, "locate")
    qtbot.waitUntil(lambda: told(shelf) == "“Growing tomatoes” has this file already.")
    assert not enabled(shelf, "undo")


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, shelf: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    answer(tmp_path / "gone.md")
    press(shelf, "locate")
    qtbot.waitUntil(lambda: "gone.md" in told(shelf))


def test_a_course_that_another_window_removed_is_told(
    qtbot: QtBot, shelf: MainWindow, open_window: OpenWindow, tmp_path: Path, answer: Answer
) -> None:
    other = open_window()
    other.actions_by_name["courses"].trigger()
    for _ in range(2):
        other.shelving._remove(other.session.shelf.courses()[0])

    for name in ("open", "continue", "archive", "remove"):
        press(shelf, name)
        assert "not in the library any more" in told(shelf), name


# Adding, and where there is nothing


def test_a_course_is_added_from_the_page(
    qtbot: QtBot, shelf: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "new.md"
    path.write_text("# Knitting\n\n## Purl\n", "utf-8")
    answer(path)
    with qtbot.waitSignal(shelf.session.course_opened):
        press(shelf, "add")
    assert not shelf.shelving.is_shown
    shelf.actions_by_name["courses"].trigger()
    assert titles(shelf)[0] == "Knitting"


def test_a_newer_copy_is_offered_as_an_update_on_the_page(
    qtbot: QtBot, shelf: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_text(COURSE + "\n## More\n", "utf-8")
    answer(copy)
    press(shelf, "add")
    qtbot.waitUntil(lambda: "looks like a new version of “Baking bread”" in told(shelf))
    assert shelf.shelving.is_shown


def test_an_empty_shelf_offers_the_sample_course(shelf: MainWindow) -> None:
    for _ in range(2):
        key(shelf, Key.Key_Delete)

    assert "There are no courses here yet" in found(page(shelf), QLabel, "shelf-sentence").text()
    assert shelf.focusWidget() is found(page(shelf), QPushButton, "shelf-open-file")
    press(shelf, "sample")
    assert not shelf.shelving.is_shown
    assert shelf.session.course is not None


def test_the_page_is_shown_at_start_where_no_course_can_be_opened(
    shelf: MainWindow, open_window: OpenWindow
) -> None:
    for _ in range(2):
        key(shelf, Key.Key_Delete)

    again = open_window()
    open_first(again, None)

    assert again.shelving.is_shown
    assert titles(again) == []
    key(again, Key.Key_Escape)
    assert again.shelving.is_shown


def test_a_start_that_fails_says_why_on_the_page(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Problem("no")

    again = open_window()
    monkeypatch.setattr("coursetracker.library.courses.load_course", refuse)
    open_first(again, None)

    assert again.shelving.is_shown
    qtbot.waitUntil(lambda: told(again) == "no")
    assert titles(again) == ["Baking bread"]


# The menu of a row


def test_the_menu_of_a_row_offers_what_the_buttons_do(shelf: MainWindow) -> None:
    actions = page(shelf).menu().actions()
    offered = [action.text().replace("&", "") for action in actions]
    assert offered == ["Continue", "Open", "Rename…", "Locate the file…", "Archive", "Remove"]

    actions[-1].trigger()
    assert titles(shelf) == ["Baking bread"]
