"""The one door between the window and the library.

Change flows one way: a view asks the session; the session records it in the library, in one
transaction; only then does it hold the new values and say so by a signal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from coursetracker import resources
from coursetracker.course.outline import Item, Outline, State
from coursetracker.library import courses, record, settings
from coursetracker.library.courses import Course as Course  # noqa: PLC0414  views know it from here
from coursetracker.library.courses import CourseEntry, CourseKind, Place
from coursetracker.library.database import Connection
from coursetracker.library.sources import Source, read_source
from coursetracker.problems import Problem, Say
from coursetracker.progress.rollup import Check, Progress
from coursetracker.progress.standings import Change, EventKind, Standing

if TYPE_CHECKING:
    from coursetracker.export.report import Report

Clock = Callable[[], datetime]
LEARNER = "learner"


def local_time() -> datetime:
    """Return the time now, in the learner's own time zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the learner that can be taken back, in words."""

    action: str
    words: str


class History(NamedTuple):
    """What was done in a course since the program started, and what of it was taken back."""

    done: list[Step]
    undone: list[Step]


@dataclass(frozen=True, slots=True)
class Reading:
    """A course file as it stands on disk, read but not yet in the library."""

    source: Source
    outline: Outline


def read_course(path: Path) -> Reading:
    """Read a course file and find its outline; may run in any thread.

    Raises Problem where the file cannot be read.
    """
    from coursetracker.course.reader import read_outline  # noqa: PLC0415  not needed to reopen
    from coursetracker.markdown import parse  # noqa: PLC0415

    source = read_source(path)
    return Reading(source, read_outline(parse(source.text), source.name))


class Session(QObject):
    """The course that is open, what is true of it, and all that can be done to it."""

    leaving = Signal()  # the open course, for another one
    course_opened = Signal(object)  # Course
    progress_changed = Signal(object, object)  # Progress, frozenset of the ids that changed
    history_changed = Signal()
    source_changed = Signal(object)  # Path of a course file that is not what was taken in
    noticed = Signal(object)  # Problem: something to know about how a file was read

    def __init__(
        self, db: Connection, clock: Clock = local_time, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._db = db
        self._clock = clock
        self.course: Course | None = None
        self.progress: Progress | None = None
        self._histories: dict[int, History] = {}
        self._history = History([], [])

    # Opening

    def open_last(self) -> None:
        """Open the course that was open last, or the bundled one at a first start."""
        recent = courses.recent_courses(self._db)
        if recent:
            self.open_course(recent[0].id)
        else:
            self.open_bundled()

    def open_bundled(self) -> None:
        """Open the course that comes with the program."""
        self.admit(read_course(resources.bundled_course()), CourseKind.BUNDLED)

    def known(self, path: Path) -> int | None:
        """Return the id of the course that was opened from this file before, if any."""
        return courses.find_course(self._db, path)

    def admit(self, reading: Reading, kind: CourseKind = CourseKind.FILE) -> None:
        """Open a course that has just been read, adding it where the library has none of it."""
        known = courses.find_course(self._db, reading.source.path)
        if known is None:
            if self.course is not None:
                self.leaving.emit()
            course = courses.add_course(
                self._db, reading.source, reading.outline, kind=kind, at=self._clock()
            )
            self._show(course)
        else:
            self.open_course(known)
        if reading.source.notice is not None:
            self.noticed.emit(reading.source.notice)

    def open_course(self, course_id: int) -> None:
        """Open a course of the library; its file need not be there any more."""
        if self.course is not None:
            self.leaving.emit()
        course = courses.load_course(self._db, course_id)
        self._show(course)
        try:
            courses.opened(self._db, course.id, self._clock())
        except Problem as problem:  # the course is open; only the list of recent ones is not new
            self.noticed.emit(problem)
        if course.kind is CourseKind.FILE and self._differs(course):
            self.source_changed.emit(course.source)

    def _differs(self, course: Course) -> bool:
        try:
            return read_source(course.source).sha256 != course.sha256
        except Problem:
            return False  # a file that is away for now has not changed

    def _show(self, course: Course) -> None:
        self.course = course
        self.progress = Progress.of(course.outline, course.standings)
        self._history = self._histories.setdefault(course.id, History([], []))
        self.course_opened.emit(course)
        self.history_changed.emit()

    def text(self) -> str:
        """Return the Markdown of the open course as the learner accepted it."""
        assert self.course is not None  # noqa: S101
        return courses.course_text(self._db, self.course.id)

    def recent(self) -> Sequence[CourseEntry]:
        """Return the courses of the library, the last opened first."""
        return courses.recent_courses(self._db)

    def keep_place(self, item: int | None, scroll: float) -> None:
        """Remember where the learner is in the open course."""
        if self.course is not None:
            self.course = replace(self.course, place=Place(item, scroll))
            courses.keep_place(self._db, self.course.id, self.course.place)

    # Marking

    def toggle(self, item_id: int) -> None:
        """Tick an item, or untick it where all that counts under it is done."""
        if self.progress is not None:
            done = self.progress.check(item_id) is not Check.ALL
            self.mark(item_id, State.DONE if done else State.NOT_STARTED)

    def mark(self, item_id: int, state: State) -> None:
        """Set the state of a leaf, or of every leaf under an item that is not skipped.

        Raises Problem where it cannot be kept; nothing has changed then.
        """
        assert self.progress is not None  # noqa: S101
        outline = self.progress.outline
        leaf = outline.is_leaf(item_id)
        changes = [
            Change(item.id, EventKind.STATE, _state_value(state, item))
            for item in outline.leaves(item_id)
            if self.progress.state(item.id) is not state
            and (leaf or self.progress.state(item.id) is not State.SKIPPED)
        ]
        self._act(changes, self._mark_words(state).format(title=outline.item(item_id).title))

    def _mark_words(self, state: State) -> str:
        if state is State.DONE:
            return self.tr("mark “{title}” done")
        return self.tr("mark “{title}” not done")

    def set_score(self, item_id: int, score: float | None) -> None:
        """Record the score of an assessment in percent, or clear it with None."""
        assert self.progress is not None  # noqa: S101
        if self.progress.standing(item_id).score == score:
            return
        words = self.tr("score of “{title}”").format(title=self._title(item_id))
        self._act([Change(item_id, EventKind.SCORE, {"score": score})], words)

    def _title(self, item_id: int) -> str:
        assert self.progress is not None  # noqa: S101
        return self.progress.outline.item(item_id).title

    def _act(self, changes: Sequence[Change], words: str) -> None:
        if not changes:
            return
        recorded = record.record(self._db, changes, self._clock())
        self._history.done.append(Step(recorded.action, words))
        self._history.undone.clear()
        self._apply(recorded.standings)

    def _apply(self, standings: dict[int, Standing]) -> None:
        assert self.progress is not None  # noqa: S101
        self.progress = self.progress.changed(standings)
        self.progress_changed.emit(self.progress, frozenset(standings))
        self.history_changed.emit()

    # Taking back

    def undo_words(self) -> str | None:
        """Return what undo would take back, in words, or None."""
        done = self._history.done
        return done[-1].words if done else None

    def redo_words(self) -> str | None:
        """Return what redo would do again, in words, or None."""
        undone = self._history.undone
        return undone[-1].words if undone else None

    def undo(self) -> None:
        """Take the last action back."""
        self._take_back(self._history.done, self._history.undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take_back(self._history.undone, self._history.done)

    def _take_back(self, steps: list[Step], other: list[Step]) -> None:
        if not steps:
            return
        recorded = record.undo(self._db, steps[-1].action, self._clock())
        other.append(Step(recorded.action, steps.pop().words))
        self._apply(recorded.standings)

    # Out

    def learner(self) -> str | None:
        """Return the learner's name, "" where they want none, None where never asked."""
        return settings.setting(self._db, LEARNER)

    def name_learner(self, name: str) -> None:
        """Keep the learner's name for reports."""
        settings.keep_setting(self._db, LEARNER, name.strip())

    def report(self, language: str, say: Say) -> "Report":
        """Return the open course's progress report as of today."""
        from coursetracker.export.report import (  # noqa: PLC0415  not needed to start
            ReportFacts,
            report,
        )

        assert self.course is not None  # noqa: S101
        assert self.progress is not None  # noqa: S101
        facts = ReportFacts(
            course=self.course.title,
            source=self.course.source.name,
            learner=self.learner() or "",
            today=self.today(),
            language=language,
        )
        return report(self.progress, facts, say)

    def today(self) -> date:
        """Return the learner's date."""
        return self._clock().date()

    def close(self) -> None:
        """Let go of the library."""
        self._db.close()


def _state_value(state: State, item: Item) -> dict[str, object]:
    """Return what is recorded: a lesson that is done remembers the text it was done with."""
    if state is State.DONE:
        return {"state": state.value, "body": item.body_sha256}
    return {"state": state.value}
