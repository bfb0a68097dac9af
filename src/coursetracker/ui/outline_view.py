"""The outline tree: ticks, titles, and how far each week and section is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from coursetracker.course.outline import Kind
from coursetracker.progress.rollup import Progress, Tally
from coursetracker.ui import words
from coursetracker.ui.marks import BAR_HEIGHT, draw_bar, draw_check
from coursetracker.ui.outline_model import ITEM_ROLE, TALLY_ROLE, OutlineModel

Index = QModelIndex | QPersistentModelIndex
GAP = 8
ROW_PADDING = 10
SMALL = 400
"""An outline of up to so many items is shown fully opened; a larger one begins closed."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws a row: the tick and title as the style does, the count and a week's bar beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for all rows, so that the tree stays quick with 10,000."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), option.fontMetrics.height() + ROW_PADDING)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Make weeks stand out, and leave room for the count."""
        super().initStyleOption(option, index)
        item = index.data(ITEM_ROLE)
        if item is not None and item.kind is Kind.WEEK:
            option.font.setBold(True)
        if item is not None and item.kind is Kind.ASSESSMENT:
            option.font.setItalic(True)
        option.textElideMode = Qt.TextElideMode.ElideRight

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        tally = index.data(TALLY_ROLE)
        style = row.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, row, painter, row.widget)
        if isinstance(tally, Tally):
            self._draw_tally(painter, row, tally, index.data(ITEM_ROLE).kind is Kind.WEEK)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        draw_check(painter, row)

    def _draw_tally(
        self,
        painter: QPainter,
        row: QStyleOptionViewItem,
        tally: Tally,
        is_week: bool,  # noqa: FBT001
    ) -> None:
        """Draw the count at the row's end, a week's bar below, and leave the rest to the title."""
        count = words.count(tally)
        room = QRect(row.rect)
        self._draw_count(painter, row, room, count)
        if is_week:
            bar = QRect(
                room.left() + 4, room.bottom() - BAR_HEIGHT, room.width() - GAP - 4, BAR_HEIGHT
            )
            draw_bar(painter, bar, tally.share, row.palette)
        row.rect.setWidth(room.width() - row.fontMetrics.horizontalAdvance(count) - 2 * GAP)

    def _draw_count(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, count: str
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = (
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText
        )
        painter.save()
        painter.setPen(option.palette.color(role))
        painter.drawText(
            room.adjusted(0, 0, -GAP, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            count,
        )
        painter.restore()


class OutlineView(QTreeView):
    """The tree of a course; says which item the learner goes to."""

    item_chosen = Signal(object)  # id of the item

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline of the course"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(OutlineDelegate(self))
        self.setModel(model)
        self._model = model
        self.selectionModel().currentChanged.connect(self._choose)

    def show_progress(self, progress: Progress, item_id: int | None) -> None:
        """Show another course, with one of its items current."""
        self.selectionModel().blockSignals(True)  # noqa: FBT003
        self._model.replace(progress)
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        if len(progress.outline.items) <= SMALL:
            self.expandAll()
        self.go_to(item_id)

    def go_to(self, item_id: int | None) -> None:
        """Make an item current and bring it into view."""
        index = self._model.index_of(item_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current_id(self) -> int | None:
        """Return the id of the current item, if any."""
        item = self._model.item(self.currentIndex())
        return item.id if item else None

    def _choose(self, current: QModelIndex) -> None:
        item = self._model.item(current)
        if item is not None:
            self.item_chosen.emit(item.id)
