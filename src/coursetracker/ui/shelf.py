"""My courses: a page with all courses, and what can be done with each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui.icons import button_icon, icon_button
from coursetracker.ui.marks import ChoiceBox
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.proportions import Step, pad_field, set_step
from coursetracker.ui.session import Shelved
from coursetracker.ui.shelf_model import ShelfModel
from coursetracker.ui.shelf_view import ShelfView

WIDEST = 1040
FILTER_WIDTH = 220
DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class ShelfPage(QWidget):
    """Lists the courses; asks for what is to be done and shows it once it is done."""

    asked = Signal(str, object)  # what to do, and the Shelved to do it with
    add_asked = Signal()
    sample_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self._model = ShelfModel(self)
        self.list = ShelfView(self._model, self)
        self._can_go_back = False
        self._buttons: dict[str, QPushButton] = {}
        room = QWidget(self)
        room.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(room)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addLayout(self._head())
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._nothing(), 1)
        self._column.addLayout(self._row_of_buttons())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(room, 1000)
        row.addStretch(1)
        self._connect()
        self._show_current()

    # Putting it together

    def _head(self) -> QHBoxLayout:
        self._back = icon_button("arrow-left", self.tr("Back to the course (Esc)"), self)
        self._back.setObjectName("shelf-back")
        self._back.setAccessibleName(self.tr("Back to the course"))
        title = QLabel(self.tr("My courses"), self)
        set_step(title, Step.PAGE)
        self._archived = ChoiceBox(self.tr("Show archived"), self)
        self._archived.setObjectName("shelf-archived")
        self._filter = QLineEdit(self)
        self._filter.setObjectName("shelf-filter")
        self._filter.setPlaceholderText(self.tr("Filter by title"))
        self._filter.setAccessibleName(self.tr("Words to find a course by"))
        pad_field(self._filter)
        self._filter.setFixedWidth(FILTER_WIDTH)
        self._add = QPushButton(self.tr("A&dd a course…"), self)
        self._add.setObjectName("shelf-add")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._back)
        row.addWidget(title)
        row.addStretch(1)
        for widget in (self._archived, self._filter, self._add):
            row.addWidget(widget)
        return row

    def _nothing(self) -> QWidget:
        """Return what stands in place of the list while that is empty."""
        self._empty = QWidget(self)
        self._empty.setObjectName("shelf-empty")
        self._sentence = QLabel(self._empty)
        self._sentence.setObjectName("shelf-sentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        set_step(self._sentence, Step.SUBTITLE, bold=False)
        sign = QLabel(self._empty)
        sign.setPixmap(button_icon("library").pixmap(QSize(48, 48), self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = QPushButton(self.tr("&Open a course…"), self._empty)
        self._open.setObjectName("shelf-open-file")
        self._sample = QPushButton(self.tr("Open the &sample course"), self._empty)
        self._sample.setObjectName("shelf-sample")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._sample)
        row.addStretch(1)
        column = QVBoxLayout(self._empty)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(sign)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addStretch(2)
        return self._empty

    def _row_of_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, text, tip in (
            ("continue", self.tr("Con&tinue"),
             self.tr("Open the course at its next lesson (Shift+Enter)")),
            ("open", self.tr("&Open"), self.tr("Open the course where you were (Enter)")),
            ("rename", self.tr("&Rename…"), self.tr("Call the course something else (F2)")),
            ("locate", self.tr("&Locate the file…"),
             self.tr("Say where the course's file is, if it has moved")),
            ("archive", self.tr("&Archive"), self.tr("Put the course out of the way")),
            ("remove", self.tr("Re&move"),
             self.tr("Take the course off this list; Undo brings it back (Del)")),
        ):  # fmt: skip
            button = QPushButton(text, self)
            button.setObjectName(f"shelf-{name}")
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, name=name: self._ask(name))
            self._buttons[name] = button
            row.addWidget(button)
            if name == "open":
                row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._add.clicked.connect(self.add_asked)
        self._open.clicked.connect(self.add_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(lambda: self._ask("open"))
        self._archived.toggled.connect(self._narrow)
        self.list.asked.connect(self._ask)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.customContextMenuRequested.connect(self._open_menu)

    # Showing

    def show_courses(self, courses: Sequence[Shelved], today: date, current: int | None) -> None:
        """Show the courses as they are now; one of them may become current."""
        row, before = self.list.currentIndex().row(), self.current()
        if current is None and before is not None:
            current = before.id
        rows_had_focus = any(each.hasFocus() for each in (self.list, *self._buttons.values()))
        self._model.replace(courses, today)
        self._go_to(self._model.index_of(current), row)
        if rows_had_focus and not self._model.rowCount():
            self.take_focus()

    def show_missing(self, missing: frozenset[int]) -> None:
        """Mark the courses whose files are not there."""
        self._model.show_missing(missing)

    def take_notice(self, notice: NoticeBar) -> None:
        """Put the bar that tells things over the list."""
        self._column.insertWidget(1, notice)

    def allow_back(self, allowed: bool) -> None:  # noqa: FBT001
        """Say whether there is a course to go back to."""
        self._can_go_back = allowed
        self._back.setVisible(allowed)

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        wanted = self.list if self._model.rowCount() else self._open
        (wanted if wanted.isVisibleTo(self) else self._filter).setFocus()

    def current(self) -> Shelved | None:
        """Return the course that is chosen in the list."""
        return self._model.course(self.list.currentIndex())

    def _narrow(self) -> None:
        before = self.current()
        self._model.narrow(self._filter.text(), archived=self._archived.isChecked())
        self._go_to(self._model.index_of(before.id if before is not None else None), 0)

    def _go_to(self, index: QModelIndex, row: int) -> None:
        """Make a row current, or else the one that is now where the last one was."""
        if not index.isValid():
            index = self._model.index(min(max(row, 0), self._model.rowCount() - 1), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self._show_current()

    def _show_current(self) -> None:
        """Show what can be done with the current course, or why there is none."""
        shelved = self.current()
        for button in self._buttons.values():
            button.setVisible(self._model.rowCount() > 0)
        if shelved is not None:
            self._buttons["continue"].setEnabled(shelved.following is not None)
            archive = self.tr("Un&archive") if shelved.is_archived else self.tr("&Archive")
            self._buttons["archive"].setText(archive)
        self.list.setVisible(self._model.rowCount() > 0)
        self._empty.setVisible(self._model.rowCount() == 0)
        self._sentence.setText(self._why_empty())
        for button in (self._open, self._sample):
            button.setVisible(self._model.total == 0)
        for widget in (self._filter, self._add):
            widget.setVisible(self._model.total > 0)
        self._archived.setVisible(self._model.archived > 0)

    def _why_empty(self) -> str:
        if not self._model.total:
            return self.tr(
                "There are no courses here yet. Open one that is written as Markdown, or look "
                "around in the sample course."
            )
        if self._filter.text().strip():
            return self.tr("No course has “{words}” in its title.").format(
                words=self._filter.text().strip()
            )
        return self.tr("All your courses are archived. Tick “Show archived” to see them.")

    # Asking

    def _ask(self, name: str) -> None:
        shelved = self.current()
        if shelved is not None and self._buttons[name].isEnabled():
            self.asked.emit(name, shelved)

    def menu(self) -> QMenu:
        """Return the menu of the current course: what the buttons do."""
        menu = QMenu(self)
        for button in self._buttons.values():
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        return menu

    def _open_menu(self, place: QPoint) -> None:
        if self.current() is not None:
            menu = self.menu()
            menu.exec(self.list.viewport().mapToGlobal(place))
            menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the filter to the list, clear the filter, or go back to the course."""
        if event.key() in DOWN and self._filter.hasFocus() and self._model.rowCount():
            self.list.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif event.key() == Qt.Key.Key_Escape and self._can_go_back:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
