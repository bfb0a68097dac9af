"""What happens is told to screen readers: Qt only tells them of moves."""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

Spoken = tuple[QPersistentModelIndex, object, object]
"""A row, what is said of it, and its tick."""


def announce(teller: QWidget, sentence: str) -> None:
    """Have a sentence said, wherever the keyboard is."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(teller, sentence))


class Speaking(QObject):
    """Tells which row is the current one, and of its tick and words when they change."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._said: Spoken | None = None
        view.selectionModel().currentChanged.connect(self._begin)
        view.model().dataChanged.connect(self._look)
        view.installEventFilter(self)
        if isinstance(view, QTreeView):
            view.expanded.connect(lambda _index: self._tell_of(self.tr("opened")))
            view.collapsed.connect(lambda _index: self._tell_of(self.tr("closed")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the current row when the keyboard comes to the view, of which Qt only names that."""
        if event.type() == QEvent.Type.FocusIn and QAccessible.isActive():
            QTimer.singleShot(0, self, self._name_row)
        return super().eventFilter(watched, event)

    def _name_row(self) -> None:
        if self._view.hasFocus() and self._view.currentIndex().isValid():
            row = QAccessible.queryAccessibleInterface(self._view).focusChild()
            QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))

    def _tell_of(self, what: str) -> None:
        """Say what has become of a section, while the learner is on it."""
        if self._view.hasFocus():
            announce(self._view, what)

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
