"""The outline tree: ticks, titles, and how far each week and section is."""

from collections.abc import Collection, Sequence
from itertools import chain

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from coursetracker.course.outline import Kind
from coursetracker.progress.rollup import Progress, Tally
from coursetracker.ui import words
from coursetracker.ui.marks import BAR_HEIGHT, Sign, box_side, draw_bar, draw_note, sheet_side
from coursetracker.ui.outline_model import (
    ITEM_ROLE,
    MARK_ROLE,
    NOTE_ROLE,
    TALLY_ROLE,
    OutlineModel,
)
from coursetracker.ui.rows import GAP, Index, RowDelegate
from coursetracker.ui.speaking import Speaking

ROW_PADDING = 10
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
SMALL = 400
"""An outline of up to so many items is shown fully opened; a larger one begins closed."""

OPENED = 40
"""Of items that a filter found, so many are shown opened: more than there is room for."""


class OutlineDelegate(RowDelegate):
    """Draws how much of a section is done at its row's end, and a week's bar below."""

    def row_height(self, metrics: QFontMetrics) -> int:
        """Return the height of every row."""
        return metrics.height() + ROW_PADDING

    def font(self, index: Index) -> QFont:
        """Make weeks and assessments stand out."""
        font = super().font(index)
        kind = index.data(ITEM_ROLE).kind
        if kind in (Kind.WEEK, Kind.ASSESSMENT):
            font = QFont(font)
            font.setBold(kind is Kind.WEEK)
            font.setItalic(kind is Kind.ASSESSMENT)
        if self.sign(index) is Sign.STROKE:
            font = QFont(font)
            font.setStrikeOut(True)
        return font

    def title_role(self, index: Index) -> QPalette.ColorRole:
        """Let what is skipped stand back."""
        skipped = self.sign(index) is Sign.STROKE
        return QPalette.ColorRole.PlaceholderText if skipped else super().title_role(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        tally = index.data(TALLY_ROLE)
        count = words.count(tally) if isinstance(tally, Tally) else ""
        if not count:
            count = str(index.data(MARK_ROLE) or "")
        free = option.fontMetrics.horizontalAdvance(count) + 2 * GAP if count else GAP
        noted = bool(index.data(NOTE_ROLE))
        size = sheet_side(option.fontMetrics)
        self.draw_row(painter, option, index, free + (size + GAP if noted else 0))
        if noted:
            left = option.rect.right() - free - size
            sheet = QRectF(left, option.rect.center().y() - size / 2 + 1, size, size)
            draw_note(painter, sheet, self.ink(index, QPalette.ColorRole.PlaceholderText))
        if not count:
            return
        end = option.rect.adjusted(0, 0, -GAP, 0)
        painter.setPen(self.ink(index, QPalette.ColorRole.PlaceholderText))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(end, side, count)
        if tally is not None and index.data(ITEM_ROLE).kind is Kind.WEEK:
            indent = box_side(option.fontMetrics) + GAP + 2
            top = end.bottom() - BAR_HEIGHT
            bar = QRect(end.left() + indent, top, end.width() - indent, BAR_HEIGHT)
            draw_bar(painter, bar, tally.share, option.palette)


class OutlineView(QTreeView):
    """The tree of a course; says which item the learner goes to, and which ones are chosen.

    Several rows can be chosen at once, to be marked. What is read turns only with one that is
    chosen alone.
    """

    item_chosen = Signal(object)  # id of the item
    ticks_asked = Signal(object)  # ids of the items that are chosen
    all_asked = Signal()  # that nothing is left out by a filter any more
    menu_asked = Signal(object, QPoint)  # id of the item, a place on the screen

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline of the course"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(OutlineDelegate(self))
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(model)
        self._model = model
        self._read: int | None = None
        self.selectionModel().currentChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._choose)
        Speaking(self)

    def show_progress(self, progress: Progress, only: Sequence[int] | None = None) -> None:
        """Show another course, or only some of its items; what is read stays chosen."""
        selection = self.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003  nobody goes anywhere
        self._model.replace(progress, only)
        kept = self._model.index_of(self._read)
        if kept.isValid():
            selection.setCurrentIndex(kept, _ALONE)
        selection.blockSignals(False)  # noqa: FBT003
        if only is None and len(progress.outline.items) <= SMALL:
            self.expandAll()
        for item_id in (only or ())[:OPENED]:
            for above in progress.outline.ancestors(item_id):
                self.expand(self._model.index_of(above.id))
        if kept.isValid():
            self.scrollTo(kept)
        else:
            self.scrollToTop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the whole tree while it has the keyboard and no row has it yet."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick all rows that are chosen at Space; show all lessons at Escape."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Space and len(self.chosen_ids()) > 1:
            self.ticks_asked.emit(self.chosen_ids())
        elif event.key() == Qt.Key.Key_Escape and self._model.is_narrowed:
            self.all_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row that is pointed at, or else of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        item = self._model.item(index)
        if item is not None:
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(item.id, self.viewport().mapToGlobal(place))

    def go_to(self, item_id: int | None) -> None:
        """Choose an item alone and bring it into view, or none where it is not shown."""
        self._read = item_id
        index = self._model.index_of(item_id)
        # Not setCurrentIndex() of the view, which asks whether Ctrl or Shift is held.
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def stand_on_first(self, found: Collection[int]) -> None:
        """Let the keyboard stand on the first of the items that a filter has found.

        It is not gone to, and it is not one of those above it, where Space would tick all of them.
        """
        if self.current_id() in found:
            return
        first = next((each for each in found if self._model.index_of(each).isValid()), None)
        if first is not None:
            index = self._model.index_of(first)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def current_id(self) -> int | None:
        """Return the id of the current item, if any."""
        item = self._model.item(self.currentIndex())
        return item.id if item else None

    def chosen_ids(self) -> list[int]:
        """Return the ids of the items that are chosen.

        Where several are and a filter leaves something out, the lessons that are seen under a
        section stand for it, so that nothing is marked unseen.
        """
        indexes = self.selectionModel().selection().indexes()
        chosen = [item.id for item in map(self._model.item, indexes) if item is not None]
        if len(chosen) > 1 and self._model.is_narrowed:
            under = (self._model.leaves_shown(item) for item in self._model.meant(chosen))
            chosen = [*dict.fromkeys([*chosen, *chain.from_iterable(under)])]
        return chosen

    def _choose(self) -> None:
        """Go to the current row if it alone is chosen; a row that only has the focus is not."""
        current = self.currentIndex()
        item = self._model.item(current)
        chosen = self.selectionModel().selection()
        alone = chosen.count() == 1 and chosen.first().height() == 1
        if item is not None and alone and chosen.contains(current):
            self._read = item.id
            self.item_chosen.emit(item.id)
