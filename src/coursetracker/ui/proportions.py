"""The type scale and the spacing that all windows have in common, in proportion to the text."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

AROUND_ROW = 10
"""So many pixels a row of a list is higher than its text."""
EDGE = QSize(40, 80)
"""What a dialog leaves of the screen, for its frame and a task bar."""


class Step(float, Enum):
    """The sizes of text, in parts of the usual one."""

    PAGE = 1.6  # what a whole page is about
    TITLE = 1.3  # what is read, or what a dialog is about
    SUBTITLE = 1.1
    SMALL = 0.88


def stepped(font: QFont, step: Step, *, bold: bool = True) -> QFont:
    """Return a font at a step of the scale."""
    sized = QFont(font)
    sized.setPointSizeF(font.pointSizeF() * step.value)
    sized.setBold(bold)
    return sized


def set_step(label: QLabel, step: Step, *, bold: bool = True) -> None:
    """Write a label at a step of the scale."""
    label.setFont(stepped(label.font(), step, bold=bold))


def size_dialog(dialog: QDialog, letters: int, lines: int) -> None:
    """Make a dialog so many letters wide and lines high, or as large as the screen lets it be."""
    metrics = dialog.fontMetrics()
    wanted = QSize(letters * metrics.averageCharWidth(), lines * metrics.lineSpacing())
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - EDGE))


def pad_field(field: QLineEdit) -> None:
    """Give a field that words are looked for in the room that it has everywhere, and a way out."""
    field.setClearButtonEnabled(True)
    field.setTextMargins(4, 3, 4, 3)


class RoomyRows(QStyledItemDelegate):
    """Draws rows as the style does, and leaves room around their text."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the row's size with the room around it."""
        return super().sizeHint(option, index) + QSize(AROUND_ROW, AROUND_ROW)


def give_room(view: QAbstractItemView) -> None:
    """Give the rows of a list or a table room, and cut text that is too long at its end."""
    view.setItemDelegate(RoomyRows(view))
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
