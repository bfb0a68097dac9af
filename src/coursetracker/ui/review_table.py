"""The table of an update's changes: two lines in a cell, rows that are dragged together."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from coursetracker.course.changes import Change, Fate
from coursetracker.ui.review_model import CHANGE_ROLE, ORDER, PLACE_ROLE, Column, Index, ReviewModel
from coursetracker.ui.rows import GAP
from coursetracker.ui.theme import tones

Role = QPalette.ColorRole
PADDING = 5
CARD = 280
"""So wide a title is dragged at most."""

CONTROL = Qt.KeyboardModifier.ControlModifier
SIGNS = {
    Fate.UNSURE: "?", Fate.GONE: "−", Fate.NEW: "+", Fate.MOVED: "→", Fate.RENAMED: "≈",
    Fate.CHANGED: "≠", Fate.BACK: "↩", Fate.KEPT: "=",
}  # fmt: skip


class TwoLines(QStyledItemDelegate):
    """Draws a title and, small under it, where it stands; both end in "…" where too long.

    The style is not asked, as in the outline: all rows of the window look alike.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return one height for all rows, so that 10,000 of them stay quick."""
        return QSize(160, row_height(self._view))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        self.draw_ground(painter, option.rect, index)
        self.draw_text(painter, self.inner(option.rect), index)
        painter.restore()

    def inner(self, cell: QRect) -> QRect:
        """Return where the text of a cell stands."""
        return cell.adjusted(GAP, PADDING, -GAP, -PADDING)

    def draw_ground(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Draw what a cell stands on, and a frame around a chosen row that has the keyboard."""
        palette = self._view.palette()
        if not self.is_chosen(index):
            painter.setPen(palette.color(Role.Midlight))
            painter.drawLine(cell.bottomLeft(), cell.bottomRight())
            return
        painter.fillRect(cell, palette.color(Role.Highlight))
        if self._view.hasFocus():
            painter.setPen(palette.color(Role.HighlightedText))
            painter.drawLine(cell.left(), cell.top() + 1, cell.right(), cell.top() + 1)
            painter.drawLine(cell.left(), cell.bottom() - 1, cell.right(), cell.bottom() - 1)

    def draw_text(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw the title and where it stands."""
        title, where = self._lines(index)
        painter.setPen(self.ink(index, Role.Text))
        metrics = self._view.fontMetrics()
        side = Qt.AlignmentFlag.AlignLeft
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        if not where:
            line.moveCenter(QPoint(line.center().x(), room.center().y()))
        painter.drawText(
            line, side, metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width())
        )
        painter.setFont(small(self._view.font()))
        painter.setPen(self.ink(index, Role.PlaceholderText))
        metrics = QFontMetrics(painter.font())
        line = QRect(
            room.left(), room.bottom() + 1 - metrics.height(), room.width(), metrics.height()
        )
        painter.drawText(
            line, side, metrics.elidedText(where, Qt.TextElideMode.ElideMiddle, line.width())
        )

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cell in which not all of it has room."""
        if self.fits(self.inner(option.rect).width(), index):
            QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)

    def fits(self, width: int, index: Index) -> bool:
        """Return whether a cell's text can be read whole."""
        title, where = self._lines(index)
        under = QFontMetrics(small(self._view.font()))
        return (
            max(self._view.fontMetrics().horizontalAdvance(title), under.horizontalAdvance(where))
            <= width
        )

    def ink(self, index: Index, role: QPalette.ColorRole) -> QColor:
        """Return a colour of the palette, or the one for text on a chosen row."""
        chosen = self.is_chosen(index)
        return self._view.palette().color(Role.HighlightedText if chosen else role)

    def is_chosen(self, index: Index) -> bool:
        """Return whether a cell is in the current row."""
        return index.row() == self._view.currentIndex().row()

    def _lines(self, index: Index) -> tuple[str, str]:
        return str(index.data() or ""), str(index.data(PLACE_ROLE) or "")


class ReviewDelegate(TwoLines):
    """Draws what happened behind a sign for it, and why over two lines if it takes them."""

    def __init__(self, view: "ReviewTable") -> None:
        super().__init__(view)
        self._table = view

    def draw_ground(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Draw what a cell stands on; the row that would take a drop stands out."""
        super().draw_ground(painter, cell, index)
        if index.row() == self._table.drop_row:
            palette = self._view.palette()
            painter.fillRect(cell, palette.color(Role.AlternateBase))
            painter.fillRect(cell.left(), cell.top(), cell.width(), 2, palette.color(Role.Accent))
            bottom = cell.bottom() - 1
            painter.fillRect(cell.left(), bottom, cell.width(), 2, palette.color(Role.Accent))

    def draw_text(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw the text of a cell."""
        if index.column() in (Column.BEFORE, Column.NOW):
            super().draw_text(painter, room, index)
            return
        painter.setPen(self.ink(index, Role.Text))
        if index.column() == Column.WHAT:
            self._draw_sign(painter, room, index)
            room = room.adjusted(self._sign_width(), 0, 0, 0)
        self._draw_wrapped(painter, room, str(index.data()))

    def _sign_width(self) -> int:
        return 2 * self._view.fontMetrics().horizontalAdvance("→")

    def _draw_sign(self, painter: QPainter, room: QRect, index: Index) -> None:
        fates = index.data(CHANGE_ROLE).fates
        fate = next(each for each in ORDER if each in fates)
        tone = self._tone(fate)
        if tone is not None and not self.is_chosen(index):
            painter.setPen(tone)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, SIGNS[fate])
        painter.setFont(self._view.font())
        painter.setPen(self.ink(index, Role.Text))

    def _tone(self, fate: Fate) -> QColor | None:
        palette = self._view.palette()
        return {
            Fate.UNSURE: palette.color(Role.Accent),
            Fate.GONE: tones(palette).bad,
            Fate.NEW: tones(palette).good,
            Fate.BACK: tones(palette).good,
        }.get(fate)

    def _draw_wrapped(self, painter: QPainter, room: QRect, text: str) -> None:
        metrics = self._view.fontMetrics()
        first, rest = self._wrapped(text, room.width())
        elide = Qt.TextElideMode.ElideRight
        lines = [metrics.elidedText(line, elide, room.width()) for line in (first, rest) if line]
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _wrapped(self, text: str, width: int) -> tuple[str, str]:
        """Return a text in two lines, as many words as have room in the first."""
        words, advance = text.split(" "), self._view.fontMetrics().horizontalAdvance
        count = 1
        while count < len(words) and advance(" ".join(words[: count + 1])) <= width:
            count += 1
        return " ".join(words[:count]), " ".join(words[count:])


class Header(QHeaderView):
    """Names the columns quietly, in line with what stands in them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(False)
        self.setFixedHeight(self.fontMetrics().height() + 2 * PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Draw the name of one column."""
        palette, model = self.palette(), self.model()
        painter.save()
        painter.fillRect(rect, palette.color(Role.AlternateBase))
        painter.setPen(palette.color(Role.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex != Column.WHAT:
            painter.drawLine(
                rect.left(), rect.top() + PADDING, rect.left(), rect.bottom() - PADDING
            )
        painter.setPen(palette.color(Role.PlaceholderText))
        room = rect.adjusted(GAP, 0, -GAP, 0)
        name = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class ReviewTable(QTableView):
    """Shows changes in rows; asks for the menu of a row at Return and where it is asked for."""

    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        self.drop_row = -1
        super().__init__(parent)
        self.setObjectName("changes")
        self.setAccessibleName(self.tr("What changes"))
        self.setItemDelegate(ReviewDelegate(self))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_dragging()
        self._set_sizes()

    def _set_dragging(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.setDropIndicatorShown(False)  # it is drawn around one cell; the whole row is meant

    def _set_sizes(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        self.setMinimumHeight(4 * row_height(self))
        header, width = Header(self), self.fontMetrics().averageCharWidth()
        self.setHorizontalHeader(header)
        for column, resizing in (
            (Column.WHAT, QHeaderView.ResizeMode.Interactive),
            (Column.BEFORE, QHeaderView.ResizeMode.Stretch),
            (Column.NOW, QHeaderView.ResizeMode.Stretch),
            (Column.WHY, QHeaderView.ResizeMode.Interactive),
        ):
            header.setSectionResizeMode(column, resizing)
        header.resizeSection(Column.WHAT, 22 * width)
        header.resizeSection(Column.WHY, 26 * width)

    def change(self) -> Change | None:
        """Return the change of the current row, if there is one."""
        found = self.currentIndex().data(CHANGE_ROLE)
        return found if isinstance(found, Change) else None

    def go_to(self, row: int) -> None:
        """Make a row current and bring it into view."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the title of the row only: a whole row would hide where it is dropped."""
        change = self.change()
        item = None if change is None else change.old or change.new
        if item is not None:
            drag = QDrag(self)
            drag.setMimeData(self.model().mimeData(self.selectedIndexes()))
            drag.setPixmap(self._card(item.title))
            drag.setHotSpot(QPoint(-GAP, -GAP))
            drag.exec(actions)
            self._mark_drop(-1)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which row would take the dragged one."""
        super().dragMoveEvent(event)  # scrolls at the edges
        index, action = self.indexAt(event.position().toPoint()), event.proposedAction()
        takes = self.model().canDropMimeData(event.mimeData(), action, -1, -1, index)
        event.setAccepted(takes)
        self._mark_drop(index.row() if takes else -1)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing would be dropped here any more."""
        super().dragLeaveEvent(event)
        self._mark_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pair the dragged row with the one under the mouse."""
        super().dropEvent(event)
        self._mark_drop(-1)

    def _mark_drop(self, row: int) -> None:
        if row != self.drop_row:
            self.drop_row = row
            self.viewport().update()

    def _card(self, title: str) -> QPixmap:
        """Return a title on a small card."""
        metrics, palette = self.fontMetrics(), self.palette()
        text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, CARD)
        size = QSize(metrics.horizontalAdvance(text) + 2 * GAP, metrics.height() + 2 * PADDING)
        card = QPixmap(size * self.devicePixelRatioF())
        card.setDevicePixelRatio(self.devicePixelRatioF())
        card.fill(palette.color(Role.Highlight))
        painter = QPainter(card)
        painter.setFont(self.font())
        painter.setPen(palette.color(Role.HighlightedText))
        painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the menu at Return: it must not press the dialog's default button from here."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & CONTROL:
            super().keyPressEvent(event)
        elif self.change() is not None:
            self._ask_for_menu()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or of the current one."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        elif self.indexAt(event.pos()).isValid():
            self.menu_asked.emit(event.globalPos())

    def _ask_for_menu(self) -> None:
        row = self.visualRect(self.currentIndex())
        self.menu_asked.emit(self.viewport().mapToGlobal(row.bottomLeft() + QPoint(GAP, 0)))

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows the height that another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(row_height(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where there is no row."""
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(Role.PlaceholderText))
            everything = self.viewport().rect()
            painter.drawText(everything, Qt.AlignmentFlag.AlignCenter, self.tr("Nothing here"))


def row_height(view: QWidget) -> int:
    """Return the height of two lines, the second one small."""
    under = QFontMetrics(small(view.font()))
    return view.fontMetrics().height() + under.height() + 2 * PADDING + 1


def small(font: QFont) -> QFont:
    """Return a font for what is said beside the point."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.88)
    return smaller
