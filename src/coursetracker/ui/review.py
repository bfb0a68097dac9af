"""Reviewing what an update of a course changes, before it is applied."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.changes import Change, Fate, Update
from coursetracker.ui.actions import without_arguments
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.differences import DifferenceView
from coursetracker.ui.marks import ChoiceBox
from coursetracker.ui.pairing import PairDialog, candidates
from coursetracker.ui.proportions import Step, set_step, size_dialog
from coursetracker.ui.quantities import Quantities
from coursetracker.ui.review_model import SHOWN, ReviewModel, fate_word
from coursetracker.ui.review_table import ReviewTable


class ReviewDialog(QDialog):
    """Shows what an update changes and lets rows be paired otherwise; nothing is applied here.

    Once it is accepted, `update` is the update as the learner left it.
    """

    def __init__(
        self,
        update: Update,
        title: str,
        by_itself: bool,  # noqa: FBT001
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self.setWindowTitle(self.tr("Review changes – {title}").format(title=title))
        self._update = update
        self._earlier: list[tuple[Update, int, int]] = []
        self._model = ReviewModel(update, self)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        self._add_numbers(column)
        self._add_changes(column)
        self._add_end(column, by_itself=by_itself)
        self._connect()
        self._tabs.setCurrentIndex(SHOWN.index(Fate.UNSURE if update.unsure else None))
        self._show_update()
        self._go_to(0)
        (self._apply if update.is_certain else self._table).setFocus()
        size_dialog(self, 150, 38)

    @property
    def update(self) -> Update:  # type: ignore[override]  # Qt's own is to paint, and never called
        """The update as the learner left it."""
        return self._update

    @property
    def by_itself(self) -> bool:
        """Whether updates without anything unsure or gone may be applied without asking."""
        return self._by_itself.isChecked()

    # Putting it together

    def _add_numbers(self, column: QVBoxLayout) -> None:
        self._numbers = QLabel(self)
        self._numbers.setObjectName("numbers")
        set_step(self._numbers, Step.TITLE)
        self._numbers.setWordWrap(True)
        column.addWidget(self._numbers)

    def _add_changes(self, column: QVBoxLayout) -> None:
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("shown")
        self._tabs.setAccessibleName(self.tr("Which changes are shown"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for _ in SHOWN:
            self._tabs.addTab("")
        self._table = ReviewTable(self._model, self)
        upper = QWidget(self)
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self._tabs)
        above.addWidget(self._table, 1)
        above.addSpacing(8)
        above.addLayout(self._row_of_buttons())
        self._texts = DifferenceView(self)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(upper)
        splitter.addWidget(self._texts)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([400, 200])
        column.addWidget(splitter, 1)

    def _row_of_buttons(self) -> QHBoxLayout:
        self._same = self._button("same", self.tr("They are the &same"), self.accept_proposal)
        self._pair = self._button("pair-with", self.tr("&Pair with…"), self.pair_with)
        self._not_same = self._button("not-same", self.tr("&Not the same"), self.unpair)
        self._undo = self._button("undo-pairing", self.tr("&Undo"), self.undo)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self._same, self._pair, self._not_same):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._undo)
        return row

    def _button(self, name: str, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(without_arguments(run))
        return button

    def _add_end(self, column: QVBoxLayout, *, by_itself: bool) -> None:
        self._left = QLabel(self)
        self._left.setObjectName("left-unsure")
        self._left.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._by_itself = ChoiceBox(
            self.tr("Apply without asking when nothing is unsure or gone"), self
        )
        self._by_itself.setObjectName("by-itself")
        self._by_itself.setChecked(by_itself)
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        self._apply = buttons.addButton(self.tr("&Apply"), roles.AcceptRole)
        self._apply.setDefault(True)
        buttons.addButton(self.tr("Not no&w"), roles.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(self._left)
        row = QHBoxLayout()
        row.addWidget(self._by_itself)
        row.addStretch(1)
        row.addWidget(buttons)
        column.addLayout(row)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._show_tab)
        self._table.selectionModel().currentRowChanged.connect(self._show_row)
        self._table.menu_asked.connect(self._show_menu)
        # Queued: the rows are replaced once the table is through with the drop.
        self._model.pair_asked.connect(self.pair, Qt.ConnectionType.QueuedConnection)
        apply = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return)
        QShortcut(apply, self).activated.connect(self.accept)
        undo = QKeySequence(QKeySequence.StandardKey.Undo)
        QShortcut(undo, self).activated.connect(self.undo)
        tip = self.tr("Undo the last pairing ({key})")
        self._undo.setToolTip(tip.format(key=undo.toString(QKeySequence.SequenceFormat.NativeText)))

    # Pairing

    def accept_proposal(self) -> None:
        """Take the two of an unsure row for the same."""
        change = self._table.change()
        if change is not None and Fate.UNSURE in change.fates and change.old and change.new:
            self.pair(change.old.id, change.new.id)

    def pair_with(self) -> None:
        """Ask what the item of the current row is to be paired with."""
        change = self._table.change()
        item = None if change is None else change.old or change.new
        if change is None or item is None:
            return
        dialog = PairDialog(item.title, candidates(self._update, change), self)
        if dialog.exec() and (chosen := dialog.chosen) is not None:
            old, new = (chosen, item) if change.old is None else (item, chosen)
            self.pair(old.id, new.id)
        dialog.deleteLater()

    def pair(self, old: int, new: int) -> None:
        """Take an old item, or one that left earlier, and a new one for the same."""
        self._become(self._update.paired(old, new), old, new)

    def unpair(self) -> None:
        """Take the two of the current row for different."""
        change = self._table.change()
        if change is not None and change.old is not None and change.new is not None:
            self._become(self._update.unpaired(change.old.id), change.old.id, change.new.id)

    def undo(self) -> None:
        """Take back the last pairing or unpairing, and go to where it was made."""
        if self._earlier:
            self._show(*self._earlier.pop())

    def _become(self, update: Update, old: int, new: int) -> None:
        self._earlier.append((self._update, old, new))
        self._show(update, old, new)

    def _show(self, update: Update, old: int, new: int) -> None:
        """Go on with another update, at the row of these two items if it is shown."""
        focus = self.focusWidget()
        self._update = update
        self._show_update()
        row = self._model.row_of(old, new)
        if row is not None:
            self._go_to(row)
        if isinstance(focus, QPushButton) and not focus.isEnabled():
            self._table.setFocus()

    # Showing

    def _show_update(self) -> None:
        """Show the update as it is now; the table stays about where it was."""
        row, scrolled = self._table.currentIndex().row(), self._table.verticalScrollBar().value()
        self._model.show_update(self._update)
        self._table.verticalScrollBar().setValue(scrolled)
        self._go_to(row)
        numbers = Quantities().fates(self._model.counts())
        self._numbers.setText(numbers or self.tr("No lesson has changed"))
        for tab, shown in enumerate(SHOWN):
            name = self.tr("All changes") if shown is None else fate_word(shown)
            count = self._model.count(shown)
            self._tabs.setTabText(tab, f"{name}  {count}")
            self._tabs.setTabEnabled(tab, count > 0 or tab == self._tabs.currentIndex())
        self._undo.setEnabled(bool(self._earlier))
        self._left.setText(self._what_is_left())
        self._left.setVisible(bool(self._left.text()))

    def _what_is_left(self) -> str:
        count = self._model.count(Fate.UNSURE)
        if not count:
            return ""
        return self.tr(
            "%Ln unsure rows are left as they are: the old ones go to Lost & found", "", count
        )

    def _show_tab(self, tab: int) -> None:
        change = self._table.change()
        self._model.show_only(SHOWN[tab])
        row = self._model.row_of(*_ids(change)) if change is not None else None
        self._go_to(row or 0)

    def _go_to(self, row: int) -> None:
        """Make this row current, or the last one if there are fewer."""
        rows = self._model.rowCount()
        if rows:
            self._table.go_to(min(max(row, 0), rows - 1))
        else:
            self._show_row()

    def _show_row(self) -> None:
        """Show the texts of the current row, and what can be done with it."""
        change = self._table.change()
        both = change is not None and change.old is not None and change.new is not None
        self._same.setEnabled(change is not None and Fate.UNSURE in change.fates)
        self._not_same.setEnabled(both)
        self._pair.setEnabled(change is not None and any(candidates(self._update, change)))
        if change is None:
            self._texts.clear()
        else:
            self._texts.show_texts(*self._source(change))

    def _source(self, change: Change) -> tuple[str | None, str | None]:
        """Return the Markdown of a row's items; of one that left earlier it is not known."""
        old, new, update = change.old, change.new, self._update
        known = old is not None and old.id in update.old.outline
        return (
            update.old.text(old.id) if old is not None and known else None,
            None if new is None else update.new.text(new.id),
        )

    def _show_menu(self, where: QPoint) -> None:
        """Offer for the current row what the buttons do."""
        menu = QMenu(self)
        menu.setObjectName("change-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self._same, self._pair, self._not_same):
            action = menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())
        menu.popup(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply at Return only from a button: not from the tabs or the texts, by accident."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_return or isinstance(self.focusWidget(), QAbstractButton):
            super().keyPressEvent(event)


def _ids(change: Change) -> tuple[int | None, int | None]:
    old, new = change.old, change.new
    return None if old is None else old.id, None if new is None else new.id
