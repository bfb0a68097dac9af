"""The note below the page: its editor, its preview, or both side by side."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui.icons import action_button, icon_button
from coursetracker.ui.note_editor import NoteEditor
from coursetracker.ui.note_marks import part_around
from coursetracker.ui.note_preview import NotePreview
from coursetracker.ui.stacking import StackingRow

PAUSE = 250
"""So many milliseconds after the last key the preview is drawn anew."""

MARKS = ("note-bold", "note-italic", "note-link", "note-bullets", "note-numbers", "note-task")
MODES = ("note-edit", "note-split", "note-preview")


class Mode(StrEnum):
    """How a note is shown."""

    EDIT = "edit"
    PREVIEW = "preview"
    SPLIT = "split"


class NotePanel(QWidget):
    """Shows one note; all buttons are those of the window's actions."""

    typed = Signal()
    close_asked = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.editor = NoteEditor(self)
        self.preview = NotePreview(self)
        self._mode = Mode.EDIT
        self._saved = QLabel(self)
        self._saved.setObjectName("note-saved")
        self._saved.setForegroundRole(self._saved.palette().ColorRole.PlaceholderText)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._show_part)
        self.body = QSplitter(Qt.Orientation.Horizontal, self)
        self.body.setChildrenCollapsible(False)
        self._lay_out(actions)
        self.editor.textChanged.connect(self._note_typing)

    def _lay_out(self, actions: Mapping[str, QAction]) -> None:
        self.body.addWidget(self.editor)
        self.body.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(actions))
        column.addWidget(self.body, 1)

    def _head(self, actions: Mapping[str, QAction]) -> QWidget:
        title = QLabel(self.tr("Note"), self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        writing, seeing = QWidget(self), QWidget(self)
        writes, sees = QHBoxLayout(writing), QHBoxLayout(seeing)
        for row in (writes, sees):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2)
        writes.addWidget(title)
        writes.addSpacing(10)
        self._marks = [action_button(actions[name], self) for name in MARKS]
        for button in self._marks:
            writes.addWidget(button)
            self.editor.addAction(button.defaultAction())  # whose keys are the editor's alone
        writes.addStretch(1)
        sees.addWidget(self._saved)
        sees.addSpacing(10)
        for name in MODES:
            sees.addWidget(self._mode_button(actions[name]))
        sees.addWidget(self._close_button())
        head = StackingRow(self)
        head.box.setContentsMargins(12, 4, 8, 4)
        head.add(writing, 1)
        head.add(seeing)
        return head

    def _close_button(self) -> QToolButton:
        close = icon_button("x", self.tr("Close the note"), self)
        close.setObjectName("note-close")
        close.clicked.connect(self.close_asked)
        return close

    def _mode_button(self, action: QAction) -> QToolButton:
        text = action.text().replace("&", "")
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAutoRaise(True)
        button.setAccessibleName(text)
        action.changed.connect(lambda: button.setText(text))
        return button

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons and a few lines."""
        return QSize(super().minimumSizeHint().width(), 120)

    # What is shown

    @property
    def text(self) -> str:
        """The note as it is typed."""
        return self.editor.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a note in place of the one before; what was typed there cannot be undone here."""
        self.editor.blockSignals(True)  # noqa: FBT003
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)  # noqa: FBT003
        self._saved.clear()
        self._show_preview()

    def show_mode(self, mode: Mode) -> None:
        """Show the editor, the preview or both."""
        self._mode = mode
        self.editor.setVisible(mode is not Mode.PREVIEW)
        self.preview.setVisible(mode is not Mode.EDIT)
        for button in self._marks:
            button.defaultAction().setEnabled(mode is not Mode.PREVIEW)
        self._show_preview()

    def show_saved(self, *, saved: bool) -> None:
        """Say whether what was typed is kept."""
        self._saved.setText(self.tr("Saved") if saved else self.tr("Not saved"))

    def take_focus(self) -> None:
        """Give the keyboard to the editor, or to the preview where that is all."""
        shown = self.preview if self._mode is Mode.PREVIEW else self.editor
        if self.editor.textCursor().atStart():  # as it is when a note has just been opened
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def restore(self, state: object) -> None:
        """Divide the room between editor and preview as it was."""
        if isinstance(state, QByteArray):
            self.body.restoreState(state)

    def _note_typing(self) -> None:
        self._saved.clear()
        if self._mode is Mode.SPLIT:
            self._pause.start()
        self.typed.emit()

    def _show_preview(self) -> None:
        """Show all of the note, where it alone is shown, else what is near the cursor."""
        self._pause.stop()
        if self._mode is Mode.PREVIEW:
            self.preview.show_note(self.text)
        elif self._mode is Mode.SPLIT:
            self._show_part()

    def _show_part(self) -> None:
        """Show what of the note stands around the cursor, at the same height.

        A long note is not converted while it is typed, as its keys would wait for that.
        """
        cursor = self.editor.textCursor()
        line = cursor.blockNumber()
        text, first = part_around(self.text, line)
        height = self.editor.cursorRect(cursor).top()
        self.preview.show_beside(text, line - first, height)
