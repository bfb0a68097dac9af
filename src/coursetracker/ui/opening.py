"""Opening courses: by dialog, drop, recent list or command line, read beside the window."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coursetracker.problems import Problem
from coursetracker.ui import words
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.session import (
    Prepared,
    Reading,
    Session,
    is_much,
    prepare,
    read_course,
    take_in,
)
from coursetracker.ui.turns import when_free

RECENT = 10
START, COURSES = "start", "courses"
"""Under START stands what is opened first: COURSES, or else the course that was open last."""


class Opening(QObject):
    """Reads a course file in a job and hands it to the session."""

    began = Signal(object)  # Path
    refused = Signal(object)  # Exception
    given_up = Signal()  # by the learner
    looks_like = Signal(object, object)  # Reading, and the CourseEntry that it may be a version of

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._job: Job | None = None
        self._running: set[Job] = set()

    def ask(self) -> None:
        """Let the learner choose a file, and open it."""
        path = self.choose(self.tr("Open a course"), self._beside())
        if path is not None:
            self.open_path(path)

    def ask_folder(self) -> None:
        """Let the learner choose a folder that is one course, and open it."""
        path = self.choose_folder(self.tr("Open a folder as one course"), self._beside())
        if path is not None:
            self.open_path(path)

    def _beside(self) -> Path | None:
        course = self._session.course
        return course.source.parent if course is not None else None

    def choose(self, title: str, start: Path | None) -> Path | None:
        """Let the learner choose a file; None where they thought better of it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  not needed to start

        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            "" if start is None else str(start),
            self.tr("Courses in Markdown (*.md *.markdown *.mdown *.txt);;All files (*)"),
        )
        return Path(name) if name else None

    def choose_folder(self, title: str, start: Path | None) -> Path | None:
        """Let the learner choose a folder; None where they thought better of it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  not needed to start

        name = QFileDialog.getExistingDirectory(
            self._window, title, "" if start is None else str(start)
        )
        return Path(name) if name else None

    def open_path(self, path: Path, *, is_new: bool = False) -> None:
        """Open a file or folder: from the library where it is known, else after reading it.

        One that is new for certain is not taken for a version of another course; nor is a file of
        a folder that is a course, which is like that course, of course.
        """
        self.cancel()
        try:
            known = self._session.known(path)
            above = path.absolute().parents
            is_new = is_new or any(self._session.known(each) is not None for each in above)
        except Problem as problem:
            self.refused.emit(problem)
            return
        if known is not None:
            self.open_known(known)
        else:
            self.began.emit(path)
            self._start(partial(_read, path), self.take_in if is_new else self._admit)

    def open_known(self, course_id: int) -> None:
        """Open a course of the library; a large one is made ready beside the window."""
        self.cancel()
        try:
            if self._session.is_large(course_id):
                folder = self._session.folder
                self._start(partial(_prepare, folder, course_id), self._show)
            else:
                self._session.open_course(course_id)
        except Problem as problem:
            self.refused.emit(problem)

    def _start(self, work: Callable[[Tick], object], show: Callable[[Any], None]) -> None:
        job = Job(work, self)
        job.succeeded.connect(partial(self._show_in_turn, job, show))
        job.failed.connect(self.refused)
        job.finished.connect(partial(self._running.discard, job))
        self._job = job
        self._running.add(job)
        job.start()

    def _show_in_turn(self, job: Job, show: Callable[[Any], None], outcome: object) -> None:
        """Show what a job has made, if nobody gave it up while a dialog or a menu was open."""
        if self._session.course is None:  # there is nothing that a dialog could be about
            show(outcome)
        else:
            when_free(self, lambda: show(outcome) if self._job is job else None)

    @property
    def is_busy(self) -> bool:
        """Whether a course is being made ready."""
        return bool(self._running)

    def give_up(self) -> None:
        """Do not open what is being read after all."""
        self.cancel()
        self.given_up.emit()

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
            title = words.short(entry.title).replace("&", "&&")
            action = menu.addAction(f"&{number % RECENT}  {title}")
            action.setToolTip(words.verbatim(str(entry.source)))
            action.setStatusTip(str(entry.source))
            action.triggered.connect(partial(self._open_entry, entry.id))
        menu.setEnabled(not menu.isEmpty())

    def _open_entry(self, course_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.open_known(course_id)

    def take_in(self, reading: Reading) -> None:
        """Open a course that was read; a large one is added to the library beside the window."""
        if not is_much(len(reading.outline.items), reading.source.text):
            self._attempt(partial(self._session.admit, reading))
            return
        work = partial(_take_in, self._session.folder, reading, self._session.now())
        self._start(work, self._show)

    def _show(self, prepared: Prepared) -> None:
        self._attempt(partial(self._session.open_prepared, prepared))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)

    def _admit(self, reading: Reading) -> None:
        try:
            likely = self._session.likely_course(reading.outline)
            if likely is not None and self._session.known(reading.source.path) is None:
                self.looks_like.emit(reading, likely)
            else:
                self.take_in(reading)
        except Problem as problem:
            self.refused.emit(problem)


def _read(path: Path, tick: Tick) -> Reading:
    tick(0, 1)
    reading = read_course(path)
    tick(1, 1)
    return reading


def _take_in(folder: Path, reading: Reading, at: datetime, tick: Tick) -> Prepared:
    tick(0, 1)  # from here on it is kept, whether anybody waits for it or not
    return take_in(folder, reading, at)


def _prepare(folder: Path, course_id: int, tick: Tick) -> Prepared:
    tick(0, 1)
    return prepare(folder, course_id)
