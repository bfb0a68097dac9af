"""A bar over the page: one sentence, what can be done about it, and a way to close it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from coursetracker.ui.actions import without_arguments
from coursetracker.ui.icons import button_icon, icon_button, icon_size
from coursetracker.ui.speaking import announce

Choice = tuple[str, Callable[[], object]]
"""The text of a button, and what it does."""
AROUND = 80
"""So many pixels the sign, the way out and the edges take."""
COLUMN = 36
"""So many letters a line has at least, where the sentence is that long."""


class NoticeBar(QFrame):
    """Tells the learner something without stopping the work; hidden while there is nothing."""

    told = Signal(str)
    left = Signal()  # closed while it had the keyboard

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._sign = QLabel(self)
        self._sign.setObjectName("notice-sign")
        self._text = QLabel(self)
        self._text.setObjectName("notice-text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._before: QWidget = self
        self._is_wrong = False
        self.is_of_course = False
        self._close = icon_button("x", self.tr("Close this message (Esc)"), self)
        self._close.clicked.connect(self.dismiss)
        self._room = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._room.addWidget(self._text, 1)
        self._room.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addLayout(self._room, 1)
        row.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """Return the sentence now or last shown."""
        return self._text.text()

    def tell(
        self,
        sentence: str,
        choices: Sequence[Choice] = (),
        *,
        wrong: bool = False,
        of_course: bool = False,
    ) -> None:
        """Show a sentence, in place of the one before it.

        `wrong` says that something failed, `of_course` that it is only about the open course.
        """
        self.is_of_course = of_course
        while (entry := self._buttons.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        before = self._before
        for text, act in choices:
            button = QPushButton(text, self)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(without_arguments(act))
            self._buttons.addWidget(button)
            button.show()  # at once, where the bar is there already
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self._close)
        self._is_wrong = wrong
        self._show_sign()
        self._text.setText(sentence)
        self._put_buttons()
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)
        self.told.emit(sentence)

    def _show_sign(self) -> None:
        """Show whether something has failed, or is only told."""
        picture = button_icon("circle-alert" if self._is_wrong else "info")
        self._sign.setPixmap(picture.pixmap(icon_size(self), self.devicePixelRatioF()))
        self._sign.setAccessibleName(self.tr("Problem") if self._is_wrong else self.tr("Message"))

    def come_after(self, before: QWidget) -> None:
        """Let Tab come to the bar's buttons after another part of the window."""
        self._before = before
        QWidget.setTabOrder(before, self._close)

    def go_to(self) -> None:
        """Give the first thing that can be done about what is told the keyboard."""
        if self.isVisible():
            first = self._buttons.itemAt(0)
            button = None if first is None else first.widget()
            (button or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Hide the bar; where it had the keyboard, `left` leads that on."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.left.emit()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign in the colours that hold."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.text():
            self._show_sign()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the buttons anew."""
        super().resizeEvent(event)
        self._put_buttons()

    def _put_buttons(self) -> None:
        """Put the buttons beside the sentence, or below it where that leaves it too little room."""
        direction = QBoxLayout.Direction
        letters = self.fontMetrics().averageCharWidth() * min(len(self.text()), COLUMN)
        self._buttons.setDirection(direction.LeftToRight)
        wanted, room = self._buttons.sizeHint().width(), self.width() - AROUND
        beside = room - wanted > letters
        if wanted > room:
            self._buttons.setDirection(direction.TopToBottom)
        self._room.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._buttons.setAlignment(Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
