"""All backups in one dialog: when and why each was made, and what it holds beside what is now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui import words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.proportions import give_room, size_dialog
from coursetracker.ui.session import Backup, Stored, Why

if TYPE_CHECKING:
    from coursetracker.ui.session import Holding

WHEN, WHY, THAN_NOW = range(3)


class BackupsDialog(QDialog):
    """Lets the learner choose a backup; what each holds is shown once it has been read."""

    chosen = Signal(object)  # Backup

    def __init__(
        self, found: Sequence[Backup], now: "Holding | None", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(self.tr("Restore a backup"))
        self._now = now
        self._stored: dict[Backup, Stored] = {}
        self.list = self._table("backup-list", self.tr("Backups, newest first"))
        self.list.setHeaderLabels(
            [self.tr("When"), self.tr("Why it was made"), self.tr("Compared with now")]
        )
        self.courses = self._table("backup-courses", self.tr("Courses in the backup"))
        self.courses.setHeaderLabels([self.tr("Course in the backup"), self.tr("Done")])
        self._told = self._label()
        self._told.setObjectName("backup-told")
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        self._restore = buttons.addButton(self.tr("&Restore"), roles.AcceptRole)
        self._restore.setObjectName("backup-restore")
        self._restore.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._show_current)
        self._lay_out(buttons)
        self._fill(found)

    def _table(self, name: str, spoken: str) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName(name)
        table.setAccessibleName(spoken)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        give_room(table)
        table.setTabKeyNavigation(False)
        table.header().setSectionsMovable(False)
        return table

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        safe = self._label()
        safe.setText(
            self.tr(
                "All courses will be as they were then. The current state is backed up first, and "
                "Undo brings it back."
            )
        )
        safe.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(safe)
        column.addWidget(self.list, 3)
        column.addWidget(self._told)
        column.addWidget(self.courses, 2)
        column.addWidget(buttons)
        size_dialog(self, 86, 30)

    def _fill(self, found: Sequence[Backup]) -> None:
        for backup in found:
            row = QTreeWidgetItem(self.list, [words.moment(backup.at), self._why(backup.why), "…"])
            row.setData(WHEN, Qt.ItemDataRole.UserRole, backup)
        fit(self.list, (WHEN, WHY))
        fit(self.courses, (1,), stretched=0)
        for part in (self.list, self.courses):
            part.setVisible(bool(found))
        self._told.setAlignment(Qt.AlignmentFlag(0) if found else Qt.AlignmentFlag.AlignCenter)
        self.list.setCurrentIndex(self.list.model().index(0, WHEN))
        self._show_current()

    def _why(self, why: Why) -> str:
        return {
            Why.DAY: self.tr("a day of use"),
            Why.MIGRATION: self.tr("before a new version of CourseTracker"),
            Why.UPDATE: self.tr("before a course was updated"),
            Why.IMPORT: self.tr("before an import"),
            Why.RESTORE: self.tr("before a backup was restored"),
            Why.REPAIR: self.tr("before a repair"),
        }[why]

    def show_holdings(self, stored: Sequence[Stored]) -> None:
        """Show what the backups hold."""
        self._stored = {each.backup: each for each in stored}
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            if row is not None and (each := self._stored.get(self._backup(row))) is not None:
                row.setText(THAN_NOW, self._beside(each.holding))
        self._show_current()

    def _backup(self, row: QTreeWidgetItem) -> Backup:
        backup: Backup = row.data(WHEN, Qt.ItemDataRole.UserRole)
        return backup

    def _beside(self, holding: "Holding | None") -> str:
        """Say how a backup differs from what is there now."""
        if holding is None:
            return self.tr("cannot be read")
        if self._now is None:
            return self.tr("%Ln actions", "", holding.actions)
        more = holding.actions - self._now.actions
        if more == 0:
            same = holding.courses == self._now.courses
            return self.tr("the same") if same else self.tr("same number of actions")
        if more > 0:
            return self.tr("%Ln more actions", "", more)
        return self.tr("%Ln fewer actions", "", -more)

    def _show_current(self) -> None:
        row = self.list.currentItem()
        stored = None if row is None else self._stored.get(self._backup(row))
        self._restore.setEnabled(stored is not None and stored.holding is not None)
        self.courses.clear()
        self._told.setText(self._told_of(row, stored))
        if stored is not None and stored.holding is not None:
            for held in stored.holding.courses:
                share = words.percent(held.tally.share) if held.tally.counted else "–"
                QTreeWidgetItem(self.courses, [held.title, share]).setToolTip(
                    0, words.verbatim(held.title)
                )

    def _told_of(self, row: QTreeWidgetItem | None, stored: Stored | None) -> str:
        if row is None:
            return self.tr("There is no backup yet. One is made on each day of use.")
        if stored is None:
            return self.tr("Reading the backups…")
        if stored.holding is None:
            return self.tr(
                "This backup cannot be read: it is damaged, or from a newer CourseTracker."
            )
        return self.tr("It holds %Ln actions in these courses:", "", stored.holding.actions)

    def _choose(self) -> None:
        row = self.list.currentItem()
        if row is not None and self._restore.isEnabled():
            self.chosen.emit(self._backup(row))
            self.accept()


def fit(table: QTreeWidget, columns: Sequence[int], stretched: int | None = None) -> None:
    """Let columns be as wide as what they hold, and one, else the last, take the rest."""
    header = table.header()
    header.setStretchLastSection(stretched is None)
    for column in columns:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    if stretched is not None:
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
