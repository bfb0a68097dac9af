"""What becomes of the current row is told to screen readers: Qt only tells them of moves."""

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractItemView

Spoken = tuple[QPersistentModelIndex, object, object]
"""A row, what is said of it, and its tick."""


class Speaking(QObject):
    """Tells of a row's tick and words when they change under the learner's hands."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._said: Spoken | None = None
        view.selectionModel().currentChanged.connect(self._begin)
        view.model().dataChanged.connect(self._look)

    def _begin(self) -> None:
        """Know what Qt itself says of a row that has become the current one."""
        self._said = self._now() if QAccessible.isActive() else None

    def _now(self) -> Spoken | None:
        current = self._view.currentIndex()
        if not current.isValid():
            return None
        words = current.data(Qt.ItemDataRole.AccessibleTextRole)
        return QPersistentModelIndex(current), words, current.data(Qt.ItemDataRole.CheckStateRole)

    def _look(self) -> None:
        before = self._said
        self._begin()
        if before is None or self._said is None or before[0] != self._said[0]:
            return
        row = QAccessible.queryAccessibleInterface(self._view).focusChild()
        if before == self._said or row is None:
            return
        if before[2] != self._said[2]:
            ticked = QAccessible.State()
            ticked.checked = True  # it is this state that has changed
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(row, ticked))
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.NameChanged))
