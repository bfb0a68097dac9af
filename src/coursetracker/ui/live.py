"""The page with what can be used on it: boxes to tick, code to copy, pictures to open."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTextEdit, QWidget

from coursetracker.ui.course_files import SCHEME
from coursetracker.ui.marks import Sign
from coursetracker.ui.page import PageView

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QTextBlock,
    )
    from PySide6.QtWidgets import QMenu

    from coursetracker.ui.touch import Touch

SETTLED = 120
"""So long after the last change of its size a page is fitted to it, in milliseconds."""


_BY_KEYS = {
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}  # fmt: skip


class LivePage(PageView):
    """A page whose parts answer to the mouse, and to Tab and Enter."""

    tick_asked = Signal(int)  # the source line of the task
    picture_asked = Signal(str)  # the picture's address
    markdown_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.touch: Touch | None = None
        self.has_source = True  # that somebody may want to copy
        self._fitted = 0
        self._with_pictures = False
        self._is_framed = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._fit_pictures)

    def show_page(self, html: str) -> None:
        """Show a page in place of the one before."""
        if self.touch is None:
            from coursetracker.ui.touch import Touch  # noqa: PLC0415  not for the first paint

            self.touch = Touch(self)
        self._fitted, self._with_pictures = self.column, f'src="{SCHEME}:' in html
        self.touch.begin(html)
        super().show_page(html)
        if "<img" in html:
            from coursetracker.ui.parts import resize_pictures  # noqa: PLC0415

            resize_pictures(self.document(), self.zoom, self.column)

    def tasks(self) -> "Mapping[int, QTextBlock]":
        """Return the tasks on the page by their source lines."""
        return self.touch.tasks() if self.touch is not None else {}

    def show_ticks(self, ticks: Mapping[int, Sign]) -> None:
        """Tick and untick tasks by their source lines."""
        if self.touch is not None:
            self.touch.show_ticks(ticks)

    def _fit_pictures(self) -> None:
        if self.column != self._fitted and self._with_pictures:
            self.look_changed.emit()

    def menu_at(self, place: QPoint) -> "QMenu":
        """Return Qt's own menu, where what is selected can be copied as it is written, too."""
        menu = self.createStandardContextMenu(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.has_source and self.textCursor().hasSelection():
            from PySide6.QtGui import QAction  # noqa: PLC0415

            action = QAction(self.tr("Copy as Markdown"), menu)
            action.triggered.connect(self.markdown_asked)
            menu.insertAction(menu.actions()[1], action)  # after "Copy"
        return menu

    # What Qt asks for

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Open the menu."""
        self.menu_at(event.pos()).popup(event.globalPos())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fit the pictures, too, once the size is settled."""
        super().resizeEvent(event)
        if self.touch is not None:
            self.touch.copier.hide()
            self._settle.start()

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Show what can be clicked, and offer to copy the code below the mouse."""
        super().mouseMoveEvent(event)
        if self.touch is not None and not event.buttons():
            self.touch.hover(event.position())

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Leave what Tab went to."""
        if self.touch is not None:
            self.touch.leave()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """Use what was clicked; selecting text uses nothing."""
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        if self.touch is not None and left and not self.textCursor().hasSelection():
            self.touch.click(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Take the offer to copy back."""
        super().leaveEvent(event)
        if self.touch is not None:
            self.touch.copier.leave()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let the offer to copy go along with its code."""
        super().scrollContentsBy(dx, dy)
        if self.touch is not None:
            self.touch.copier.follow()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's names
        """Go to the next part of the page that can be used, and after the last one on."""
        if self.touch is not None and self.touch.step(forwards=next):
            return True
        return QTextEdit.focusNextPrevChild(self, next)  # QTextBrowser's own would begin again

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Use the part that Tab went to with Enter, a box with the space bar as well."""
        if self.touch is None or not self.touch.press(event.key()):
            super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint, with our boxes, and a ring around what the keyboard stands on."""
        super().paintEvent(event)
        if self.touch is not None:
            self.touch.paint()
        if self._is_framed:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Frame the page where keys led to it; who clicks on it sees where they are."""
        super().focusInEvent(event)
        self._frame(event.reason() in _BY_KEYS)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._frame(False)  # noqa: FBT003

    def _frame(self, wanted: bool) -> None:  # noqa: FBT001
        self._is_framed = wanted
        self.viewport().update()
