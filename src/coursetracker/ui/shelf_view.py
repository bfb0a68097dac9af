"""The list of courses: a row tells how far one is, what comes next and where its file is."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from coursetracker.ui.marks import BAR_HEIGHT, draw_bar
from coursetracker.ui.rows import GAP, Index, RowDelegate
from coursetracker.ui.session import Shelved
from coursetracker.ui.shelf_model import (
    BADGES_ROLE,
    OPENED_ROLE,
    SHELVED_ROLE,
    Badge,
    ShelfModel,
    counted,
    following,
)
from coursetracker.ui.theme import tones

Role = QPalette.ColorRole
Side = Qt.AlignmentFlag
EDGE = 14
LEADING = 6
BAR_WIDTH = 150
MIDDLE = Side.AlignVCenter


class ShelfDelegate(RowDelegate):
    """Draws a course in three lines; nothing is ticked here."""

    def row_height(self, metrics: QFontMetrics) -> int:
        """Return the height of every row."""
        return 3 * (metrics.height() + LEADING) + 2 * EDGE - LEADING

    def font(self, index: Index) -> QFont:
        """Make titles stand out."""
        font = QFont(super().font(index))
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.1)
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        self.draw_ground(painter, option, index)
        shelved: Shelved = index.data(SHELVED_ROLE)
        metrics = option.fontMetrics
        first = option.rect.adjusted(EDGE, EDGE, -EDGE, 0)
        first.setHeight(metrics.height())
        step = metrics.height() + LEADING
        free = self._draw_facts(painter, first, index)
        self.draw_title(painter, first.adjusted(0, -2, -free, 2), index)
        self._draw_progress(painter, first.translated(0, step), index, shelved)
        self._draw_text(
            painter,
            first.translated(0, 2 * step),
            str(shelved.source),
            self.ink(index, Role.PlaceholderText),
            Qt.TextElideMode.ElideMiddle,
        )
        if not self.is_chosen(index):
            painter.setPen(self._view.palette().color(Role.Midlight))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _draw_facts(self, painter: QPainter, line: QRect, index: Index) -> int:
        """Draw at the row's end when a course was opened, badges before it; return their width."""
        metrics = QFontMetrics(self._view.font())
        when: str = index.data(OPENED_ROLE)
        badges: tuple[Badge, ...] = index.data(BADGES_ROLE)
        painter.setPen(self.ink(index, Role.PlaceholderText))
        painter.drawText(line, Side.AlignRight | MIDDLE, when)
        right = line.right() - metrics.horizontalAdvance(when) - GAP
        for badge in reversed(badges):
            width = metrics.horizontalAdvance(badge.word) + 2 * GAP
            place = QRect(right - width, line.top() - 2, width, line.height() + 4)
            self._draw_badge(painter, place, badge.word, self._badge_ink(index, badge))
            right -= width + GAP
        return line.right() - right + GAP

    def _badge_ink(self, index: Index, badge: Badge) -> QColor:
        if badge.warns and not self.is_chosen(index):
            return tones(self._view.palette()).bad
        return self.ink(index, Role.PlaceholderText)

    def _draw_badge(self, painter: QPainter, place: QRect, text: str, ink: QColor) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.drawText(place, Side.AlignCenter, text)
        painter.restore()

    def _draw_progress(
        self, painter: QPainter, line: QRect, index: Index, shelved: Shelved
    ) -> None:
        """Draw the bar, the count, and what comes next."""
        metrics = QFontMetrics(self._view.font())
        text = counted(shelved)
        rest = line
        if text:
            top = line.center().y() - BAR_HEIGHT // 2 + 1
            bar = QRect(line.left(), top, BAR_WIDTH, BAR_HEIGHT)
            palette, chosen = self._view.palette(), self.is_chosen(index)
            draw_bar(painter, bar, shelved.tally.share, palette, chosen=chosen)
            width = max(metrics.horizontalAdvance(text), 18 * metrics.averageCharWidth())
            place = line.adjusted(BAR_WIDTH + GAP, 0, 0, 0)
            self._draw_text(painter, place, text, self.ink(index, Role.PlaceholderText))
            rest = place.adjusted(width + 2 * GAP, 0, 0, 0)
        self._draw_text(painter, rest, following(shelved), self.ink(index, Role.Text))

    def _draw_text(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        ink: QColor,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        painter.setFont(self._view.font())
        painter.setPen(ink)
        shown = QFontMetrics(self._view.font()).elidedText(text, elide, place.width())
        painter.drawText(place, MIDDLE, shown)

    def editorEvent(
        self,
        event: QEvent,  # noqa: ARG002
        model: QAbstractItemModel,  # noqa: ARG002
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> bool:
        """Leave clicks to the list."""
        return False


class ShelfView(QListView):
    """The list itself; says by name what is asked of the current course by key."""

    asked = Signal(str)
    KEYS: Mapping[tuple[int, bool], str] = {
        (Qt.Key.Key_Return, False): "open",
        (Qt.Key.Key_Enter, False): "open",
        (Qt.Key.Key_Return, True): "continue",
        (Qt.Key.Key_Enter, True): "continue",
        (Qt.Key.Key_F2, False): "rename",
        (Qt.Key.Key_Delete, False): "remove",
    }

    def __init__(self, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf-list")
        self.setAccessibleName(self.tr("My courses"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(ShelfDelegate(self))
        self.setModel(model)
        self.doubleClicked.connect(lambda: self.asked.emit("open"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what a key stands for; the others walk through the list."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        name = self.KEYS.get((event.key(), shift))
        if name is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(name)
