"""All commands with their keys, found by words and given from there."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.seeking.folding import fold
from coursetracker.ui.proportions import give_room, pad_field, size_dialog

ACTION_ROLE = Qt.ItemDataRole.UserRole + 1
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandList(QDialog):
    """Lists the window's commands; the one that is chosen is given when this has closed."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commands")
        self.setWindowTitle(self.tr("Commands and shortcuts"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a command"))
        self.field.setAccessibleName(self.tr("Find a command by words"))
        pad_field(self.field)
        self.field.textChanged.connect(self._show_found)
        self.field.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setHeaderLabels(
            [self.tr("Command"), self.tr("Shortcut"), self.tr("What it does")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        give_room(self.list)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemActivated.connect(self._give)
        self.list.currentItemChanged.connect(self._say_current)
        self._nothing = QLabel(self.tr("No commands match."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for action in actions:
            self.list.addTopLevelItem(_row(action))
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        size_dialog(self, 110, 34)
        self._show_found("")

    def rows(self) -> list[QTreeWidgetItem]:
        """Return the rows that are shown."""
        every = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [row for row in every if row is not None and not row.isHidden()]

    def _show_found(self, looked_for: str) -> None:
        """Show the commands in which each of the words is found, and choose the first.

        One that has them in its name is chosen before those that have them in what they do.
        """
        wanted = fold(looked_for).split()
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            if row is not None:
                text = fold(" ".join(row.text(column) for column in range(3)))
                row.setHidden(not all(word in text for word in wanted))
        shown = self.rows()
        self._nothing.setVisible(not shown)
        able = [row for row in shown if not row.isDisabled()]
        named = (row for row in able if all(word in fold(row.text(0)) for word in wanted))
        first = next(named, able[0] if able else None)
        self.list.setCurrentIndex(
            QModelIndex() if first is None else self.list.indexFromItem(first)
        )
        self._say_current()

    def _say_current(self) -> None:
        """Let a screen reader know the chosen command, which keys in the field walk to."""
        row, shown = self.list.currentItem(), self.rows()
        said = self._nothing.text()
        if row is not None and row in shown:
            words = [row.text(column) for column in range(3) if row.text(column)]
            place = self.tr("{number} of {all}")
            said = ", ".join([*words, place.format(number=shown.index(row) + 1, all=len(shown))])
        self.field.setAccessibleDescription(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows choose and Enter give a command while words are typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._give(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _give(self, row: QTreeWidgetItem | None) -> None:
        if row is None or row.isDisabled():
            return
        action = row.data(0, ACTION_ROLE)
        self.accept()
        QTimer.singleShot(0, action, action.trigger)  # when the window has the keyboard again


def _row(action: QAction) -> QTreeWidgetItem:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    tip = "" if action.statusTip() == text else action.statusTip()
    row = QTreeWidgetItem([text, keys, tip])
    row.setData(0, ACTION_ROLE, action)
    row.setIcon(0, action.icon())
    row.setDisabled(not can_be_given(action))
    return row


def can_be_given(action: QAction) -> bool:
    """Return whether an action is enabled, and a menu that it is in, with all above that."""
    menus = [each for each in action.associatedObjects() if isinstance(each, QMenu)]
    reached = any(can_be_given(menu.menuAction()) for menu in menus) or not menus
    return action.isEnabled() and reached
