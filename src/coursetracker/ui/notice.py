"""A bar over the page: one sentence, what can be done about it, and a way to close it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from coursetracker.ui.actions import without_arguments
from coursetracker.ui.icons import icon_button

Choice = tuple[str, Callable[[], object]]
"""The text of a button, and what it does."""


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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
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
        self.setAccessibleName(sentence)
        self.show()
        self.told.emit(sentence)
