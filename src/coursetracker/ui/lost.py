"""Lost & found: what the learner did with lessons that have left the course."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QByteArray,
    QItemSelectionModel,
    QMimeData,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.outline import State
from coursetracker.progress.grades import counting_score
from coursetracker.progress.lost import LostItem
from coursetracker.ui import words
from coursetracker.ui.outline_model import LOST_ITEM
from coursetracker.ui.proportions import give_room
from coursetracker.ui.stacking import StackingRow

LOST_ROLE = Qt.ItemDataRole.UserRole + 1
BEGINNING = 40
MOST_LINES = 8
"""So many characters of a note are shown in its row, so many lines in its tip."""

ROWS = 4
"""So many rows are shown before the list scrolls."""


class LostList(QListWidget):
    """The list itself: its rows can be dragged onto a lesson of the outline."""

    attach_pressed = Signal()
    let_go_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        give_room(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Attach at Return, let go at Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.attach_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.let_go_pressed.emit()
        else:
            super().keyPressEvent(event)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Return what is dragged: the id of the lost item."""
        data = QMimeData()
        lost: LostItem = items[0].data(LOST_ROLE)
        data.setData(LOST_ITEM, QByteArray(str(lost.item.id).encode()))
        return data


class LostPanel(QWidget):
    """Shows what waits for a new home; hidden while nothing does."""

    attach_asked = Signal(object)  # LostItem, to the lesson that is read
    let_go_asked = Signal(object)  # LostItem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lost-and-found")
        self._title = QLabel(self)
        self._title.setObjectName("lost-title")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._hint = QLabel(
            self.tr(
                "Drag onto a lesson to give it what waits here. Enter gives it to the open lesson."
            ),
            self,
        )
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(self._hint.palette().ColorRole.PlaceholderText)
        self.list = LostList(self)
        self.list.setObjectName("lost-list")
        self.list.setAccessibleName(self.tr("Lost & found"))
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.attach_pressed.connect(partial(self._ask, self.attach_asked))
        self.list.let_go_pressed.connect(partial(self._ask, self.let_go_asked))
        self._attach = QPushButton(self.tr("Attach to this lesson"), self)
        self._attach.setObjectName("lost-attach")
        self._attach.setToolTip(self.tr("Give what is chosen here to the lesson that is open"))
        self._attach.clicked.connect(partial(self._ask, self.attach_asked))
        self._let_go = QPushButton(self.tr("Let go"), self)
        self._let_go.setObjectName("lost-let-go")
        self._let_go.setToolTip(self.tr("Take it off this list; Undo brings it back"))
        self._let_go.clicked.connect(partial(self._ask, self.let_go_asked))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        buttons = StackingRow(self)
        buttons.add(self._attach)
        buttons.add(self._let_go)
        buttons.box.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self.list)
        column.addWidget(buttons)

    def show_lost(self, lost: Sequence[LostItem]) -> None:
        """Show what is lost, in place of what was shown before."""
        self.list.clear()
        for each in lost:
            facts = self._facts(each)
            row = QListWidgetItem(f"{each.item.title}\n{' · '.join(facts)}", self.list)
            row.setData(LOST_ROLE, each)
            said = ", ".join([each.item.title, *facts])
            row.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            place = "  ›  ".join([*each.above, each.item.title])
            row.setToolTip(words.verbatim(place, *each.note.splitlines()[:MOST_LINES]))
        self._title.setText(self.tr("Lost & found ({count})").format(count=len(lost)))
        if lost:
            self.list.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)
            height = self.list.sizeHintForRow(0) * min(len(lost), ROWS) + 4
            self.list.setFixedHeight(height)
        self.setVisible(bool(lost))

    def _facts(self, lost: LostItem) -> list[str]:
        """Say what a lost item carries, and where it stood."""
        standing = lost.standing
        facts: list[str] = []
        if standing.done_at is not None:
            facts.append(self.tr("done on {day}").format(day=words.day(standing.done_at)))
        elif standing.state is not State.NOT_STARTED:
            facts.append(words.state_word(standing.state))
        score = counting_score(standing)
        if score is not None:
            facts.append(words.percent_points(score))
        if lost.has_note:
            begins = " ".join(lost.note.split())
            if len(begins) > BEGINNING:
                begins = begins[:BEGINNING].rstrip() + "…"
            facts.append(self.tr("with a note: “{begins}”").format(begins=begins))
        if lost.gone_at is None:
            facts.append(self.tr("has lessons under it now"))
        elif lost.above:
            facts.append(self.tr("was in “{title}”").format(title=lost.above[-1]))
        return facts

    def _ask(self, signal: SignalInstance) -> None:
        row = self.list.currentItem()
        if row is not None:
            signal.emit(row.data(LOST_ROLE))

    def _open_menu(self, place: QPoint) -> None:
        if self.list.itemAt(place) is None and self.list.currentItem() is None:
            return
        menu = QMenu(self)
        for button, signal in (
            (self._attach, self.attach_asked), (self._let_go, self.let_go_asked),
        ):  # fmt: skip
            menu.addAction(button.text()).triggered.connect(partial(self._ask, signal))
        menu.exec(self.list.viewport().mapToGlobal(place))
        menu.deleteLater()
