"""A button over a block of code that copies it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from coursetracker.ui.boxes import scrolled
from coursetracker.ui.parts import Part, Use, code_at, rectangle

if TYPE_CHECKING:
    from coursetracker.ui.page import PageView

GAP = 6
TOLD = 2000
"""So long a button says that it has copied, in milliseconds."""


class CodeCopier(QObject):
    """Offers to copy the code below the mouse, or the one that Tab went to."""

    def __init__(self, page: "PageView") -> None:
        super().__init__(page)
        self._page = page
        self._code: Part | None = None
        self._kept = False
        self._button: QToolButton | None = None
        self._told = QTimer(self, singleShot=True, interval=TOLD)
        self._told.timeout.connect(self._name)

    def offer_at(self, place: QPoint) -> None:
        """Offer to copy the code at a place of the page, if there is any."""
        block = self._page.cursorForPosition(place).block()
        known = self._code
        if known and known.start <= block.position() <= known.end and self._covers(known, place):
            return
        code = code_at(block)
        if code is None or not self._covers(code, place):
            self.leave()
        else:
            self._show(code, kept=False)

    def offer(self, part: Part) -> None:
        """Offer to copy a part of the page until another is gone to."""
        if part.use is Use.CODE:
            self._show(part, kept=True)
        else:
            self.hide()

    def leave(self) -> None:
        """Offer nothing any more, but what was gone to by Tab."""
        if not self._kept:
            self.hide()

    def hide(self) -> None:
        """Offer nothing any more."""
        self._code, self._kept = None, False
        if self._button is not None:
            self._button.hide()

    def copy(self) -> None:
        """Copy the code as plain text, and say so."""
        if self._code is not None and self._button is not None:
            QGuiApplication.clipboard().setText(self._code.value)
            self._button.setText(self.tr("Copied ✓"))
            self._button.setAccessibleName(self.tr("The code is copied"))
            self._place(self._button, self._code)
            self._told.start()

    def follow(self) -> None:
        """Stay at the code when the page scrolls."""
        if self._code is not None and self._button is not None:
            self._place(self._button, self._code)

    def _show(self, code: Part, *, kept: bool) -> None:
        self._code, self._kept = code, kept
        if self._button is None:
            self._button = self._make_button()
        self._name()
        self._button.show()

    def _make_button(self) -> QToolButton:
        button = QToolButton(self._page.viewport())
        button.setObjectName("copy-code")
        button.setToolTip(self.tr("Copy this code"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(self.copy)
        return button

    def _name(self) -> None:
        if self._button is not None and self._code is not None:
            self._button.setText(self.tr("Copy"))
            self._button.setAccessibleName(self.tr("Copy this code"))
            self._place(self._button, self._code)

    def _place(self, button: QToolButton, code: Part) -> None:
        """Put the button at the top right of what is seen of the code."""
        button.adjustSize()
        room = self._rectangle(code)
        seen = room.intersected(self._page.viewport().rect())
        top = min(max(room.top(), 0) + GAP, room.bottom() - button.height() - GAP)
        button.move(seen.right() - button.width() - GAP, max(top, room.top() + 1))

    def _covers(self, code: Part, place: QPoint) -> bool:
        return self._rectangle(code).contains(place)

    def _rectangle(self, code: Part) -> QRect:
        page = self._page
        return rectangle(page.document(), code).toRect().translated(-scrolled(page).toPoint())
