"""Finding words on the page: a bar below it, and what it finds marked."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from coursetracker.seeking.folding import fold, fold_with_places
from coursetracker.seeking.marking import pattern
from coursetracker.seeking.query import read_query
from coursetracker.ui.icons import icon_button
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.marked import qt_places
from coursetracker.ui.page import PageView
from coursetracker.ui.proportions import pad_field

MOST_MARKED = 500
"""So many hits are marked at most, those around the current one: Qt draws each anew each time."""

Role = QPalette.ColorRole


def folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a folded text, and for each of its characters where it stood.

    Places count as Qt counts them, a character beyond the first 65,536 as two.
    """
    letters, places = fold_with_places(text)
    counted = qt_places(text)
    return letters, [counted[place] for place in places]


def hits(document: QTextDocument, wanted: "str | re.Pattern[str]") -> list[tuple[int, int]]:
    """Return where a document says something: the place of its beginning, and that of its end."""
    if isinstance(wanted, str):
        wanted = re.compile(re.escape(fold(wanted)) or r"(?!)")
    text, places = folded(document.toRawText())
    return [(places[match.start()], places[match.end()]) for match in wanted.finditer(text)]


class FindBar(QWidget):
    """Takes what is to be found, and says how often it is there."""

    changed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.field = QLineEdit(self)
        self.field.setObjectName("find-field")
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        pad_field(self.field)
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(self.changed)
        self._count = QLabel(self)
        self._count.setObjectName("find-count")
        self._steps = [
            self._button("chevron-up", self.tr("Previous hit (Shift+F3)"), -1),
            self._button("chevron-down", self.tr("Next hit (F3)"), 1),
        ]
        close = self._button("x", self.tr("Close the search (Esc)"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        for part in (self.field, *self._steps, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(close)

    def _button(self, picture: str, name: str, by: int = 0) -> QToolButton:
        button = icon_button(picture, name, self)
        if by:
            button.clicked.connect(lambda: self.step_asked.emit(by))
        return button

    def show_count(self, current: int, total: int) -> None:
        """Show which hit of how many is the current one, the first being 1."""
        told = self.tr("{number} of {total}").format(number=current, total=total)
        if not total:
            told = self.tr("Not found") if self.field.text() else ""
        self._count.setText(told)
        self.field.setAccessibleDescription(told)
        for button in self._steps:
            button.setEnabled(total > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift and Enter, and close with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if backwards else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Finding(QObject):
    """Marks on the page what the learner looks for, and goes from hit to hit."""

    def __init__(self, pane: LessonPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._page: PageView = pane.page
        self._bar: FindBar | None = None
        self._before: QWidget | None = None
        self._hits: list[tuple[int, int]] = []
        self._current = -1
        self._sought = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._find_again)
        self._page.page_shown.connect(self._follow_page)

    def ask(self) -> None:
        """Open the bar, with what is selected on the page."""
        if self._bar is None:
            self._bar = self._make_bar()
        before = self._pane.window().focusWidget()
        if before is not self._bar.field:
            self._before = before
        self._bar.show()
        selected = self._page.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._bar.field.setText(selected)
        self._bar.field.selectAll()
        self._bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find(self._bar.field.text())

    def seek(self, typed: str) -> None:
        """Mark what was searched for everywhere, and go to its first hit from the lesson on.

        Until something else is typed, that is words and phrases wherever they stand. Where the
        page has none of them, there is nothing to be told.
        """
        bar = self._bar = self._bar or self._make_bar()
        self._sought = typed
        with QSignalBlocker(bar.field):
            bar.field.setText(typed)
        bar.show()
        self._find(typed)
        if not self._hits:
            self.close()

    def close(self) -> None:
        """Close the bar, mark nothing, and give the focus back."""
        if self._bar is not None:
            self._bar.hide()
        self._hits, self._current = [], -1
        self._page.setExtraSelections([])
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def _make_bar(self) -> FindBar:
        bar = FindBar(self._pane)
        bar.changed.connect(self._find)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self.close)
        self._pane.add_below(bar)
        return bar

    def step(self, by: int) -> None:
        """Go so many hits on, or with a negative number back; after the last comes the first."""
        if self._bar is None or not self._bar.isVisible():
            self.ask()
        elif self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._show()
            self._bring_into_view()

    def _wanted(self, typed: str) -> "str | re.Pattern[str]":
        return pattern(read_query(typed)) if typed and typed == self._sought else typed

    def _find(self, wanted: str) -> None:
        """Find anew, and go to the first hit from where the learner is on the page."""
        self._hits = hits(self._page.document(), self._wanted(wanted))
        seen = self._page.cursorForPosition(self._page.viewport().rect().topLeft()).position()
        at = bisect_left(self._hits, (seen, 0))
        self._current = at % len(self._hits) if self._hits else -1
        self._show()
        self._bring_into_view()

    def _follow_page(self) -> None:
        if self._bar is not None and self._bar.isVisible():
            self._soon.start()

    def _find_again(self) -> None:
        """Mark the hits on another page, which stays where it is."""
        if self._bar is not None and self._bar.isVisible():
            self._hits = hits(self._page.document(), self._wanted(self._bar.field.text()))
            self._current = 0 if self._hits else -1
            self._show()

    def _show(self) -> None:
        assert self._bar is not None  # noqa: S101  it asked for this
        first = max(0, self._current - MOST_MARKED // 2)
        marked = range(first, min(first + MOST_MARKED, len(self._hits)))
        self._page.setExtraSelections([self._mark(number) for number in marked])
        self._bar.show_count(self._current + 1, len(self._hits))

    def _mark(self, number: int) -> QTextEdit.ExtraSelection:
        """Return the mark of a hit: a ground, and a line under the current one besides."""
        palette, here = self._page.palette(), number == self._current
        look = QTextCharFormat()
        look.setBackground(palette.color(Role.Highlight if here else Role.Mid))
        look.setForeground(palette.color(Role.HighlightedText if here else Role.Text))
        if here:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(palette.color(Role.HighlightedText))
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(number)
        mark.format = look
        return mark

    def _cursor(self, number: int) -> QTextCursor:
        start, end = self._hits[number]
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _bring_into_view(self) -> None:
        """Scroll so that the current hit is seen, with what stands around it."""
        if self._current < 0:
            return
        place = self._page.cursorRect(self._cursor(self._current))
        seen = self._page.viewport().rect()
        down, across = self._page.verticalScrollBar(), self._page.horizontalScrollBar()
        if place.top() < 0 or place.bottom() > seen.bottom():
            down.setValue(down.value() + place.top() - seen.height() // 3)
        if place.left() < 0 or place.right() > seen.right():
            across.setValue(across.value() + place.left() - seen.width() // 2)
