"""Rows with a tick box and a title, as the outline and the checklist have them."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from coursetracker.ui.marks import SIGN_ROLE, Sign, box_side, draw_box

Index = QModelIndex | QPersistentModelIndex
Role = QPalette.ColorRole
GAP = 8


class RowDelegate(QStyledItemDelegate):
    """Draws a row's ground, tick box and title; ticks by a click on the box and by Space.

    The style is not asked: it cannot be told to keep the end of a row free, and its tick
    boxes cannot be seen on dark ground. The current row has a frame while the view has the
    keyboard.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPersistentModelIndex | None = None

    def row_height(self, metrics: QFontMetrics) -> int:
        """Return the height of every row."""
        raise NotImplementedError

    def line(self, option: QStyleOptionViewItem, index: Index) -> QRect:  # noqa: ARG002
        """Return where a row's tick box and title stand."""
        return option.rect

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return one height for all rows, so that 10,000 of them stay quick."""
        return QSize(160, self.row_height(option.fontMetrics))

    def ink(self, index: Index, role: QPalette.ColorRole) -> QColor:
        """Return a colour of the palette, or the one for text on a chosen row."""
        chosen = self.is_chosen(index)
        return self._view.palette().color(Role.HighlightedText if chosen else role)

    def draw_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, free: int
    ) -> None:
        """Draw ground, box and title, and leave so many pixels free at the row's end."""
        line = self.line(option, index)
        colours = (
            self.draw_ground(painter, option, index),
            self.ink(index, Role.Accent),
            self.ink(index, Role.PlaceholderText),
        )
        box = box_in(line, option.fontMetrics)
        draw_box(painter, QRectF(box), self.sign(index), *colours)
        self.draw_title(painter, line.adjusted(box.width() + GAP + 2, 0, -free, 0), index)

    def sign(self, index: Index) -> Sign:
        """Return what stands in a row's box."""
        sign = index.data(SIGN_ROLE)
        assert isinstance(sign, Sign)  # noqa: S101
        return sign

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QColor:
        """Draw what a row stands on, framed while it has the keyboard, and return its colour."""
        palette = self._view.palette()
        ground = Role.Highlight if self.is_chosen(index) else Role.Base
        if ground is Role.Highlight:
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(ground))
            painter.drawRect(option.rect)  # fillRect() would load all that gradients have
            painter.restore()
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(self.ink(index, Role.Accent))
            painter.drawRect(option.rect.adjusted(1, 1, -3, -2))
        return palette.color(ground)

    def draw_title(self, painter: QPainter, place: QRect, index: Index) -> None:
        """Draw a row's title, as much of it as fits."""
        font = self.font(index)
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(self.ink(index, self.title_role(index)))
        shown = QFontMetrics(font).elidedText(title, elide, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(self._view.font())

    def title_role(self, index: Index) -> QPalette.ColorRole:  # noqa: ARG002
        """Return the colour of a row's title."""
        return Role.Text

    def font(self, index: Index) -> QFont:  # noqa: ARG002
        """Return the font of a row's title."""
        return self._view.font()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Ask for a tick at a click on the box, or at Space."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        near = box_in(self.line(option, index), option.fontMetrics).adjusted(-3, -3, 3, 3)
        hit = near.contains(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not hit:
            self._pressed = None
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = QPersistentModelIndex(index)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed == index:
            model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return True  # the press too, so that ticking a row does not go to it

    def is_chosen(self, index: Index) -> bool:
        """Return whether a row is selected."""
        return self._view.selectionModel().isSelected(index)


def box_in(line: QRect, metrics: QFontMetrics) -> QRect:
    """Return where the tick box of a line stands."""
    side = box_side(metrics)
    return QRect(line.left() + 3, line.center().y() - side // 2 + 1, side, side)
