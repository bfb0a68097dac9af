"""Opening courses: by dialog, drop, recent list or command line, read beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coursetracker.problems import Problem
from coursetracker.ui import words
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.session import Reading, Session, read_course

RECENT = 10


class Opening(QObject):
    """Reads a course file in a job and hands it to the session."""

    began = Signal(object)  # Path
    refused = Signal(object)  # Exception
    looks_like = Signal(object, object)  # Reading, and the CourseEntry that it may be a version of

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._job: Job | None = None
        self._running: set[Job] = set()

    def ask(self) -> None:
        """Let the learner choose a file, and open it."""
        course = self._session.course
        folder = course.source.parent if course is not None else None
        path = self.choose(self.tr("Open a course"), folder)
        if path is not None:
            self.open_path(path)

    def choose(self, title: str, folder: Path | None) -> Path | None:
        """Let the learner choose a file; None where they thought better of it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  not needed to start

        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            "" if folder is None else str(folder),
            self.tr("Courses in Markdown (*.md *.markdown *.mdown *.txt);;All files (*)"),
        )
        return Path(name) if name else None

    def open_path(self, path: Path) -> None:
        """Open a course file: from the library where it is known, else after reading it."""
        self.cancel()
        try:
            known = self._session.known(path)
            if known is not None:
                self._session.open_course(known)
                return
        except Problem as problem:
            self.refused.emit(problem)
            return
        self.began.emit(path)
        job = Job(partial(_read, path), self)
        job.succeeded.connect(self._admit)
        job.failed.connect(self.refused)
        job.finished.connect(partial(self._running.discard, job))
        self._job = job
        self._running.add(job)
        job.start()

    def open_known(self, course_id: int) -> None:
        """Open a course of the library."""
        self.cancel()
        try:
            self._session.open_course(course_id)
        except Problem as problem:
            self.refused.emit(problem)

    def cancel(self) -> None:
        """Give up what is being read; nothing more is heard of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def stop(self) -> None:
        """Give up what is being read, and wait until nothing is running any more."""
        self.cancel()
        for job in self._running:
            job.wait()

    def fill_recent(self, menu: QMenu) -> None:
        """List the courses opened last; one whose file is gone still opens from the library."""
        menu.clear()
        for number, entry in enumerate(self._session.recent()[:RECENT], start=1):
            title = entry.title.replace("&", "&&")
            action = menu.addAction(f"&{number % RECENT}  {title}")
            action.setToolTip(words.tip(str(entry.source)))
            action.setStatusTip(str(entry.source))
            action.triggered.connect(partial(self._open_entry, entry.id))
        menu.setEnabled(not menu.isEmpty())

    def _open_entry(self, course_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.open_known(course_id)

    def _admit(self, reading: Reading) -> None:
        try:
            likely = self._session.likely_course(reading.outline)
            if likely is not None and self._session.known(reading.source.path) is None:
                self.looks_like.emit(reading, likely)
            else:
                self._session.admit(reading)
        except Problem as problem:
            self.refused.emit(problem)


def _read(path: Path, tick: Tick) -> Reading:
    tick(0, 1)
    reading = read_course(path)
    tick(1, 1)
    return reading
