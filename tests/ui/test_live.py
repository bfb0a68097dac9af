"""What on the page can be used: boxes, code, pictures, links; by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.ui.boxes import box_in, scrolled
from coursetracker.ui.live import LivePage
from coursetracker.ui.parts import Marker, Use, parts, rectangle
from coursetracker.ui.pictures import PictureView
from coursetracker.ui.window import MainWindow

COURSE = """\
# A course

# Tasks

- [ ] one
- [x] two [there](#other)
  - [ ] below

```python
x = 1

\ty = 2
```

Text with *emphasis*.

![A wide one](wide.png "Wide")

![small](small.png)

<p><img src="wide.png" width="500" height="100"></p>

{filler}

- [ ] last

# Other

Nothing to use.
""".format(filler="Filler.\n\n" * 60)


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    for name, width in (("wide", 1500), ("small", 60)):
        image = QImage(width, width // 5, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        assert image.save(str(tmp_path / f"{name}.png"))
    path = tmp_path / "tasks.md"
    path.write_text(COURSE, "utf-8")
    return path


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> LivePage:
    qtbot.waitUntil(lambda: bool(window.page.toPlainText()))
    window.activateWindow()
    go_to(window, "Tasks")
    return window.page


def item_id(window: MainWindow, title: str) -> int:
    progress = window.session.progress
    assert progress is not None
    return next(i.id for i in progress.outline.items if i.title == title)


def go_to(window: MainWindow, title: str) -> None:
    window.reader.go_to(item_id(window, title))


def boxes(page: LivePage) -> dict[str, bool]:
    return {
        block.text(): block.blockFormat().marker() is Marker.Checked
        for block in page.tasks().values()
    }


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(item_id(window, title))


def box_of(page: LivePage, text: str) -> QPoint:
    """Return the place of a task's box in the viewport."""
    block = next(block for block in page.tasks().values() if block.text() == text)
    return box_in(page, block).center().toPoint()


def click(page: LivePage, place: QPoint) -> None:
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)


def tab(page: LivePage, times: int = 1) -> None:
    page.setFocus()
    for _ in range(times):
        QTest.keyClick(page, Qt.Key.Key_Tab)


def test_a_click_on_a_box_ticks_its_lesson_and_undo_unticks_it(
    window: MainWindow, page: LivePage
) -> None:
    assert boxes(page)["one"] is False
    click(page, box_of(page, "one"))
    assert state(window, "one") is State.DONE
    assert boxes(page)["one"] is True
    window.actions_by_name["undo"].trigger()
    assert boxes(page)["one"] is False


def test_a_click_beside_the_box_ticks_nothing(window: MainWindow, page: LivePage) -> None:
    click(page, box_of(page, "one") + QPoint(40, 0))
    assert state(window, "one") is State.NOT_STARTED


def test_the_page_shows_the_learner_s_ticks_not_the_author_s(
    window: MainWindow, page: LivePage
) -> None:
    window.session.mark(item_id(window, "below"), State.NOT_STARTED)
    window.session.mark(item_id(window, "last"), State.DONE)
    go_to(window, "Other")
    go_to(window, "Tasks")
    assert boxes(page)["last"] is True
    assert boxes(page)["two there"] is False


def test_a_tick_leaves_the_page_where_it_is(
    qtbot: QtBot, window: MainWindow, page: LivePage
) -> None:
    bar = page.verticalScrollBar()
    page.grab()
    bar.setValue(bar.maximum() - 30)
    before = bar.value()
    window.toggle(item_id(window, "one"))
    click(page, box_of(page, "last"))
    qtbot.wait(20)
    assert state(window, "last") is State.DONE
    assert bar.value() == before


def test_tab_goes_from_part_to_part_and_enter_uses_them(
    qtbot: QtBot, window: MainWindow, page: LivePage
) -> None:
    tab(page)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert state(window, "one") is State.DONE
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert state(window, "one") is State.NOT_STARTED
    tab(page, 2)
    assert page.textCursor().selectedText() == "there"
    with qtbot.waitSignal(page.link_clicked) as clicked:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert clicked.args == ["#other"]


def test_tab_leaves_the_page_after_its_last_part(window: MainWindow, page: LivePage) -> None:
    go_to(window, "Other")
    tab(page)
    assert window.focusWidget() is not page


def test_shift_and_tab_goes_back(window: MainWindow, page: LivePage) -> None:
    tab(page, 3)
    QTest.keyClick(page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.touch is not None
    assert page.touch.here is not None
    assert page.touch.here.use is Use.TASK
    page.grab()


def copy_button(page: LivePage) -> QToolButton:
    button = page.findChild(QToolButton, "copy-code")
    assert button is not None
    return button


def test_code_below_the_mouse_can_be_copied(window: MainWindow, page: LivePage) -> None:
    code = next(part for part in parts(page.document()) if part.use is Use.CODE)
    place = (rectangle(page.document(), code).center() - scrolled(page)).toPoint()
    QTest.mouseMove(page.viewport(), place)
    QApplication.processEvents()
    button = copy_button(page)
    assert button.isVisible()
    assert button.accessibleName() == "Copy this code"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x = 1\n\n\ty = 2"
    assert button.text() == "Copied ✓"
    QTest.mouseMove(page.viewport(), QPoint(5, 5))
    QApplication.processEvents()
    assert not button.isVisible()


def test_code_is_copied_by_the_keyboard(window: MainWindow, page: LivePage) -> None:
    QGuiApplication.clipboard().setText("")
    tab(page, 5)
    assert copy_button(page).isVisible()
    page.grab()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "x = 1\n\n\ty = 2"


def widths_of(page: LivePage) -> list[float]:
    """Return how wide the pictures are shown."""
    widths = []
    for part in parts(page.document()):
        if part.use is Use.PICTURE:
            line = page.document().findBlock(part.start).layout().lineAt(0)
            widths.append(line.naturalTextWidth())
    return widths


def test_pictures_fit_the_column_and_again_when_it_changes(
    qtbot: QtBot, window: MainWindow, page: LivePage
) -> None:
    wide, small, sized = widths_of(page)
    assert wide == pytest.approx(page.column, abs=2)
    assert small == pytest.approx(60, abs=1)
    assert sized == pytest.approx(min(500, page.column), abs=1)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: widths_of(page)[0] < wide)
    assert widths_of(page)[0] == pytest.approx(page.column, abs=2)
    assert page.horizontalScrollBar().maximum() == 0


def test_pictures_grow_with_the_text_but_not_beyond_the_column(
    window: MainWindow, page: LivePage
) -> None:
    for _ in range(5):
        window.actions_by_name["zoom-in"].trigger()
    wide, small, sized = widths_of(page)
    assert small == pytest.approx(120, abs=2)
    assert max(wide, sized) <= page.column + 1


def test_enter_opens_a_picture_whole_and_esc_closes_it(
    qtbot: QtBot, window: MainWindow, page: LivePage
) -> None:
    tab(page, 6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    dialog = window.findChild(QDialog, "picture-window")
    assert dialog is not None
    view = dialog.findChild(PictureView)
    assert view is not None
    assert view.sceneRect().width() == 1500
    qtbot.waitUntil(lambda: view.shown_scale() < 1)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.shown_scale() == 1
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.shown_scale() == 1.25
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "picture-window") is None)


def test_a_click_opens_a_picture(window: MainWindow, page: LivePage) -> None:
    part = next(part for part in parts(page.document()) if part.use is Use.PICTURE)
    cursor = QTextCursor(page.document())
    cursor.setPosition(part.start)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    click(page, page.cursorRect(cursor).center() + QPoint(20, 0))
    dialog = window.findChild(QDialog, "picture-window")
    assert dialog is not None
    assert dialog.windowTitle() == "wide.png"
    dialog.reject()


def test_a_picture_tells_what_it_shows(page: LivePage) -> None:
    tips = []
    for part in parts(page.document()):
        if part.use is Use.PICTURE:
            cursor = QTextCursor(page.document())
            cursor.setPosition(part.end)
            tips.append(cursor.charFormat().toolTip())
    assert tips == ["<qt>Wide</qt>", "<qt>small</qt>", ""]


@pytest.mark.parametrize(
    ("first", "last", "source"),
    [
        ("emphasis", "emphasis", "Text with *emphasis*."),
        ("one", "there", "- [ ] one\n- [x] two [there](#other)"),
        ("x = 1", "y = 2", "```python\nx = 1\n\n\ty = 2\n```"),
        ("last", "last", "- [ ] last"),
    ],
)
def test_what_is_selected_is_copied_as_it_is_written(
    window: MainWindow, page: LivePage, first: str, last: str, source: str
) -> None:
    start, end = page.document().find(first), page.document().find(last)
    start.setPosition(start.selectionStart())
    start.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(start)
    window.actions_by_name["copy-markdown"].trigger()
    assert QGuiApplication.clipboard().text() == source


def test_the_menu_of_the_page_offers_both_ways_to_copy(
    qtbot: QtBot, window: MainWindow, page: LivePage
) -> None:
    page.setTextCursor(page.document().find("emphasis"))
    menu = page.menu_at(page.cursorRect().center())
    action = next(a for a in menu.actions() if a.text() == "Copy as Markdown")
    action.trigger()
    assert QGuiApplication.clipboard().text() == "Text with *emphasis*."
    menu.deleteLater()
