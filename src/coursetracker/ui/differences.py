"""Two texts side by side, the words marked that were removed from one and added to the other."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QScrollBar, QWidget

from coursetracker.course.differences import Piece, PieceKind, word_differences
from coursetracker.ui.theme import tones

WORD = re.compile(r"\w+")
TINT = 0.26
"""So much of a tone is in the ground of what is marked with it."""

MARGIN = 6


class TextSide(QPlainTextEdit):
    """A text to be read: plain, whatever the course writes, with words marked in it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        self._pieces: Sequence[Piece] = ()
        super().__init__(parent)
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.document().setDocumentMargin(MARGIN)

    def event(self, event: QEvent) -> bool:
        """Leave the key for undo to whoever has something to undo."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def show_pieces(self, pieces: Sequence[Piece], instead: str) -> None:
        """Show these pieces, those that are not the same marked; a quiet sentence without any."""
        self._pieces = pieces
        self.setPlaceholderText(instead)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Mark the words anew in the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.insertText(piece.text, self._look(piece.kind))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, kind: PieceKind) -> QTextCharFormat:
        """Return how a piece is marked: by its ground, and by a line for who sees no colours."""
        look, palette = QTextCharFormat(), self.palette()
        if kind is PieceKind.REMOVED:
            look.setBackground(_tinted(palette, tones(palette).bad))
            look.setFontStrikeOut(True)
        elif kind is PieceKind.ADDED:
            look.setBackground(_tinted(palette, tones(palette).good))
            look.setFontUnderline(True)
        return look


class DifferenceView(QWidget):
    """Shows what changed in a text: as it was on the left, as it is now on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self._follows = False
        self._headings = (QLabel(self), QLabel(self))
        self._sides = (TextSide("text-before", self), TextSide("text-now", self))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, (heading, side) in enumerate(zip(self._headings, self._sides, strict=True)):
            heading.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(heading, 0, column)
            grid.addWidget(side, 1, column)
            grid.setColumnStretch(column, 1)
        left, right = (side.verticalScrollBar() for side in self._sides)
        left.valueChanged.connect(partial(self._follow, left, right))
        right.valueChanged.connect(partial(self._follow, right, left))
        self.clear()

    def clear(self) -> None:
        """Show nothing, and do not speak of it either."""
        for side in self._sides:
            side.show_pieces((), "")
        self._name("", "")

    def show_texts(self, old: str | None, new: str | None) -> None:
        """Show two texts; None stands for one that there is not."""
        if old is None or new is None:
            left, right = (() if text is None else _whole(text) for text in (old, new))
            told = ("", "")
        else:
            pieces = word_differences(old, new)
            left = tuple(piece for piece in pieces if piece.kind is not PieceKind.ADDED)
            right = tuple(piece for piece in pieces if piece.kind is not PieceKind.REMOVED)
            told = self._removed(left), self._added(right)
            if old == new:
                told = ("", self.tr("the same text"))
        empty = self.tr("No text")
        before, now = self._sides
        before.show_pieces(left, self.tr("Not in the old version") if old is None else empty)
        now.show_pieces(right, self.tr("Not in the new version") if new is None else empty)
        self._name(*told)

    def _removed(self, pieces: Iterable[Piece]) -> str:
        count = _marked_words(pieces)
        return self.tr("%Ln words removed", "", count) if count else ""

    def _added(self, pieces: Iterable[Piece]) -> str:
        count = _marked_words(pieces)
        return self.tr("%Ln words added", "", count) if count else ""

    def _name(self, *told: str) -> None:
        """Say above each text which one it is and what is marked in it; to a reader as well."""
        names = self.tr("Before"), self.tr("Now")
        for i, (heading, side) in enumerate(zip(self._headings, self._sides, strict=True)):
            heading.setText(f"{names[i]} · {told[i]}" if told[i] else names[i])
            spoken = told[i] or side.placeholderText() * (not side.toPlainText())
            side.setAccessibleName(f"{names[i]}: {spoken}" if spoken else names[i])

    def _follow(self, ahead: QScrollBar, behind: QScrollBar, value: int) -> None:
        """Bring one text as far down, by its own length, as the other is."""
        if not self._follows and ahead.maximum() > 0:
            self._follows = True
            behind.setValue(round(value * behind.maximum() / ahead.maximum()))
            self._follows = False


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(PieceKind.SAME, text),)


def _marked_words(pieces: Iterable[Piece]) -> int:
    return sum(
        len(WORD.findall(piece.text)) for piece in pieces if piece.kind is not PieceKind.SAME
    )


def _tinted(palette: QPalette, tone: QColor) -> QColor:
    """Return the ground of texts with a little of a tone in it; their ink is readable on both."""
    base = palette.color(QPalette.ColorRole.Base)
    return QColor.fromRgbF(
        base.redF() + TINT * (tone.redF() - base.redF()),
        base.greenF() + TINT * (tone.greenF() - base.greenF()),
        base.blueF() + TINT * (tone.blueF() - base.blueF()),
    )
