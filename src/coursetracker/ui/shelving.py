"""My courses in place of the open one: shown and left, and what is done there and taken back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from coursetracker.problems import Problem
from coursetracker.ui.history import History, Step
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.opening import Opening
from coursetracker.ui.session import Session, Shelved, Source, read_any

if TYPE_CHECKING:
    from coursetracker.ui.shelf import ShelfPage


class Shelving(QObject):
    """Makes the page when it is asked for first, and does what is asked for on it.

    All that is done there can be undone there; what was removed even after a restart.
    """

    refused = Signal(object)  # Exception
    changed = Signal()  # what is shown, or what can be undone
    sample_asked = Signal()
    continue_asked = Signal(object)  # id of the item to go on with, in the course just opened
    update_asked = Signal(object, object)  # Source, and the id of the course that it is a text of

    def __init__(
        self, session: Session, opening: Opening, pane: LessonPane, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session = session
        self._opening = opening
        self._pane = pane
        self._window = window
        self._stack: QStackedWidget | None = None
        self.page: ShelfPage | None = None
        self._history = History()
        self._touched: int | None = None
        self._looking: Job | None = None
        self._running: set[Job] = set()
        session.course_opened.connect(self._close)
        for left_open in (opening.refused, opening.given_up, opening.looks_like):
            left_open.connect(lambda *_told: self._stand_in())

    @property
    def is_shown(self) -> bool:
        """Whether the page is in place of the course."""
        return self._stack is not None and self._stack.currentWidget() is self.page

    # Showing and leaving

    def show(self) -> None:
        """Show all courses, as they are now."""
        try:
            courses = self._session.shelf.courses()
            if self.page is None:
                self._remember_removed()
        except Problem as problem:
            self.refused.emit(problem)
            return
        page = self._made() if self.page is None else self.page
        if not self.is_shown and self._stack is not None:
            self._stack.setCurrentWidget(page)
            if self._pane.notice.is_of_course:
                self._pane.notice.hide()
            self._move_notice(partial(page.take_notice, self._pane.notice))
        course = self._session.course
        self._show(courses, course.id if course is not None else None)
        page.take_focus()

    def _stand_in(self) -> None:
        """Show all courses where the one that was to be opened first cannot be."""
        if self._session.course is None and not self.is_shown:
            self.show()

    def _made(self) -> "ShelfPage":
        from coursetracker.ui.shelf import ShelfPage  # noqa: PLC0415  not needed to start

        self.page = page = ShelfPage()
        page.asked.connect(self._do_asked)
        page.add_asked.connect(self._opening.ask)
        page.sample_asked.connect(self.sample_asked)
        page.back_asked.connect(self.leave)
        self._stack = stack = QStackedWidget(self._window)
        course = self._window.takeCentralWidget()
        assert course is not None  # noqa: S101
        stack.addWidget(course)
        stack.addWidget(page)
        self._window.setCentralWidget(stack)
        return page

    def leave(self) -> None:
        """Go back to the open course, if there is one."""
        if self._session.course is not None:
            self._close()

    def _close(self) -> None:
        if self.is_shown and self._stack is not None:
            self._stack.setCurrentIndex(0)
            self._move_notice(self._pane.put_notice)
            self.changed.emit()

    def _move_notice(self, move: Callable[[], object]) -> None:
        """Take the bar along that tells things: there is only one."""
        told = not self._pane.notice.isHidden()
        move()
        self._pane.notice.setVisible(told)

    def _show(self, courses: Sequence[Shelved], current: int | None) -> None:
        assert self.page is not None  # noqa: S101
        self.page.allow_back(self._session.course is not None)
        self.page.show_courses(courses, self._session.today(), current)
        files = {shelved.id: shelved.source for shelved in courses}
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._run(partial(_missing, files), self.page.show_missing)
        self.changed.emit()

    def look_again(self) -> None:
        """Show what another program has changed; the course that was chosen stays so."""
        if self.is_shown and self.page is not None:
            current = self.page.current()
            self._refresh(None if current is None else current.id)

    def _refresh(self, current: int | None) -> None:
        """Show what is true now; another window may have changed it too."""
        if not self.is_shown:
            self.changed.emit()
            return
        try:
            self._show(self._session.shelf.courses(), current)
        except Problem as problem:
            self.refused.emit(problem)

    def _run(self, work: Callable[[Tick], object], then: Callable[..., object]) -> Job:
        """Do what has to do with files beside the window: they may be far away."""
        job = Job(work, self)
        job.succeeded.connect(then)
        job.failed.connect(self.refused)
        job.finished.connect(partial(self._running.discard, job))
        self._running.add(job)
        job.start()
        return job

    def stop(self) -> None:
        """Wait until nothing is running any more."""
        for job in self._running:
            job.cancel()
            job.wait()

    # What is asked of a course

    def _do_asked(self, name: str, shelved: Shelved) -> None:
        self._pane.notice.hide()
        {
            "open": self._open,
            "continue": self._continue,
            "rename": self._rename,
            "locate": self._locate,
            "archive": self._archive,
            "remove": self._remove,
        }[name](shelved)

    def _open(self, shelved: Shelved) -> None:
        self._opening.open_known(shelved.id)

    def _continue(self, shelved: Shelved) -> None:
        self._opening.open_known(shelved.id)
        course = self._session.course
        if course is not None and course.id == shelved.id and shelved.following is not None:
            self.continue_asked.emit(shelved.following.item)

    def _rename(self, shelved: Shelved) -> None:
        from coursetracker.ui.renaming import RenameDialog  # noqa: PLC0415  rarely needed

        own = shelved.title if shelved.title != shelved.author_title else None
        dialog = RenameDialog(shelved, self._window)
        if dialog.exec() and dialog.title != own:
            rename = partial(self._session.shelf.rename, shelved.id)
            words = self.tr("rename “{title}”").format(title=shelved.title)
            self._do(words, partial(rename, dialog.title), partial(rename, own), shelved.id)
        dialog.deleteLater()

    def _archive(self, shelved: Shelved) -> None:
        archive = partial(self._session.shelf.archive, shelved.id)
        words, was = self.tr("archive “{title}”"), shelved.is_archived
        if was:
            words = self.tr("unarchive “{title}”")
        done = self._do(
            words.format(title=shelved.title),
            partial(archive, archived=not was),
            partial(archive, archived=was),
            shelved.id,
        )
        if done and not was:
            self._tell_done(self.tr("“{title}” is archived.").format(title=shelved.title))

    def _remove(self, shelved: Shelved) -> None:
        remove, back = self._removing(shelved.id, shelved.title)
        if self._do(self._removal_words(shelved.title), remove, back, shelved.id):
            sentence = self.tr("“{title}” was removed. For 30 days, Undo brings it back.")
            self._tell_done(sentence.format(title=shelved.title))

    def _removing(
        self, course_id: int, title: str
    ) -> tuple[Callable[[], object], Callable[[], object]]:
        return partial(self._session.shelf.remove, course_id), partial(
            self._bring_back, course_id, title
        )

    def _removal_words(self, title: str) -> str:
        return self.tr("remove “{title}”").format(title=title)

    def _bring_back(self, course_id: int, title: str) -> None:
        if not self._session.shelf.restore(course_id):
            sentence = self.tr(
                "“{title}” is back, but another course has its file by now."
                " Locate a file for it, or remove the other one."
            )
            self._pane.notice.tell(sentence.format(title=title))

    def _remember_removed(self) -> None:
        """Let what was removed before this start be undone too."""
        for removed in self._session.shelf.removed():
            remove, back = self._removing(removed.id, removed.title)
            words = self._removal_words(removed.title)
            self._history.did(self._step(words, remove, back, removed.id))

    def _tell_done(self, sentence: str) -> None:
        undo = (self.tr("Undo"), partial(self._attempt, self.undo))
        self._pane.notice.tell(sentence, [undo])

    # A file that has moved

    def _locate(self, shelved: Shelved) -> None:
        title = self.tr("Locate the file of “{title}”").format(title=shelved.title)
        choose = self._opening.choose_folder if shelved.is_folder else self._opening.choose
        path = choose(title, shelved.source.parent)
        if path is not None and self._attempt(
            partial(self._session.shelf.expect_free, path, shelved.id)
        ):
            self._run(partial(_read, path), partial(self._located, shelved))

    def _located(self, shelved: Shelved, source: Source) -> None:
        """Take a file for the course's, or another text in it for an update of the course."""
        try:
            same = self._session.shelf.has_text(shelved.id, source)
        except Problem as problem:
            self.refused.emit(problem)
            return
        if not same:
            self.update_asked.emit(source, shelved.id)
        elif source.path == shelved.source:
            sentence = self.tr("“{title}” has this file already.")
            self._pane.notice.tell(sentence.format(title=shelved.title))
        else:
            words = self.tr("locate “{title}”").format(title=shelved.title)
            locate = partial(self._session.shelf.locate, shelved.id)
            there, here = partial(locate, source.path), partial(locate, shelved.source)
            if self._do(words, there, here, shelved.id):
                sentence = self.tr("The file of “{title}” is {path} now.")
                self._tell_done(sentence.format(title=shelved.title, path=source.path))

    # Doing, and taking back

    def _do(
        self, words: str, act: Callable[[], object], back: Callable[[], object], current: int
    ) -> bool:
        """Do what `back` undoes, show it, and return whether it was done."""
        if not self._attempt(act):
            return False
        self._history.did(self._step(words, act, back, current))
        self._refresh(current)
        return True

    def remember(self, step: Step) -> None:
        """Let something be undone here that was done elsewhere, and show what it has changed."""
        self._history.did(step)
        self._refresh(None)

    def _step(
        self, words: str, act: Callable[[], object], back: Callable[[], object], course_id: int
    ) -> Step:
        """Return the step of what was done to a course by `act`, and is undone by `back`."""

        def take_back() -> Step:
            back()
            self._touched = course_id
            return self._step(words, back, act, course_id)

        return Step(words, take_back)

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
            return False
        return True

    def undo_words(self) -> str | None:
        """Return what undo would take back, in words, or None."""
        return self._history.undo_words()

    def redo_words(self) -> str | None:
        """Return what redo would do again, in words, or None."""
        return self._history.redo_words()

    def undo(self) -> None:
        """Take back what was done last. Raises Problem where that cannot be kept."""
        self._pane.notice.hide()
        self._history.undo()
        self._refresh(self._touched)

    def redo(self) -> None:
        """Do again what was taken back last. Raises Problem where that cannot be kept."""
        self._pane.notice.hide()
        self._history.redo()
        self._refresh(self._touched)


def _missing(files: dict[int, Path], tick: Tick) -> frozenset[int]:
    """Return the courses whose files are not there."""
    missing = set()
    for number, (course_id, path) in enumerate(files.items()):
        tick(number, len(files))
        if not _is_there(path):
            missing.add(course_id)
    return frozenset(missing)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder on the way may not be looked into
        return False


def _read(path: Path, tick: Tick) -> Source:
    tick(0, 1)
    return read_any(path)
