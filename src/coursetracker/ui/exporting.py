"""Exporting the progress report: asked for, written beside the window, then offered to open."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coursetracker.ui.job import Job, Tick
from coursetracker.ui.language import speaker, spoken_language
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.session import Session
from coursetracker.ui.working import Working

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coursetracker.export.report import Report


class Exporting(QObject):
    """Writes the progress report of the open course as PDF, one at a time."""

    refused = Signal(object)  # Exception
    written = Signal(object)  # Path

    def __init__(
        self, session: Session, notice: NoticeBar, working: Working, window: "QWidget"
    ) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._working = working
        self._window = window
        self._job: Job | None = None

    def ask(self) -> None:
        """Ask where to, and at the first time for the learner's name, then write."""
        if self._session.course is None or self._job is not None:
            return
        if self._session.learner() is None and not self.ask_name():
            return
        from PySide6.QtCore import QDir, QStandardPaths  # noqa: PLC0415  not needed to start
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = folder if Path(folder).is_dir() else QDir.homePath()
        suggested = str(Path(folder) / f"{_file_name(self._session.course.title)}.pdf")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export progress as PDF"), suggested, self.tr("PDF (*.pdf)")
        )
        target = Path(name) if name.lower().endswith(".pdf") else Path(f"{name}.pdf")
        if name and (str(target) == name or self._may_replace(target)):
            self.write(target, with_lost=self._wants_lost())

    def _may_replace(self, target: Path) -> bool:
        """Ask before a file is replaced that the dialog has not asked about."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

        question = self.tr("{name} is there already. Replace it?").format(name=target.name)
        yes = QMessageBox.StandardButton.Yes
        return not target.exists() or (
            QMessageBox.question(self._window, self.tr("Replace the file?"), question) == yes
        )

    def _wants_lost(self) -> bool:
        """Ask whether Lost & found is to be in the report, where it holds anything."""
        if not self._session.lost():
            return False
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

        answer = QMessageBox.question(
            self._window,
            self.tr("Lost & found"),
            self.tr(
                "Add Lost & found to the report? It lists what you did with lessons that have no"
                " place in the course any more."
            ),
        )
        return answer == QMessageBox.StandardButton.Yes

    def ask_name(self) -> bool:
        """Ask for the learner's name; return False where the learner thought better of it."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415  not needed to start

        name, agreed = QInputDialog.getText(
            self._window,
            self.tr("Your name"),
            self.tr("Your name, as the report shows it (may be left empty):"),
            text=self._session.learner() or "",
        )
        if agreed:
            self._session.name_learner(name)
        return agreed

    def write(self, target: Path, *, with_lost: bool = False) -> None:
        """Write the report to a file, in a job that can be cancelled."""
        say = speaker("Report")
        report = self._session.report(spoken_language(), say, with_lost=with_lost)
        self._job = Job(partial(_write, report, target), self)
        self._job.succeeded.connect(partial(self._announce, target))
        self._job.failed.connect(self.refused)
        self._job.finished.connect(self._forget)
        self._working.begin(self.tr("Writing the report…"), self._job)
        self._job.start()

    def stop(self) -> None:
        """Give up what is being written and wait for it to be gone."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _announce(self, target: Path, replaced: tuple[str, ...]) -> None:
        from PySide6.QtCore import QDir  # noqa: PLC0415  not needed to start

        sentence = self.tr("The report is in {path}.").format(
            path=QDir.toNativeSeparators(str(target))
        )
        if replaced:
            more = self.tr("No font here can show these characters, left out: {characters}")
            sentence = f"{sentence} {more.format(characters=' '.join(replaced))}"
        choices = [
            (self.tr("Open"), partial(_show_to_system, target)),
            (self.tr("Show in folder"), partial(_show_to_system, target.parent)),
        ]
        self._notice.tell(sentence, choices)
        self.written.emit(target)

    def _forget(self) -> None:
        self._job = None


def _write(report: "Report", target: Path, tick: Tick) -> tuple[str, ...]:
    from coursetracker.export.pdf import write_pdf  # noqa: PLC0415  only who exports waits for it

    return write_pdf(report, target, tick)


def _show_to_system(path: Path) -> bool:
    from PySide6.QtCore import QUrl  # noqa: PLC0415  not needed to start
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _file_name(title: str) -> str:
    """Return a title without what file names cannot hold, at most 80 characters."""
    kept = "".join(c if c.isalnum() or c in " -_.()" else " " for c in title)
    return " ".join(kept.split())[:80].strip(" .") or "progress"
