"""What can be done with the page besides reading: zoom, find, and tables that scroll."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontInfo, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from coursetracker.ui.finding import folded, hits
from coursetracker.ui.page import PageView
from coursetracker.ui.window import MainWindow

OpenWindow = Callable[[], MainWindow]

COURSE = """\
# A course

# Words

Un examen, el Exámen, EXAMENES. Año nuevo.

| a | b | c | d |
|---|---|---|---|
| {word} | {word} | {word} | {word} |

```
{line}
```

# Other

Another examen.
""".format(word="Donaudampfschiffahrtsgesellschaftskapitän", line="word " * 60)


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    path = tmp_path / "words.md"
    path.write_text(COURSE, "utf-8")
    return path


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PageView:
    qtbot.waitUntil(lambda: bool(window.pane.page.toPlainText()))
    go_to(window, "Words")
    return window.pane.page


def go_to(window: MainWindow, title: str) -> None:
    progress = window.session.progress
    assert progress is not None
    window.reader.go_to(next(i.id for i in progress.outline.items if i.title == title))


def text_size(page: PageView) -> int:
    cursor = page.document().find("nuevo")
    return QFontInfo(cursor.charFormat().font()).pixelSize()


def wheel(page: PageView, turned: int) -> None:
    place = QPointF(page.viewport().rect().center())
    event = QWheelEvent(
        place, page.mapToGlobal(place), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.viewport(), event)


def zoom_shown(window: MainWindow) -> str:
    button = window.findChild(QToolButton, "zoom")
    return button.text() if button is not None and button.isVisible() else ""


def test_zoom_makes_the_text_larger_and_back(window: MainWindow, page: PageView) -> None:
    usual = text_size(page)
    assert zoom_shown(window) == ""
    for _ in range(4):
        window.actions_by_name["zoom-in"].trigger()
    assert text_size(page) == pytest.approx(1.75 * usual, abs=1)
    assert zoom_shown(window) == "175\N{NO-BREAK SPACE}%"
    window.actions_by_name["zoom-reset"].trigger()
    assert text_size(page) == usual
    assert zoom_shown(window) == ""


def test_zoom_ends_at_its_limits(window: MainWindow, page: PageView) -> None:
    for _ in range(20):
        window.actions_by_name["zoom-in"].trigger()
    assert page.zoom == 3
    for _ in range(30):
        window.actions_by_name["zoom-out"].trigger()
    assert page.zoom == 0.5


def test_the_wheel_with_ctrl_zooms_by_whole_steps(window: MainWindow, page: PageView) -> None:
    wheel(page, 60)
    assert page.zoom == 1
    wheel(page, 60)
    assert page.zoom == 1.1
    wheel(page, -240)
    assert page.zoom == 0.9


def test_the_zoom_is_kept_over_a_restart(
    window: MainWindow, page: PageView, open_window: OpenWindow
) -> None:
    window.actions_by_name["zoom-in"].trigger()
    window.close()
    again = open_window()
    assert again.pane.page.zoom == 1.1
    assert zoom_shown(again) == "110\N{NO-BREAK SPACE}%"


def test_wide_tables_and_code_scroll_and_break_no_word(window: MainWindow, page: PageView) -> None:
    assert page.horizontalScrollBar().maximum() > 0
    block = page.document().begin()
    while block.isValid():
        if block.text().startswith(("Donau", "word")):
            assert block.layout().lineCount() == 1
        block = block.next()
    go_to(window, "Other")
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Exámen", "examen"),
        ("A\N{COMBINING ACUTE ACCENT}", "a"),
        ("Ñandú", "ñandu"),
        ("n\N{COMBINING TILDE}", "ñ"),
        ("Straße", "strasse"),
        ("a\N{NO-BREAK SPACE}b", "a b"),
    ],
)
def test_case_and_accents_are_folded_and_an_enye_stays_one(text: str, plain: str) -> None:
    assert folded(text)[0] == plain


def test_hits_stand_where_qt_counts_them(qtbot: QtBot) -> None:
    document = QTextDocument("😀 Straße, STRASSE")
    assert hits(document, "strasse") == [(3, 9), (11, 18)]
    assert hits(document, "an") == []


def find(window: MainWindow, wanted: str) -> QLineEdit:
    window.actions_by_name["find"].trigger()
    field = window.findChild(QLineEdit, "find-field")
    assert field is not None
    field.setText(wanted)
    return field


def count_shown(window: MainWindow) -> str:
    label = window.findChild(QLabel, "find-count")
    assert label is not None
    return label.text()


def marked(page: PageView) -> list[str]:
    return [mark.cursor.selectedText() for mark in page.extraSelections()]


def test_all_hits_are_marked_and_enter_goes_round_them(window: MainWindow, page: PageView) -> None:
    field = find(window, "exámen")
    assert marked(page) == ["examen", "Exámen", "EXAMEN"]
    assert count_shown(window) == "1 of 3"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert count_shown(window) == "2 of 3"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    window.actions_by_name["find-previous"].trigger()
    assert count_shown(window) == "3 of 3"
    window.actions_by_name["find-next"].trigger()
    assert count_shown(window) == "1 of 3"
    underlined = [mark.format.fontUnderline() for mark in page.extraSelections()]
    assert underlined == [True, False, False]


def test_what_is_looked_for_is_marked_on_the_next_page_too(
    qtbot: QtBot, window: MainWindow, page: PageView
) -> None:
    find(window, "examen")
    go_to(window, "Other")
    qtbot.waitUntil(lambda: count_shown(window) == "1 of 1")
    assert marked(page) == ["examen"]


def test_what_is_not_there_is_said(window: MainWindow, page: PageView) -> None:
    find(window, "ano nuevo")
    assert count_shown(window) == "Not found"
    assert marked(page) == []


def test_a_hit_far_to_the_right_is_brought_into_view(window: MainWindow, page: PageView) -> None:
    find(window, "kapitän")
    window.actions_by_name["find-previous"].trigger()
    assert page.horizontalScrollBar().value() > 0


def test_esc_closes_the_search_and_gives_the_focus_back(
    qtbot: QtBot, window: MainWindow, page: PageView
) -> None:
    window.activateWindow()
    window.outline.setFocus()
    field = find(window, "examen")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert window.focusWidget() is window.outline
    assert marked(page) == []
