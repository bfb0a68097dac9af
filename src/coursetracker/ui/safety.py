"""Progress is never lost: backups made and restored, the database checked, problems reported."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coursetracker.problems import Problem
from coursetracker.ui.history import Step
from coursetracker.ui.job import Job
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.session import (
    Backup,
    Session,
    back_up_day,
    back_up_now,
    check,
    restore,
    stored,
)
from coursetracker.ui.working import Working

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coursetracker.ui.session import CheckReport

AFTER_START = 5_000
EACH_HOUR = 3_600_000
"""Milliseconds after which the day's backup is looked after: a program may run for days."""


class Safety(QObject):
    """Does what keeps the library whole, in jobs; its dialogs are made when they are asked for."""

    refused = Signal(object)  # Exception
    emptied = Signal()  # what was restored has no course to open

    def __init__(
        self, session: Session, notice: NoticeBar, working: Working, window: "QWidget"
    ) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._working = working
        self._window = window
        self._jobs: set[Job] = set()
        self._checking: Job | None = None
        self._first = QTimer(self, singleShot=True, interval=AFTER_START)
        self._hourly = QTimer(self, interval=EACH_HOUR)
        for timer in (self._first, self._hourly):
            timer.timeout.connect(self.back_up_day)

    def _run(self, job: Job) -> Job:
        job.failed.connect(self.refused)
        job.finished.connect(partial(self._jobs.discard, job))
        self._jobs.add(job)
        job.start()
        return job

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Give up what can be given up, and wait for the rest."""
        self._first.stop()
        self._hourly.stop()
        for job in list(self._jobs):
            job.cancel()
            job.wait()

    # Each day

    def begin_upkeep(self) -> None:
        """Back the library up once a day, the first time when the start is over."""
        self._first.start()
        self._hourly.start()

    def back_up_day(self) -> None:
        """Make the backup of today, if it is not there yet; damage is noticed by it."""
        self._run(Job(partial(back_up_day, self._session.folder, self._session.now()), self))

    def back_up_now(self, told: Callable[[Backup], object]) -> None:
        """Make a backup that the learner asks for, and tell of it when it is there."""
        job = Job(partial(back_up_now, self._session.folder, self._session.now()), self)
        job.succeeded.connect(told)
        self._run(job)

    # Restoring

    def ask_backup(self) -> None:
        """Let the learner choose a backup and restore it. Raises Problem where none can be read."""
        from coursetracker.ui.backups import BackupsDialog  # noqa: PLC0415  not needed to start

        found = self._session.backups.found()
        dialog = BackupsDialog(found, self._session.backups.holding_now(), self._window)
        job = Job(partial(stored, found), self)
        job.succeeded.connect(dialog.show_holdings)
        dialog.chosen.connect(self._restore_chosen, Qt.ConnectionType.QueuedConnection)
        dialog.finished.connect(job.cancel)
        dialog.finished.connect(dialog.deleteLater)
        self._run(job)
        dialog.open()

    def _restore_chosen(self, backup: Backup) -> None:
        self._attempt(partial(self.restore, backup))

    def restore(self, backup: Backup) -> None:
        """Let a backup take the place of the library. Raises Problem where nothing has changed."""
        from coursetracker.ui import words  # noqa: PLC0415  not needed to start

        when = words.moment(backup.at)
        step_words = self.tr("restore the backup from {when}").format(when=when)
        course = self._session.course
        uid = course.uid if course is not None else None
        step = self._go(backup.path, uid, step_words)
        if step is None:
            sentence = self.tr(
                "The backup from {when} has been restored. The damaged library is kept beside it."
            )
            self._notice.tell(sentence.format(when=when))
            return
        self._session.remember(step)
        sentence = self.tr("The backup from {when} has been restored.")
        undo = (self.tr("Undo"), partial(self._attempt, self._session.undo))
        self._notice.tell(sentence.format(when=when), [undo])

    def _go(self, backup: Path, uid: str | None, words: str) -> Step | None:
        """Restore a backup, open a course of it, and return how to take that back."""
        from coursetracker.ui.waiting import wait_for  # noqa: PLC0415  not needed to start

        session = self._session
        left = None if session.course is None else session.course.uid
        if left is not None:
            session.leaving.emit()
        work = partial(restore, session.folder, backup, session.now())
        before = wait_for(work, self.tr("Restoring the backup…"), self._window)
        session.reopen(uid)
        if session.course is None:
            self.emptied.emit()
        if not isinstance(before, Backup):
            return None
        return Step(words, partial(self._take_back, before.path, left, words))

    def _take_back(self, backup: Path, uid: str | None, words: str) -> Step:
        again = Step(words, partial(self._take_back, backup, uid, words))
        return self._go(backup, uid, words) or again

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)

    # Checking

    def check(self) -> None:
        """Check the database beside the window, and tell what was found."""
        if self._checking is not None:
            return
        job = Job(partial(check, self._session.folder, self._session.now()), self)
        job.succeeded.connect(self._show_report)
        job.finished.connect(self._forget_check)
        self._working.begin(self.tr("Checking the database…"), job)
        self._checking = self._run(job)

    def _forget_check(self) -> None:
        self._checking = None

    def _show_report(self, report: "CheckReport") -> None:
        from coursetracker.ui.check_report import CheckReportDialog  # noqa: PLC0415

        course = self._session.course
        if course is not None and not report.is_damaged:
            self._attempt(partial(self._session.renew, course.id))
        dialog = CheckReportDialog(report, self._window)
        dialog.restore_asked.connect(partial(self._attempt, self.ask_backup))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Reporting

    def report_problem(self) -> None:
        """Show what a report of a problem would hold, and save it where the learner wants."""
        from coursetracker.ui.reporting import ReportDialog, report_files  # noqa: PLC0415

        try:
            figures = self._session.backups.figures()
        except Problem as problem:  # that is what is to be reported
            figures = {"problem": problem.sentence}
        dialog = ReportDialog(report_files(self._session.folder, figures), self._window)
        dialog.refused.connect(self.refused)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
