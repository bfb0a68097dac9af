"""What a check of the database found, in one dialog."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui import words
from coursetracker.ui.backups import fit
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.language import speaker
from coursetracker.ui.proportions import give_room, size_dialog

if TYPE_CHECKING:
    from coursetracker.ui.session import CheckReport, Finding


class CheckReportDialog(QDialog):
    """Says what was checked, found and repaired, and what to do about the rest."""

    restore_asked = Signal()

    def __init__(self, report: "CheckReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-report")
        self.setWindowTitle(self.tr("Check of the database"))
        self._report = report
        said = QLabel(self._summary(), self)
        said.setObjectName("check-summary")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if any(finding.left for finding in report.findings):
            restore = buttons.addButton(self.tr("&Restore a backup…"), roles.ActionRole)
            restore.setObjectName("check-restore")
            restore.clicked.connect(self.accept)
            restore.clicked.connect(self.restore_asked)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (said, self._table(), buttons):
            column.addWidget(widget)
        size_dialog(self, 80, 18)
        close.setFocus()

    def _table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("check-findings")
        table.setAccessibleName(self.tr("What was checked"))
        table.setRootIsDecorated(False)
        give_room(table)
        table.setHeaderLabels([self.tr("What was checked"), self.tr("What was found")])
        say = speaker("Check")
        for finding in self._report.findings:
            QTreeWidgetItem(table, [say(finding.what), self._found(finding)])
        fit(table, (1,), stretched=0)
        return table

    def _summary(self) -> str:
        report = self._report
        if report.is_damaged:
            return self.tr(
                "The database is damaged, and what is damaged cannot be repaired. Restore the"
                " newest backup; the damaged file is kept beside it."
            )
        if any(finding.left for finding in report.findings):
            sentence = self.tr(
                "Some faults could not be repaired. Restore an earlier backup, or report the "
                "problem (Help menu)."
            )
        elif any(finding.found for finding in report.findings):
            sentence = self.tr("All faults found were repaired.")
        else:
            return self.tr("Everything is fine: no faults were found.")
        if report.backup is None:
            return sentence
        backup = self.tr("A backup was made first, on {when}.")
        return f"{sentence} {backup.format(when=words.moment(report.backup.at))}"

    def _found(self, finding: "Finding") -> str:
        if not finding.found:
            return self.tr("no faults")
        if finding.left:
            sentence = self.tr("%Ln faults, {left} not repaired", "", finding.found)
            return sentence.format(left=finding.left)
        return self.tr("%Ln faults, repaired", "", finding.found)
