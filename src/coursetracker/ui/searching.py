"""Searching all courses: what is searched is kept up to date, and results are gone to."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coursetracker.problems import Problem
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.language import speaker

if TYPE_CHECKING:
    from pathlib import Path

    from coursetracker.ui.search_dialog import Mode, SearchDialog
    from coursetracker.ui.search_thread import Question, SearchThread
    from coursetracker.ui.session import Course
    from coursetracker.ui.session.seeking import Found, Hit
    from coursetracker.ui.window import MainWindow

SOON = 2_000
"""So many milliseconds after a course was opened or changed it is read to be searched."""


class Searching(QObject):
    """Opens the dialog and answers it, and brings up to date what is searched.

    That is done some time after anything has changed, and at the latest when something is looked
    for; the window waits for none of it.
    """

    refused = Signal(object)  # Exception
    renewed = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.dialog: SearchDialog | None = None
        self._thread: SearchThread | None = None
        self._running: set[SearchThread] = set()
        self._job: Job | None = None
        self._is_behind = False
        self._is_damaged = False
        self._can_repair = True
        self._wanted: tuple[Hit, str] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.renew)
        session = self._session
        for changed in (session.updated, session.rearranged, session.course_closed):
            changed.connect(self._soon.start)
        session.course_opened.connect(self._follow)
        window.shelving.changed.connect(self._soon.start)
        self.refused.connect(window.show_problem)

    # Keeping up to date

    def renew(self) -> None:
        """Have all that is searched be as the library is, beside the window."""
        self._soon.stop()
        if self._job is not None:
            self._is_behind = True
            return
        work = partial(_renew, self._session.folder, self._is_damaged)
        self._is_behind, self._is_damaged = False, False
        self._job = job = Job(work, self)
        job.ticked.connect(self._show_reading)
        job.failed.connect(self._tell)
        job.finished.connect(self._end_renewal)
        job.start()

    def _end_renewal(self) -> None:
        self._job = None
        if self._is_behind:
            self.renew()
            return
        self._show_reading(0, 0)
        self._ask()
        self.renewed.emit()

    def _show_reading(self, done: int, total: int) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_reading(done, total)

    def _tell(self, problem: Exception) -> None:
        """Tell whoever searches why nothing is found; others need not know."""
        if not isinstance(problem, Problem):
            self.refused.emit(problem)
            return
        from coursetracker.ui.failures import log  # noqa: PLC0415  rarely needed

        log.warning("Search: %s", problem)
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_problem(problem.told(speaker("Problem")))

    def stop(self) -> None:
        """Wait until nothing is running any more."""
        self._soon.stop()
        if self.dialog is not None:
            self.dialog.reject()  # so that nothing is asked any more
        self._end_thread()
        for thread in self._running:
            thread.wait()
        if self._job is not None:
            self._is_behind = False
            self._job.cancel()
            self._job.wait()

    # Looking for something

    def search(self) -> None:
        """Ask for words that are looked for everywhere."""
        from coursetracker.ui.search_dialog import Mode  # noqa: PLC0415  not needed to start

        self._begin(Mode.EVERYWHERE)

    def go_to_lesson(self) -> None:
        """Ask for a lesson by some letters of its title."""
        from coursetracker.ui.search_dialog import Mode  # noqa: PLC0415  not needed to start

        self._begin(Mode.LESSONS)

    def _begin(self, mode: "Mode") -> None:
        dialog = self.dialog or self._made()
        if not dialog.isVisible():
            self._session.settling.emit()
            self._can_repair = True
            self.renew()
        dialog.begin(mode)

    def _made(self) -> "SearchDialog":
        from coursetracker.ui.search_dialog import SearchDialog  # noqa: PLC0415  not to start

        self.dialog = dialog = SearchDialog(self._window)
        for name in ("search", "go-to"):
            dialog.addAction(self._window.actions_by_name[name])
        dialog.asked.connect(self._ask)
        dialog.chosen.connect(self._open)
        dialog.finished.connect(self._end_thread)
        return dialog

    def _ask(self) -> None:
        """Have what is typed now looked for."""
        from coursetracker.ui.search_thread import Question  # noqa: PLC0415  not to start

        if self.dialog is None or not self.dialog.isVisible():
            return
        course, progress = self._session.course, self._session.progress
        question = Question(
            self.dialog.field.text(),
            None if course is None else course.id,
            None if progress is None else progress.outline,
            self.dialog.only_titles,
        )
        self._thread = self._thread or self._made_thread()
        self._thread.ask(question)

    def _made_thread(self) -> "SearchThread":
        from coursetracker.ui.search_thread import SearchThread  # noqa: PLC0415  not to start

        thread = SearchThread(self._session.folder, self)
        thread.answered.connect(self._show)
        thread.failed.connect(self._repair)
        thread.ended.connect(partial(self._running.discard, thread))
        thread.ended.connect(thread.deleteLater)
        self._running.add(thread)
        return thread

    def _end_thread(self) -> None:
        """Let go of what is read, so that it can be replaced while nobody searches."""
        if self._thread is not None:
            self._thread.stop()
            self._thread = None

    def _show(self, question: "Question", found: "Found") -> None:
        dialog = self.dialog
        asked = (question.typed, question.only_titles)
        if dialog is not None and asked == (dialog.field.text(), dialog.only_titles):
            dialog.show_problem("")
            dialog.show_found(found)

    def _repair(self, problem: Exception) -> None:
        """Have what is damaged made anew, once; tell all else."""
        from coursetracker.ui.session.seeking import is_damage  # noqa: PLC0415  rarely needed

        self._thread = None
        is_ours = isinstance(problem, Problem) and is_damage(problem, self._session.folder)
        if is_ours and self._can_repair:
            self._can_repair, self._is_damaged = False, True
            self.renew()
        else:
            self._tell(problem)

    # Going to what was found

    def _open(self, hit: "Hit") -> None:
        assert self.dialog is not None  # noqa: S101
        typed = "" if self.dialog.only_titles else self.dialog.field.text()
        course = self._session.course
        if course is not None and course.id == hit.course:
            self._window.shelving.leave()
            self._go_to(hit, typed)
        else:
            self._wanted = hit, typed
            self._window.opening.open_known(hit.course)

    def _follow(self, course: "Course") -> None:
        """Go to what was found once its course is open, and its page where it was left."""
        self._soon.start()
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0].course == course.id:
            QTimer.singleShot(0, self, partial(self._go_to, *wanted))

    def _go_to(self, hit: "Hit", typed: str) -> None:
        """Go to what was found, and mark there what was typed."""
        window, progress = self._window, self._session.progress
        if progress is None or (hit.item is not None and hit.item not in progress.outline):
            window.pane.notice.tell(self.tr("This lesson is not in the course any more."))
            return
        window.reader.go_to(hit.item)
        window.page.setFocus()
        if typed and hit.is_note:
            self._mark_in_note(typed)
        elif typed:
            window.finding.seek(typed)

    def _mark_in_note(self, typed: str) -> None:
        from PySide6.QtGui import QTextCursor  # noqa: PLC0415  not needed to start

        from coursetracker.seeking.marking import pattern  # noqa: PLC0415
        from coursetracker.seeking.query import read_query  # noqa: PLC0415
        from coursetracker.ui.finding import hits  # noqa: PLC0415

        noting = self._window.noting
        if noting.panel is None or not noting.panel.isVisible():
            noting.ask()
        if noting.panel is None:
            return
        noting.panel.take_focus()
        document = noting.panel.editor.document()
        for start, end in hits(document, pattern(read_query(typed)))[:1]:
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            noting.panel.editor.setTextCursor(cursor)


def _renew(folder: "Path", is_damaged: bool, tick: Tick) -> None:  # noqa: FBT001  a job's
    from coursetracker.ui.session.seeking import forget, renew  # noqa: PLC0415  not to start

    if is_damaged:
        forget(folder)
    renew(folder, tick)
