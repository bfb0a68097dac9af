"""Calling a course something else than its author does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.session import Shelved


class RenameDialog(QDialog):
    """Asks what the learner calls a course; `title` is None where that is as the author does."""

    def __init__(self, shelved: Shelved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rename")
        self.setWindowTitle(self.tr("Rename the course"))
        self._author = shelved.author_title
        self._field = QLineEdit(shelved.title, self)
        self._field.setObjectName("rename-title")
        self._field.setAccessibleName(self.tr("What you call the course"))
        self._field.selectAll()
        known = QLabel(self.tr("The author calls it “{title}”.").format(title=self._author), self)
        known.setTextFormat(Qt.TextFormat.PlainText)
        known.setWordWrap(True)
        known.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        rename = buttons.addButton(self.tr("Re&name"), roles.AcceptRole)
        rename.setDefault(True)
        author = buttons.addButton(self.tr("As the &author named it"), roles.ResetRole)
        author.setObjectName("rename-author")
        author.setEnabled(shelved.title != self._author)
        author.clicked.connect(self._field.clear)
        author.clicked.connect(self.accept)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (self._field, known, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(460)

    @property
    def title(self) -> str | None:
        """What the learner calls the course."""
        typed = " ".join(self._field.text().split())
        return typed if typed not in ("", self._author) else None
