"""Two texts side by side, with what was removed and what was added marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from coursetracker.ui.differences import DifferenceView
from coursetracker.ui.theme import Scheme, palette_for


@pytest.fixture
def view(qtbot: QtBot) -> DifferenceView:
    view = DifferenceView()
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    qtbot.waitExposed(view)
    return view


def side(view: DifferenceView, name: str) -> QPlainTextEdit:
    text = view.findChild(QPlainTextEdit, name)
    assert text is not None
    return text


def marked(view: DifferenceView, name: str) -> list[tuple[str, QTextCharFormat]]:
    """Return the runs of a text that have a ground of their own, with their looks."""
    found = []
    block = side(view, name).document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().background().style() is not Qt.BrushStyle.NoBrush:
                found.append((fragment.text(), fragment.charFormat()))
            fragments += 1
        block = block.next()
    return found


def headings(view: DifferenceView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel)]


def test_the_old_text_stands_on_the_left_and_the_new_one_on_the_right(
    view: DifferenceView,
) -> None:
    view.show_texts("Stir it.\n\nRest.", "Stir it well.\n\nRest.")
    assert side(view, "text-before").toPlainText() == "Stir it.\n\nRest."
    assert side(view, "text-now").toPlainText() == "Stir it well.\n\nRest."


@pytest.mark.parametrize("dark", [False, True])
def test_words_are_marked_by_a_ground_and_by_a_line(view: DifferenceView, dark: bool) -> None:
    view.setPalette(palette_for(Scheme.DARK if dark else Scheme.LIGHT))
    view.show_texts("Bake it hot today.", "Bake it warm today.")

    (removed, struck), (added, underlined) = (
        marked(view, "text-before")[0],
        marked(view, "text-now")[0],
    )

    assert (removed, struck.fontStrikeOut(), struck.fontUnderline()) == ("hot", True, False)
    assert (added, underlined.fontStrikeOut(), underlined.fontUnderline()) == ("warm", False, True)
    assert struck.background().color() != underlined.background().color()
    assert len(marked(view, "text-before")) == len(marked(view, "text-now")) == 1
    assert headings(view) == ["Before · 1 word removed", "Now · 1 word added"]


def test_the_marks_follow_the_palette(view: DifferenceView) -> None:
    view.setPalette(palette_for(Scheme.LIGHT))
    view.show_texts("Hot oven", "Warm oven")
    light = marked(view, "text-now")[0][1].background().color()

    view.setPalette(palette_for(Scheme.DARK))

    dark = marked(view, "text-now")[0][1].background().color()
    assert dark.lightness() < 128 < light.lightness()


def test_a_side_without_a_text_says_so(view: DifferenceView) -> None:
    view.show_texts(None, "A new lesson.")
    before = side(view, "text-before")
    assert (before.toPlainText(), before.placeholderText()) == ("", "Not in the old version")
    assert before.accessibleName() == "Before: Not in the old version"
    assert side(view, "text-now").toPlainText() == "A new lesson."
    assert marked(view, "text-now") == []

    view.show_texts("An old one.", None)
    assert side(view, "text-now").placeholderText() == "Not in the new version"
    assert side(view, "text-before").toPlainText() == "An old one."


def test_the_same_text_twice_says_so(view: DifferenceView) -> None:
    view.show_texts("Rest.", "Rest.")
    assert headings(view) == ["Before", "Now · the same text"]


def test_what_a_course_writes_is_shown_as_it_is(view: DifferenceView) -> None:
    hostile = '<img src="file:///etc/passwd"><script>alert(1)</script> &amp; <b>bold</b>'
    view.show_texts("Fine.", hostile)
    assert side(view, "text-now").toPlainText() == hostile


def test_nothing_is_shown_once_it_is_cleared(view: DifferenceView) -> None:
    view.show_texts("Hot oven", None)
    view.clear()
    assert side(view, "text-before").toPlainText() == side(view, "text-now").toPlainText() == ""
    assert side(view, "text-now").placeholderText() == ""
    assert headings(view) == ["Before", "Now"]


def test_both_texts_are_scrolled_together(view: DifferenceView) -> None:
    view.show_texts("line\n" * 100, "line\n" * 200)
    left = side(view, "text-before").verticalScrollBar()
    right = side(view, "text-now").verticalScrollBar()

    left.setValue(left.maximum())
    assert right.value() == right.maximum()
    right.setValue(0)
    assert left.value() == 0


def test_the_texts_can_be_reached_and_left_by_keyboard(view: DifferenceView) -> None:
    view.show_texts("Hot oven", "Warm oven")
    before = side(view, "text-before")
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert side(view, "text-now").hasFocus()
    QTest.keyClicks(side(view, "text-now"), "typed")
    assert side(view, "text-now").toPlainText() == "Warm oven"
