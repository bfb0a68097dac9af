"""The history of the open course: what was done when, and taking any of it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.problems import Problem
from coursetracker.progress.past import Entry
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.past_model import ENTRY_ROLE, TAKEN_BACK_ROLE, TIME_ROLE, PastModel
from coursetracker.ui.proportions import pad_field
from coursetracker.ui.rows import GAP, Index, RowDelegate
from coursetracker.ui.session import Session

TYPING = 150
"""Milliseconds after the last letter at which what is typed is looked for."""


class PastDelegate(RowDelegate):
    """Draws days as headings, and entries with their time; what was taken back is struck out."""

    def row_height(self, metrics: QFontMetrics) -> int:
        """Return the height of every row."""
        return metrics.height() + GAP

    def font(self, index: Index) -> QFont:
        """Make days stand out, and strike out what does not hold."""
        font = QFont(super().font(index))
        font.setBold(index.data(ENTRY_ROLE) is None)
        font.setStrikeOut(bool(index.data(TAKEN_BACK_ROLE)))
        return font

    def title_role(self, index: Index) -> QPalette.ColorRole:
        """Let what was taken back stand back."""
        if index.data(TAKEN_BACK_ROLE):
            return QPalette.ColorRole.PlaceholderText
        return super().title_role(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = option.rect.adjusted(GAP, 0, -GAP, 0)
        if index.data(ENTRY_ROLE) is None:
            self.draw_title(painter, line, index)
            return
        self.draw_ground(painter, option, index)
        metrics, muted = option.fontMetrics, self.ink(index, QPalette.ColorRole.PlaceholderText)
        time, ended = str(index.data(TIME_ROLE)), str(index.data(TAKEN_BACK_ROLE))
        painter.setPen(muted)
        painter.drawText(line.adjusted(GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, time)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side, ended)
        left = metrics.horizontalAdvance("00:00 PM") + 2 * GAP
        free = metrics.horizontalAdvance(ended) + GAP if ended else 0
        self.draw_title(painter, QRect(line).adjusted(left, 0, -free, 0), index)

    def editorEvent(self, *_: object) -> bool:
        """Do nothing: there is no box to click on."""
        return False


class PastDialog(QDialog):
    """Shows the history beside the window, and keeps up with what is done there."""

    item_chosen = Signal(object)  # id of the item
    refused = Signal(object)  # Exception

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("past")
        self._session = session
        self.model = PastModel(session, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in the history"))
        self.field.setAccessibleName(self.tr("Find in the history by words"))
        pad_field(self.field)
        self.view = QListView(self)
        self.view.setAccessibleName(self.tr("What was done, newest first"))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        self.view.setItemDelegate(PastDelegate(self.view))
        self._nothing = QLabel(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._turn = QPushButton(self)
        self._turn.setObjectName("past-turn")
        self._go = QPushButton(self.tr("&Go to the lesson"), self)
        self._go.setObjectName("past-go")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._lay_out()
        self._connect()

    def open_anew(self) -> None:
        """Show the history as it is now, beside the window."""
        self._begin()
        self.show()
        self.activateWindow()
        self.view.setFocus()

    def sizeHint(self) -> QSize:
        """Return a size that leaves the window behind in sight."""
        room = self.screen().availableSize()
        return QSize(min(620, room.width()), min(560, room.height()))

    def _lay_out(self) -> None:
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self._turn, self._go):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing)
        column.addWidget(buttons)

    def _connect(self) -> None:
        session, model = self._session, self.model
        session.history_changed.connect(self._refresh)
        session.course_opened.connect(self.reject)
        session.course_closed.connect(self.reject)
        model.refused.connect(self.refused)
        model.rowsInserted.connect(self._choose_first)
        for change in (model.modelReset, model.rowsInserted, model.dataChanged):
            change.connect(self._show_choice)
        self.view.selectionModel().currentChanged.connect(self._show_choice)
        self.view.activated.connect(self._go_to)
        self.field.textChanged.connect(self._typing.start)
        self.field.returnPressed.connect(self.view.setFocus)
        self._typing.timeout.connect(self._begin)
        self._turn.clicked.connect(self._turn_around)
        self._go.clicked.connect(self._go_to)

    def _begin(self) -> None:
        """Show the history of the course that is open."""
        title = "" if self._session.course is None else self._session.course.title
        self.setWindowTitle(self.tr("History: {title}").format(title=title))
        self.model.begin(self.field.text())

    def _refresh(self) -> None:
        if self.isVisible():
            self.model.refresh()

    def _choose_first(self) -> None:
        if not self.view.currentIndex().isValid() and self.model.rowCount() > 1:
            self.view.setCurrentIndex(self.model.index(1))

    def entry(self) -> Entry | None:
        """Return the entry that is chosen."""
        entry = self.view.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, Entry) else None

    def _show_choice(self) -> None:
        """Offer what can be done with the entry that is chosen."""
        entry, progress = self.entry(), self._session.progress
        taken_back = entry is not None and entry.taken_back_at is not None
        self._turn.setText(self.tr("&Redo") if taken_back else self.tr("&Undo"))
        self._turn.setEnabled(entry is not None)
        here = entry is not None and progress is not None and entry.item in progress.outline
        self._go.setEnabled(here)
        looking = bool(self.field.text().strip())
        empty = self.tr("Nothing found.") if looking else self.tr("Nothing has been done yet.")
        self._nothing.setText(empty)
        self._nothing.setVisible(not self.model.rowCount())

    def _turn_around(self) -> None:
        """Take the chosen entry back, or do it again where it was."""
        entry = self.entry()
        if entry is None:
            return
        what, past = self.model.told(entry), self._session.past
        if entry.taken_back_at is None:
            words = self.tr("reverse: {what}").format(what=what)
            self._attempt(partial(past.take_back, entry, words))
        else:
            words = self.tr("redo: {what}").format(what=what)
            self._attempt(partial(past.do_again, entry, words))

    def _go_to(self) -> None:
        entry, progress = self.entry(), self._session.progress
        if entry is not None and progress is not None and entry.item in progress.outline:
            self.item_chosen.emit(entry.item)

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
