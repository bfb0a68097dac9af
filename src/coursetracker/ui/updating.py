"""Bringing a course up to date: its file is watched, what changed is told, the learner decides."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coursetracker.problems import Problem
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.notice import Choice, NoticeBar
from coursetracker.ui.quantities import Quantities
from coursetracker.ui.session import (
    Before,
    Course,
    CourseEntry,
    Reading,
    Session,
    Source,
    holds,
    read_any,
)
from coursetracker.ui.turns import when_free
from coursetracker.ui.watching import FileWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coursetracker.course.changes import Update

SETTLED = 500
"""Milliseconds after which an opened course is on the screen, and its file can be looked at."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an update of the open course would change; `source` is the new text."""

    started: Before
    update: "Update"
    source: Source

    def starts_from(self, course: Course) -> bool:
        """Return whether a course is still the one, and the edition of it, that was compared."""
        was = self.started.course
        return (was.id, was.revision) == (course.id, course.revision)


class Updating(QObject):
    """Finds out beside the window what changed, and applies it when the learner says so."""

    refused = Signal(object)  # Exception
    proposal_changed = Signal()
    add_asked = Signal(object)  # Reading, of a course of its own

    def __init__(self, session: Session, notice: NoticeBar, window: "QWidget") -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._window = window
        self._watch = FileWatch(self)
        self._watch.touched.connect(self._check_quietly)
        self._job: Job | None = None
        self._running: set[Job] = set()
        self._declined: set[str] = set()
        self.proposal: Proposal | None = None
        session.course_opened.connect(self._begin)
        session.course_closed.connect(self._end)
        session.updated.connect(self._renew)

    @property
    def is_watching(self) -> bool:
        """Whether a file is watched and has been looked at."""
        return self._watch.is_watching and not self._running

    # Finding out

    def _begin(self, course: Course) -> None:
        """Watch another course, and look whether it has changed while nobody watched."""
        self._propose(None)
        QTimer.singleShot(SETTLED, self, partial(self._watch_and_check, course))

    def _watch_and_check(self, course: Course) -> None:
        if self._session.course is course:
            self._watch.watch(course.source)
            if self.proposal is None and not self._running:
                self._check_quietly()

    def _end(self) -> None:
        """Watch nothing while no course is open."""
        self.cancel()
        self._watch.watch(None)
        self._propose(None)

    def _renew(self, course: Course) -> None:
        """Go on with the course as it is now, and with a change that is not in it yet."""
        waiting = self.proposal is not None and self.proposal.source.sha256 != course.sha256
        self._propose(None)
        self._watch.watch(course.source)
        if waiting:
            self._check_quietly()

    def check(self) -> None:
        """Look whether the course's file has changed, and say so if not."""
        self._declined.clear()
        self._check(None, asked=True)

    def _check_quietly(self) -> None:
        self._check(None, asked=False)

    def _check(self, source: Source | None, *, asked: bool) -> None:
        """Compare the open course with its file, or with another text of it."""
        self.cancel()
        if self._session.course is None:
            return
        try:
            started = self._session.before_update()
        except Problem as problem:
            self.refused.emit(problem)
            return
        job = Job(partial(_compare, started, source), self)
        job.succeeded.connect(partial(self._found_in_turn, job, asked))
        job.failed.connect(partial(self._failed, asked))
        job.finished.connect(partial(self._running.discard, job))
        self._job = job
        self._running.add(job)
        job.start()

    def cancel(self) -> None:
        """Give up comparing; nothing more is heard of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def stop(self) -> None:
        """Give up comparing, and wait until nothing is running any more."""
        self._watch.watch(None)
        self.cancel()
        for job in self._running:
            job.wait()

    def _failed(self, asked: bool, problem: Exception) -> None:  # noqa: FBT001  a slot
        if asked or not isinstance(problem, Problem):
            self.refused.emit(problem)  # unasked, a file that is away for now is no news

    def _found_in_turn(self, job: Job, asked: bool, proposal: Proposal | None) -> None:  # noqa: FBT001  a slot
        """Tell what was found, if nobody gave it up while a dialog or a menu was open."""
        when_free(self, lambda: self._found(asked, proposal) if self._job is job else None)

    def _found(self, asked: bool, proposal: Proposal | None) -> None:  # noqa: FBT001  a slot
        course = self._session.course
        if course is None:
            return
        if proposal is None:
            self._propose(None)
            if asked:
                name = course.source.name
                self._notice.tell(self.tr("{name} has not changed.").format(name=name))
        elif not proposal.starts_from(course):  # it was updated, or another was opened, meanwhile
            self._check_quietly()
        elif proposal.source.sha256 not in self._declined:
            self._propose(proposal)
            if self._may_apply(proposal):
                self.apply()
            elif proposal.source.path != course.source:
                self.review()
            else:
                self._tell()

    def _may_apply(self, proposal: Proposal) -> bool:
        """Return whether the learner wants such an update to be applied without a question."""
        return (
            self._session.updates_by_itself()
            and proposal.update.is_certain
            and not self._session.was_taken_back(proposal.source.sha256)
        )

    def _propose(self, proposal: Proposal | None) -> None:
        self.proposal = proposal
        self.proposal_changed.emit()

    # Asking

    def _tell(self) -> None:
        assert self.proposal is not None  # noqa: S101
        name, update = self.proposal.source.path.name, self.proposal.update
        numbers = Quantities().fates(update.counts())
        if numbers:
            sentence = self.tr("{name} has changed: {numbers}.")
        else:
            sentence = self.tr("{name} has changed, but none of its lessons.")
        choices: list[Choice] = [(self.tr("Review…"), self.review)]
        if update.is_certain:
            choices.append((self.tr("Apply"), self.apply))
        choices.append((self.tr("Not now"), self.decline))
        self._notice.tell(sentence.format(name=name, numbers=numbers), choices)

    def decline(self) -> None:
        """Leave the course as it is until its file changes again."""
        if self.proposal is not None:
            self._declined.add(self.proposal.source.sha256)

    def review(self) -> None:
        """Show what changed, row by row, and apply it if the learner says so."""
        if self.proposal is None:
            self.check()
            return
        from coursetracker.ui.review import ReviewDialog  # noqa: PLC0415  not needed to start

        proposal, by_itself = self.proposal, self._session.updates_by_itself()
        title = proposal.started.course.title
        dialog = ReviewDialog(proposal.update, title, by_itself, self._window)
        self._notice.hide()
        if dialog.exec():
            if dialog.by_itself != by_itself:
                self._attempt(partial(self._session.update_by_itself, dialog.by_itself))
            self._propose(Proposal(proposal.started, dialog.update, proposal.source))
            self.apply()
        elif self.proposal is proposal:
            self._tell()
        dialog.deleteLater()

    def offer(self, reading: Reading, course: CourseEntry) -> None:
        """Ask whether a file is a newer version of a course, or a course of its own."""
        name = reading.source.path.name
        sentence = self.tr("{name} looks like a new version of “{title}”.")
        self._notice.tell(
            sentence.format(name=name, title=course.title),
            [
                (
                    self.tr("Update that course…"),
                    partial(self.update_to, reading.source, course.id),
                ),
                (self.tr("Add as another course"), partial(self.add_asked.emit, reading)),
            ],
        )

    def update_to(self, source: Source, course_id: int) -> None:
        """Open a course and compare it with another file's text."""
        self._attempt(partial(self._session.open_course, course_id))
        self._declined.clear()
        QTimer.singleShot(0, self, partial(self._check, source, asked=True))

    # Applying

    def apply(self) -> None:
        """Make the course be as proposed; Undo takes it back."""
        proposal = self.proposal
        if proposal is None:
            return
        apply = partial(self._session.update, proposal.started, proposal.update, proposal.source)
        if not self._attempt(apply):
            return
        numbers = Quantities().fates(proposal.update.counts())
        title = proposal.started.course.title
        sentence = self.tr("“{title}” is up to date: {numbers}.")
        if not numbers:
            sentence = self.tr("“{title}” is up to date.")
        update = proposal.update
        back = [update.lost[item].title for item in update.back if item in update.lost]
        more = self.tr("Back from Lost & found: {titles}.").format(titles=", ".join(back[:3]))
        told = sentence.format(title=title, numbers=numbers)
        undo = (self.tr("Undo"), partial(self._attempt, self._session.undo))
        self._notice.tell(f"{told} {more}" if back else told, [undo])

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
            return False
        return True


def _compare(started: Before, source: Source | None, tick: Tick) -> Proposal | None:
    """Return what changed between the text that was accepted and the one now; None if nothing."""
    tick(0, 3)
    course = started.course
    if source is None and holds(course.source, started.text):
        return None
    from coursetracker.course.changes import Edition, update_between  # noqa: PLC0415  not needed
    from coursetracker.course.folder import read_course  # noqa: PLC0415  to start

    source = source or read_any(course.source)
    if source.text == started.text:
        return None
    old = Edition.read(started.text, course.outline)
    tick(1, 3)
    new = Edition.read(source.text, read_course(source.text, source.name, course.outline.choices))
    tick(2, 3)
    return Proposal(started, update_between(old, new, started.lost), source)
