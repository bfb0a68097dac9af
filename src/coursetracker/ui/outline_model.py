"""The outline as a Qt tree: what the course holds, and how far each part of it is."""

from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from coursetracker.course.outline import Item, Outline, State
from coursetracker.progress.marking import above, meant
from coursetracker.progress.rollup import Check, Progress, Tally
from coursetracker.ui import words
from coursetracker.ui.marks import SIGN_ROLE, sign_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LOST_ITEM = "application/x-coursetracker-lost-item"
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
TALLY_ROLE = Qt.ItemDataRole.UserRole + 2
MARK_ROLE = Qt.ItemDataRole.UserRole + 4
NOTE_ROLE = Qt.ItemDataRole.UserRole + 8

ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsDropEnabled
)
CHECK_STATES = {
    Check.NONE: Qt.CheckState.Unchecked,
    Check.SOME: Qt.CheckState.PartiallyChecked,
    Check.ALL: Qt.CheckState.Checked,
}


class OutlineModel(QAbstractItemModel):
    """Shows the items of an outline with their ticks; a new outline replaces the whole tree.

    A tick by the learner is only asked for (`tick_asked`): the row changes when the session
    has recorded it and hands the new progress in.
    """

    tick_asked = Signal(object)  # id of the item
    attach_asked = Signal(object, object)  # id of a lost item, id of the item

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress.of(Outline("", ()), {})
        self._wanted: AbstractSet[int] | None = None  # None: all items
        self._children: dict[int | None, Sequence[Item]] = {}
        self._row: dict[int, int] = {}
        self._shown: dict[int, Callable[[Item], object]] = {
            Qt.ItemDataRole.DisplayRole: attrgetter("title"),
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.CheckStateRole: lambda item: CHECK_STATES[
                self._progress.check(item.id)
            ],
            Qt.ItemDataRole.AccessibleTextRole: lambda item: words.spoken(self._progress, item),
            Qt.ItemDataRole.AccessibleDescriptionRole: self._place,
            ITEM_ROLE: lambda item: item,
            TALLY_ROLE: self._tally,
            MARK_ROLE: lambda item: words.mark(self._progress, item),
            NOTE_ROLE: lambda item: self._progress.standing(item.id).has_note,
            SIGN_ROLE: lambda item: sign_of(self._progress, item.id),
        }

    def replace(self, progress: Progress, only: Collection[int] | None = None) -> None:
        """Show another course, or only some of its items with what stands above them."""
        self.beginResetModel()
        self._progress = progress
        self._wanted = None if only is None else {*only, *above(progress.outline, only)}
        self._children, self._row = {}, {}
        self.endResetModel()

    def update(self, progress: Progress, changed: Iterable[int]) -> None:
        """Show new progress in the same outline; only the changed rows are drawn again."""
        self._progress = progress
        outline, changed = progress.outline, frozenset(changed)
        beside: dict[int | None, list[int]] = {}
        for item_id in (changed | above(outline, changed)) & self._row.keys():
            beside.setdefault(outline.item(item_id).parent, []).append(self._row[item_id])
        for parent, rows in beside.items():  # a signal for each row would take long for many
            under = self.index_of(parent)
            self.dataChanged.emit(self.index(min(rows), 0, under), self.index(max(rows), 0, under))

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter leaves something of the course out."""
        return self._wanted is not None

    def meant(self, chosen: Iterable[int]) -> list[int]:
        """Return the items that a choice means, none of which stands above another."""
        return meant(self._progress.outline, chosen)

    def leaves_shown(self, item_id: int) -> list[int]:
        """Return the leaves under an item that the tree holds; a filter leaves some of them out."""
        leaves = self._progress.outline.leaves(item_id)
        return [each.id for each in leaves if self._wanted is None or each.id in self._wanted]

    def item(self, index: Index) -> Item | None:
        """Return the item at an index; None at the invalid one."""
        item = index.internalPointer() if index.isValid() else None
        return item if isinstance(item, Item) else None

    def index_of(self, item_id: int | None) -> QModelIndex:
        """Return where an item stands in the tree."""
        outline = self._progress.outline
        if item_id is None or item_id not in outline:
            return NOWHERE
        beside = self._under(outline.item(item_id).parent)
        row = self._row.get(item_id)
        return NOWHERE if row is None else self.createIndex(row, 0, beside[row])

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a row under a parent."""
        children = self._below(parent)
        if column != 0 or not 0 <= row < len(children):
            return NOWHERE
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return what an item hangs under."""
        item = self.item(index)
        return self.index_of(item.parent) if item else NOWHERE

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many items hang directly under a parent."""
        return len(self._below(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: ARG002
        """Return 1: counts and bars are drawn in the title's own row."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return ROW_FLAGS

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped on a row: something from Lost & found."""
        return [LOST_ITEM]

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what a drop does."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002  Qt's own
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        """Return whether a drop may be made: on a row, not between two."""
        return data.hasFormat(LOST_ITEM) and parent.isValid() and row < 0

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for a lost item to be attached to a row."""
        item = self.item(parent)
        if item is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.attach_asked.emit(int(data.data(LOST_ITEM).toStdString()), item.id)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        item = self.item(index)
        show = self._shown.get(role)
        return show(item) if item is not None and show is not None else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        """Ask for a tick; the row changes once it is recorded."""
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick_asked.emit(item.id)
        return True

    def _below(self, parent: Index) -> Sequence[Item]:
        item = self.item(parent)
        return self._under(item.id if item else None)

    def _under(self, parent: int | None) -> Sequence[Item]:
        """Return what is shown under an item; worked out when it is asked for first."""
        children = self._children.get(parent)
        if children is None:
            children = self._progress.outline.children(parent)
            if self._wanted is not None:
                children = [item for item in children if item.id in self._wanted]
            self._children[parent] = children
            self._row.update((item.id, row) for row, item in enumerate(children))
        return children

    def _tally(self, item: Item) -> Tally | None:
        """Return the count beside a title; a leaf has none, nor has what is skipped as a whole."""
        return None if self._state(item) is not None else self._progress.tally(item.id)

    def _state(self, item: Item) -> State | None:
        """Return the state of a leaf, or of an item that is skipped as a whole."""
        state = self._progress.state(item.id)
        known = self._progress.outline.is_leaf(item.id) or state is State.SKIPPED
        return state if known else None

    def _place(self, item: Item) -> str:
        """Say where in the tree a row is, which Qt does not tell."""
        level = 1 + sum(1 for _ in self._progress.outline.ancestors(item.id))
        beside = self._under(item.parent)
        told = self.tr("level {level}, {number} of {all}")
        return told.format(level=level, number=self._row[item.id] + 1, all=len(beside))

    def _tip(self, item: Item) -> str:
        state = self._state(item)
        return words.verbatim(item.title, "" if state is None else words.state_name(state))
