"""Importing progress: a file is read, what it would do is told, and only then is it done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from coursetracker.ui.history import Step
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.session.exchange import Imported, Waiting, read_file, take_in_all
from coursetracker.ui.summing import sentences

if TYPE_CHECKING:
    from coursetracker.ui.window import MainWindow

SUFFIX = ".json"


class Importing(QObject):
    """Takes in courses that were exported as JSON, one file at a time; undo is of all courses."""

    refused = Signal(object)  # Exception
    imported = Signal(object)  # Imported

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._job: Job | None = None

    def ask(self) -> None:
        """Let the learner choose a file, and read it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import progress"), "", self.tr("Exported progress (*.json)")
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file, and ask whether what is in it is to be imported."""
        if self._job is None:
            self._session.settling.emit()
            name = self.tr("Reading {name}…").format(name=path.name)
            self._start(partial(_read, self._session.folder, path), self._offer, name)

    def _start(
        self, work: Callable[[Tick], object], then: Callable[[Any], None], name: str
    ) -> None:
        self._job = job = Job(work, self)
        job.succeeded.connect(then)
        job.failed.connect(self.refused)
        job.finished.connect(partial(self._forget, job))
        self._window.working.begin(name, job)
        job.start()

    def _forget(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made or read."""
        return self._job is not None

    def stop(self) -> None:
        """Give up what is running, and wait for it to be gone."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _offer(self, waiting: Waiting) -> None:
        told = "\n\n".join(sentences(waiting.summary))
        if not waiting.summary.changes_anything:
            self._window.pane.notice.tell(told)
            return
        if self._agrees(told):
            self._session.settling.emit()
            work = partial(_take_in, self._session.folder, waiting)
            self._start(work, self._show, self.tr("Importing…"))

    def _agrees(self, told: str) -> bool:
        """Tell what an import would do, and return whether it is wanted."""
        box = QMessageBox(self._window)
        box.setObjectName("import-summary")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Import progress"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        question = self.tr("Import what is in this file?")
        more = self.tr("A backup is made first, and the import can be undone.")
        box.setText(f"{question}\n\n{told}\n\n{more}")
        act = box.addButton(self.tr("&Import"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(act)
        box.exec()
        agreed = box.clickedButton() is act
        box.deleteLater()
        return agreed

    def _show(self, imported: Imported) -> None:
        window = self._window
        attempting = window.attempting
        attempting(partial(self._session.exchange.show, imported))()
        window.shelving.remember(self._step(imported))
        undo = (self.tr("Undo"), attempting(window.shelving.undo))
        all_courses = (self.tr("My courses"), window.shelving.show)
        window.pane.notice.tell(" ".join(sentences(imported.summary)), [undo, all_courses])
        self.imported.emit(imported)

    def _step(self, imported: Imported) -> Step:
        """Return the step whose undoing makes the library be as before an import."""

        def take_back() -> Step:
            return self._step(self._session.exchange.take_back(imported))

        return Step(self.tr("import of progress"), take_back)


def _read(folder: Path, path: Path, tick: Tick) -> Waiting:
    tick(0, 1)
    return read_file(folder, path)


def _take_in(folder: Path, waiting: Waiting, tick: Tick) -> Imported:
    tick(0, 1)  # from here on it is kept, whether anybody waits for it or not
    return take_in_all(folder, waiting)
