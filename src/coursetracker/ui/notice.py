"""A bar over the page: one sentence, what can be done about it, and a way to close it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from coursetracker.ui.actions import without_arguments
from coursetracker.ui.icons import icon_button

Choice = tuple[str, Callable[[], object]]
"""The text of a button, and what it does."""
COLUMN = 36
"""So many letters a line has at least, where the sentence is that long."""


class NoticeBar(QFrame):
    """Tells the learner something without stopping the work; hidden while there is nothing."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._text = QLabel(self)
        self._text.setObjectName("notice-text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        close = icon_button("x", self.tr("Close this message"), self)
        close.clicked.connect(self.hide)
        self._room = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._room.addWidget(self._text, 1)
        self._room.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addLayout(self._room, 1)
        row.addWidget(close)
        self.hide()

    def text(self) -> str:
        """Return the sentence now or last shown."""
        return self._text.text()

    def tell(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Show a sentence, in place of the one before it."""
        while (entry := self._buttons.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, act in choices:
            button = QPushButton(text, self)
            button.clicked.connect(self.hide)
            button.clicked.connect(without_arguments(act))
            self._buttons.addWidget(button)
            button.show()  # at once, where the bar is there already
        self._text.setText(sentence)
        self._put_buttons()
        self.setAccessibleName(sentence)
        self.show()
        self.told.emit(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the buttons anew."""
        super().resizeEvent(event)
        self._put_buttons()

    def _put_buttons(self) -> None:
        """Put the buttons beside the sentence, or below it where that leaves it too little room."""
        letters = self.fontMetrics().averageCharWidth() * min(len(self.text()), COLUMN)
        beside = self.width() - self._buttons.sizeHint().width() > letters
        direction = QBoxLayout.Direction
        self._room.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._buttons.setAlignment(Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
