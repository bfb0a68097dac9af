"""The checklist as a Qt list: weeks and assessments with their progress and scores."""

from collections.abc import Callable, Iterable
from operator import attrgetter

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.progress.grades import result
from coursetracker.progress.marking import above
from coursetracker.progress.rollup import Progress
from coursetracker.ui import words
from coursetracker.ui.marks import SIGN_ROLE, sign_of
from coursetracker.ui.outline_model import CHECK_STATES, ITEM_ROLE, NOWHERE, TALLY_ROLE

Index = QModelIndex | QPersistentModelIndex
STANDING_ROLE = Qt.ItemDataRole.UserRole + 3


class ChecklistModel(QAbstractListModel):
    """Lists what a learner ticks off a course by: its weeks and its assessments.

    Ticks and scores are only asked for (`tick_asked`, `score_asked`); rows change when the
    session has recorded them and hands the new progress in.
    """

    tick_asked = Signal(object)  # id of the item
    score_asked = Signal(object, object)  # id of the item, percent or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress.of(Outline("", ()), {})
        self._items: tuple[Item, ...] = ()
        self._row: dict[int, int] = {}
        self._shown: dict[int, Callable[[Item], object]] = {
            Qt.ItemDataRole.DisplayRole: attrgetter("title"),
            Qt.ItemDataRole.ToolTipRole: lambda item: words.tip(item.title),
            Qt.ItemDataRole.CheckStateRole: lambda item: CHECK_STATES[
                self._progress.check(item.id)
            ],
            Qt.ItemDataRole.EditRole: lambda item: self._progress.standing(item.id).score,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            ITEM_ROLE: lambda item: item,
            SIGN_ROLE: lambda item: sign_of(self._progress, item.id),
            TALLY_ROLE: lambda item: self._progress.tally(item.id),
            STANDING_ROLE: lambda item: self._progress.standing(item.id),
        }

    def replace(self, progress: Progress) -> None:
        """Show another course."""
        self.beginResetModel()
        self._progress = progress
        self._items = progress.outline.milestones()
        self._row = {item.id: row for row, item in enumerate(self._items)}
        self.endResetModel()

    def update(self, progress: Progress, changed: Iterable[int]) -> None:
        """Show new progress in the same outline."""
        self._progress = progress
        for item_id in above(progress.outline, changed).union(changed) & self._row.keys():
            index = self.index(self._row[item_id])
            self.dataChanged.emit(index, index)

    def item(self, index: Index) -> Item | None:
        """Return the item of a row; None at the invalid index."""
        return self._items[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many weeks and assessments there are."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: assessments take a score."""
        item = self.item(index)
        if item is None:
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        return flags | Qt.ItemFlag.ItemIsEditable if item.kind is Kind.ASSESSMENT else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        item = self.item(index)
        show = self._shown.get(role)
        return show(item) if item is not None and show is not None else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick or a score; the row changes once it is recorded."""
        item = self.item(index)
        if item is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick_asked.emit(item.id)
        elif role == Qt.ItemDataRole.EditRole:
            self.score_asked.emit(item.id, value)
        return role in (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.EditRole)

    def _spoken(self, item: Item) -> str:
        spoken = words.spoken(self._progress, item)
        standing = self._progress.standing(item.id)
        if item.kind is not Kind.ASSESSMENT or standing.score is None:
            return spoken
        outcome = words.result_word(result(standing))
        return f"{spoken}, {words.percent_points(standing.score)}, {outcome}"
