"""A report of a problem: a few files that the learner reads first and saves as one."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from PySide6.QtCore import QDate, QDir, QLocale, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.failures import LAST_CRASH, LOG, versions
from coursetracker.ui.fonts import mono_family
from coursetracker.ui.language import spoken_language
from coursetracker.ui.proportions import give_room, size_dialog


def report_files(folder: Path, figures: Mapping[str, int | str]) -> Mapping[str, str]:
    """Return the files of a report by their names: versions, figures, the logs and the last crash.

    Nothing of what the learner wrote, reads or is called is in any of them.
    """
    about = f"{versions()}\nLanguage: {spoken_language()}, {QLocale.system().name()}\n"
    counts = "".join(f"{name}: {value}\n" for name, value in figures.items())
    found = {"versions.txt": about, "library.txt": counts}
    for path in (*sorted(folder.glob(f"{LOG}*")), folder / LAST_CRASH):
        text = _read(path)
        if text:
            found[path.name if path.suffix in (".log", ".txt") else f"{path.name}.txt"] = text
    return {name: _nameless(text, folder) for name, text in found.items()}


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _nameless(text: str, folder: Path) -> str:
    """Return a text without the folders that tell who the learner is."""
    for path, name in ((str(folder), "<data>"), (str(Path.home()), "~")):
        if len(path) > 1:
            text = text.replace(path, name)
    return text


def write_report(files: Mapping[str, str], target: Path) -> None:
    """Write a report as one zip file. Raises Problem where it cannot be written."""
    try:
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
    except OSError as error:
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "The report cannot be written to {path}: {reason}. Choose another folder.",
        )
        raise Problem(sentence, path=target, reason=error.strerror or error) from error


class ReportDialog(QDialog):
    """Shows all that a report holds, and saves it where the learner wants."""

    refused = Signal(object)  # Problem

    def __init__(self, files: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-problem")
        self.setWindowTitle(self.tr("Report a problem"))
        self._files = files
        self.list = QListWidget(self)
        self.list.setObjectName("report-files")
        self.list.setAccessibleName(self.tr("Files of the report"))
        give_room(self.list)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("report-text")
        self.text.setAccessibleName(self.tr("What the file holds"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFont(mono_family(), self.font().pointSize()))
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        save = buttons.addButton(self.tr("&Save…"), roles.ActionRole)
        save.setObjectName("report-save")
        save.clicked.connect(self._ask)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.list.currentTextChanged.connect(self._show)
        self.list.addItems(list(files))
        self.list.setCurrentRow(0)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        told = QLabel(
            self.tr(
                "This is all that the report holds: nothing of your courses, your notes or your "
                "name. Nothing is sent. Save it, and send it to the person you report the problem "
                "to."
            ),
            self,
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        parts = QSplitter(self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes((200, 600))
        parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(told)
        column.addWidget(parts, 1)
        column.addWidget(buttons)
        size_dialog(self, 100, 28)

    def _show(self, name: str) -> None:
        self.text.setPlainText(self._files.get(name, ""))

    def _ask(self) -> None:
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        suggested = QDir.home().filePath(f"coursetracker-report-{day}.zip")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), suggested, self.tr("Zip files (*.zip)")
        )
        if name:
            self.save(Path(name))

    def save(self, target: Path) -> None:
        """Save the report to a file, and close."""
        try:
            write_report(self._files, target)
        except Problem as problem:
            self.refused.emit(problem)
        self.accept()
