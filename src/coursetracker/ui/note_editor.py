"""The editor of a note: plain text, with keys that know Markdown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from coursetracker.ui.note_marks import (
    Edit,
    continued,
    indented,
    linked,
    listed,
    outdented,
    ticked,
    wrapped,
)

Move, Keep = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor
Key, Modifier = Qt.Key, Qt.KeyboardModifier
LINE_END = "\N{PARAGRAPH SEPARATOR}"
"""What Qt has between the lines of a selection."""


class NoteEditor(QPlainTextEdit):
    """Edits one note; looks at no more of it than the lines it changes."""

    left = Signal()  # the keyboard is elsewhere now
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note-editor")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setPlaceholderText(self.tr("Write a note in Markdown. It is saved by itself."))
        self.setAccessibleName(self.tr("Note"))
        self.setAccessibleDescription(
            self.tr(
                "Markdown. Tab indents; Escape goes back to the page, Ctrl+Tab to what is next."
            )
        )
        self.document().setDocumentMargin(10)

    # Marks

    def bold(self) -> None:
        """Make what is selected bold, or no more so."""
        self._edit_selection(lambda text, start, end: wrapped(text, start, end, "**"))

    def italic(self) -> None:
        """Make what is selected italic, or no more so."""
        self._edit_selection(lambda text, start, end: wrapped(text, start, end, "*"))

    def link(self) -> None:
        """Make a link of what is selected, to the address on the clipboard if there is one."""
        address = QGuiApplication.clipboard().text()[:2000]
        self._edit_selection(lambda text, start, end: linked(text, start, end, address))

    def bullets(self) -> None:
        """Make the lines a list, or no more so."""
        self._edit_lines(listed)

    def numbers(self) -> None:
        """Make the lines a numbered list, or no more so."""
        self._edit_lines(lambda lines: listed(lines, numbered=True))

    def task(self) -> None:
        """Make the lines tasks, or tick those that are."""
        self._edit_lines(ticked)

    def _edit_selection(self, edit: Callable[[str, int, int], Edit]) -> None:
        """Change the lines that the selection is in, by where in them it is."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        lines = self._lines(cursor)
        first = lines.selectionStart()
        text = lines.selectedText()
        # Qt counts a character beyond the first 65,536 as two.
        made = edit(text, _characters(text, start - first), _characters(text, end - first))
        lines.insertText(made.text)
        cursor.setPosition(first + _units(made.text[: made.start]))
        cursor.setPosition(first + _units(made.text[: made.end]), Keep)
        self.setTextCursor(cursor)

    def _edit_lines(self, edit: Callable[[list[str]], list[str]]) -> None:
        """Change the lines that the selection is in; they stay selected if there are several."""
        cursor = self.textCursor()
        lines = self._lines(cursor)
        first, before = lines.selectionStart(), lines.selectedText()
        text = LINE_END.join(edit(before.split(LINE_END)))
        at = max(0, cursor.position() - first + _units(text) - _units(before))
        lines.insertText(text)
        if LINE_END in text:
            cursor.setPosition(first)
            cursor.setPosition(first + _units(text), Keep)
        else:
            cursor.setPosition(first + at)
        self.setTextCursor(cursor)

    def _lines(self, cursor: QTextCursor) -> QTextCursor:
        """Return the whole lines that a selection is in."""
        lines = QTextCursor(cursor)
        end = cursor.selectionEnd()
        lines.setPosition(cursor.selectionStart())
        lines.movePosition(Move.StartOfBlock)
        lines.setPosition(end, Keep)
        lines.movePosition(Move.EndOfBlock, Keep)
        return lines

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that know Markdown, and those that lead out."""
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        by_control = bool(modifiers & Modifier.ControlModifier)
        if key == Key.Key_Escape:
            self.leave_asked.emit()
            return True
        if key in (Key.Key_Tab, Key.Key_Backtab):
            if by_control:
                QWidget.focusNextPrevChild(self, key == Key.Key_Tab)  # its own stays here
            else:
                self._indent(inwards=key == Key.Key_Tab)
            return True
        if key in (Key.Key_Return, Key.Key_Enter) and not modifiers & ~Modifier.KeypadModifier:
            return self._go_on()
        return False

    def _go_on(self) -> bool:
        """Let a list go on at Enter; return whether there is one."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        found = continued(cursor.block().text(), cursor.positionInBlock())
        if found is None:
            return False
        cursor.beginEditBlock()
        if found.ends_list:
            cursor.movePosition(Move.StartOfBlock)
            cursor.movePosition(Move.EndOfBlock, Keep)
            cursor.insertText(found.begin)
        else:
            cursor.insertText("\n" + found.begin)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _indent(self, *, inwards: bool) -> None:
        cursor = self.textCursor()
        move = indented if inwards else outdented
        if cursor.hasSelection():
            self._edit_lines(lambda lines: [move(line, 0)[0] if line else line for line in lines])
            return
        block = cursor.block()
        line, at = move(block.text(), cursor.positionInBlock())
        cursor.beginEditBlock()
        cursor.movePosition(Move.StartOfBlock)
        cursor.movePosition(Move.EndOfBlock, Keep)
        cursor.insertText(line)
        cursor.endEditBlock()
        cursor.setPosition(block.position() + at)
        self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has gone elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
