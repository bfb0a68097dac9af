"""Choosing by hand which item of the other version a lesson is."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.changes import Change, Update
from coursetracker.course.outline import Item, Outline
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.outline_model import NOWHERE
from coursetracker.ui.proportions import pad_field, size_dialog
from coursetracker.ui.review_model import PLACE_ROLE, Index, place
from coursetracker.ui.review_table import TwoLines

LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an item can be paired with, and where that stands; None for what left earlier."""

    item: Item
    place: str | None


def candidates(update: Update, change: Change) -> Iterator[Candidate]:
    """Yield what has no partner yet: new items for an old one, old and lost ones for a new one."""
    if change.old is None:
        yield from _left(update.old.outline, {*update.pairs})
        for item in update.lost.values():
            if item.id not in update.back:
                yield Candidate(item, None)
    else:
        own = set() if change.new is None else {change.new.id}
        yield from _left(update.new.outline, own.union(update.pairs.values(), update.back.values()))


def _left(outline: Outline, taken: AbstractSet[int]) -> Iterator[Candidate]:
    for item in outline.items:
        if item.id not in taken:
            yield Candidate(item, place(outline, item))


class CandidateModel(QAbstractListModel):
    """Lists candidates, those only that hold all the words typed."""

    def __init__(self, candidates: Iterable[Candidate], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(candidates)
        self._keys = [f"{each.item.title} {each.place or ''}".casefold() for each in self._all]
        self._shown: Sequence[Candidate] = self._all

    def show_only(self, typed: str) -> None:
        """Narrow the list down to what holds all of these words, in any order."""
        words = typed.casefold().split()
        self.beginResetModel()
        self._shown = [
            candidate
            for candidate, key in zip(self._all, self._keys, strict=True)
            if all(word in key for word in words)
        ]
        self.endResetModel()

    def candidate(self, index: Index) -> Candidate | None:
        """Return the candidate of a row; None at the invalid index."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many candidates are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        candidate = self.candidate(index)
        if candidate is None:
            return None
        where = candidate.place
        if where is None:
            where = self.tr("left in an earlier version")
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.item.title
        if role == PLACE_ROLE:
            return where
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{candidate.item.title}, {where}" if where else candidate.item.title
        return None


class PairDialog(QDialog):
    """Asks which of some items is the same as another; Return takes the current one."""

    def __init__(
        self, title: str, candidates: Iterable[Candidate], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pair")
        self.setWindowTitle(self.tr("Pair with…"))
        self._model = CandidateModel(candidates, self)
        self._field = QLineEdit(self)
        self._field.setObjectName("pair-filter")
        self._field.setPlaceholderText(self.tr("Type to find a title"))
        self._field.setAccessibleName(self.tr("Words to find a title by"))
        pad_field(self._field)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list = QListView(self)
        self._list.setObjectName("pair-list")
        self._list.setAccessibleName(self.tr("What has no partner yet"))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(TwoLines(self._list))
        self._list.setModel(self._model)
        self._list.doubleClicked.connect(self.accept)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._pair = self._buttons.addButton(
            self.tr("&Pair"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        question = QLabel(self.tr("Which of these is “{title}”?").format(title=title), self)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self._pair.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (question, self._field, self._list, self._buttons):
            column.addWidget(widget)
        self._narrow("")
        self._field.setFocus()
        size_dialog(self, 66, 24)

    @property
    def chosen(self) -> Item | None:
        """The item that the learner chose."""
        candidate = self._model.candidate(self._list.currentIndex())
        return None if candidate is None else candidate.item

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while words are typed."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LIST_KEYS
        ):
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        self._model.show_only(typed)
        first = self._model.index(0) if self._model.rowCount() else QModelIndex()
        self._list.setCurrentIndex(first)
        self._pair.setEnabled(first.isValid())
