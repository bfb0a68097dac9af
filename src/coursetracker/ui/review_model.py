"""What an update changes as a Qt table: what happened, to what, and why we think so."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from coursetracker.course.changes import Change, Fate, Update
from coursetracker.course.matching import Reason
from coursetracker.course.outline import Item, Outline
from coursetracker.ui import words
from coursetracker.ui.outline_model import NOWHERE

Index = QModelIndex | QPersistentModelIndex
CHANGE_ROLE = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
ROW = "application/x-coursetracker-change"
OPEN = frozenset({Fate.NEW, Fate.GONE, Fate.UNSURE})
"""What a row is that can be paired with another by dragging it there."""

ORDER = (
    Fate.UNSURE, Fate.GONE, Fate.NEW, Fate.MOVED, Fate.RENAMED, Fate.CHANGED, Fate.BACK, Fate.KEPT,
)  # fmt: skip
"""What needs the learner most comes first."""

SHOWN: tuple[Fate | None, ...] = (None, *ORDER)
"""What the table can be narrowed down to; None stands for all that is not just kept."""


class Column(IntEnum):
    """The columns of the table, from the left."""

    WHAT = 0
    BEFORE = 1
    NOW = 2
    WHY = 3


def place(outline: Outline, item: Item) -> str:
    """Return the titles that an item stands under, from the top."""
    above = [each.title for each in outline.ancestors(item.id)]
    return " › ".join(reversed(above))


def joined(dragged: Change, target: Change) -> tuple[int, int] | None:
    """Return the old and the new item that are paired where one row is dropped on another."""
    if dragged == target or not (dragged.fates & OPEN and target.fates & OPEN):
        return None
    if dragged.old is not None and target.new is not None:
        return dragged.old.id, target.new.id
    if dragged.new is not None and target.old is not None:
        return target.old.id, dragged.new.id
    return None


class ReviewModel(QAbstractTableModel):
    """Lists the changes of an update, all of them or those of one fate.

    Pairing is only asked for (`pair_asked`): the rows change when another update is shown.
    """

    pair_asked = Signal(object, object)  # ids of the old item and the new one

    def __init__(self, update: Update, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found_back = update.back
        self._update = update
        self._changes: Sequence[Change] = ()
        self._rows: Sequence[Change] = ()
        self._counts: Mapping[Fate | None, int] = {}
        self._shown: Fate | None = None
        self._cells: dict[int, Callable[[str, str], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda text, _place: text,
            Qt.ItemDataRole.AccessibleTextRole: lambda *lines: ", ".join(filter(None, lines)),
            Qt.ItemDataRole.ToolTipRole: words.verbatim,
            PLACE_ROLE: lambda _text, place: place,
        }
        self.show_update(update)

    def show_update(self, update: Update) -> None:
        """Show another update; what it changes is worked out here, once."""
        self._update = update
        self._changes = update.changes()
        self._counts = Counter(
            shown for change in self._changes for shown in SHOWN if _is_shown(change, shown)
        )
        self.show_only(self._shown)

    def show_only(self, shown: Fate | None) -> None:
        """Narrow the table down to a fate, or to all that is not just kept."""
        self.beginResetModel()
        self._shown = shown
        self._rows = [change for change in self._changes if _is_shown(change, shown)]
        self.endResetModel()

    def count(self, shown: Fate | None) -> int:
        """Return how many rows the table has when narrowed down to this."""
        return self._counts.get(shown, 0)

    def counts(self) -> Mapping[Fate, int]:
        """Return how many items have each fate."""
        return {fate: self.count(fate) for fate in Fate}

    def change(self, index: Index) -> Change | None:
        """Return the change of a row; None at the invalid index."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, old: int | None, new: int | None) -> int | None:
        """Return the row of a pair, or else the one of its new item, or of its old one."""
        found: dict[int, int] = {}
        for row, change in enumerate(self._rows):
            same_old = old is not None and change.old is not None and change.old.id == old
            same_new = new is not None and change.new is not None and change.new.id == new
            found.setdefault(2 * same_new + same_old, row)
        return found.get(3, found.get(2, found.get(1)))

    # What Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many changes are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: one without a partner is dragged onto another."""
        change = self.change(index)
        if change is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        if change.fates & OPEN:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        across = orientation is Qt.Orientation.Horizontal and section in set(Column)
        if not across or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.WHAT: self.tr("What happened"),
            Column.BEFORE: self.tr("Before"),
            Column.NOW: self.tr("Now"),
            Column.WHY: self.tr("Why"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows and says."""
        change = self.change(index)
        if change is None or role == CHANGE_ROLE:
            return change
        show = self._cells.get(role)
        if show is None:
            return None
        return show(self._text(change, index.column()), self._place(change, index.column()))

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what a drop does: it joins two rows."""
        return Qt.DropAction.LinkAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Return what a drag can end in."""
        return Qt.DropAction.LinkAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped: a row of this table."""
        return [ROW]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged row."""
        data = QMimeData()
        if indexes:
            data.setData(ROW, QByteArray(str(indexes[0].row()).encode()))
        return data

    def canDropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: Index,
    ) -> bool:
        """Return whether the dragged row and the one under it can be one item."""
        return self._dropped(data, parent) is not None

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: Index,
    ) -> bool:
        """Ask for the two rows to be paired."""
        pair = self._dropped(data, parent)
        if pair is not None:
            self.pair_asked.emit(*pair)
        return pair is not None

    def _dropped(self, data: QMimeData, target: Index) -> tuple[int, int] | None:
        row = bytes(data.data(ROW).data())
        dragged = self.change(self.index(int(row), 0)) if row.isdigit() else None
        onto = self.change(target)
        return joined(dragged, onto) if dragged is not None and onto is not None else None

    # Words

    def _text(self, change: Change, column: int) -> str:
        if column == Column.WHAT:
            words = [fate_word(fate) for fate in ORDER if fate in change.fates]
            return ", ".join([words[0], *map(str.lower, words[1:])])
        if column == Column.WHY:
            return self._why(change)
        item = change.old if column == Column.BEFORE else change.new
        return "" if item is None else item.title

    def _place(self, change: Change, column: int) -> str:
        if column == Column.NOW and change.new is not None:
            return place(self._update.new.outline, change.new)
        if column != Column.BEFORE or change.old is None:
            return ""
        if change.old.id in self._update.lost:
            return self.tr("left in an earlier version")
        return place(self._update.old.outline, change.old)

    def _why(self, change: Change) -> str:
        old, new, kin = change.old, change.new, change.kin
        if kin is not None:
            split = self.tr("split from “{title}”")
            merged = self.tr("now part of “{title}”")
            return (merged if new is None else split).format(title=kin.title)
        if old is None or new is None:
            return ""
        if Fate.BACK in change.fates and self._found_back.get(old.id) == new.id:
            return self.tr("same title, same text")
        if change.reason is None:
            return self.tr("you chose it")
        if change.reason is Reason.TITLE and old.title.casefold() != new.title.casefold():
            return self.tr("similar title")
        return self._reason_word(change.reason)

    def _reason_word(self, reason: Reason) -> str:
        return {
            Reason.PLACE: self.tr("same place"),
            Reason.TITLE: self.tr("same title"),
            Reason.LINK: self.tr("same link"),
            Reason.TEXT: self.tr("similar text"),
            Reason.ORDER: self.tr("same neighbours"),
            Reason.PARTS: self.tr("same lessons under it"),
        }[reason]


def fate_word(fate: Fate) -> str:
    """Return a fate in words."""
    return {
        Fate.KEPT: QCoreApplication.translate("Fate", "Kept"),
        Fate.MOVED: QCoreApplication.translate("Fate", "Moved"),
        Fate.RENAMED: QCoreApplication.translate("Fate", "Renamed"),
        Fate.CHANGED: QCoreApplication.translate("Fate", "Changed inside"),
        Fate.NEW: QCoreApplication.translate("Fate", "New"),
        Fate.GONE: QCoreApplication.translate("Fate", "Gone"),
        Fate.UNSURE: QCoreApplication.translate("Fate", "Unsure"),
        Fate.BACK: QCoreApplication.translate("Fate", "Back"),
    }[fate]


def _is_shown(change: Change, shown: Fate | None) -> bool:
    return change.fates != {Fate.KEPT} if shown is None else shown in change.fates
