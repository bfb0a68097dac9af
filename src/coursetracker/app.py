"""The program behind the window: putting the parts together, and opening the first course."""

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from coursetracker.instance import Claim
from coursetracker.library.database import open_database
from coursetracker.library.transactions import Damaged
from coursetracker.problems import Problem
from coursetracker.resources import resources
from coursetracker.ui.failures import CrashFile, Failures, keep_log, log, versions
from coursetracker.ui.fonts import lend
from coursetracker.ui.furnishing import Furnishing
from coursetracker.ui.language import (
    kept_language,
    speak,
    speaker,
    system_language,
)
from coursetracker.ui.opening import COURSES, START
from coursetracker.ui.session import Session
from coursetracker.ui.theme import apply_scheme, kept_scheme, kept_size, size_text
from coursetracker.ui.turns import when_free
from coursetracker.ui.window import MainWindow

if TYPE_CHECKING:
    from coursetracker.ui.answering import Answering

SOON = 100
"""Milliseconds after which it is looked again whether work beside the window is over."""


def furnish(window: MainWindow, folder: Path) -> None:
    """Put into the window all that it shows, over the library in a folder.

    Raises Problem where the library cannot be opened.
    """
    furnish_over(window, Session(open_database(folder)))


def furnish_over(window: MainWindow, session: Session) -> None:
    """Put into the window all that it shows, over a library that is open."""
    lend()
    apply_scheme(kept_scheme(window.settings))
    Furnishing(window, session)


def furnish_rescued(window: MainWindow, folder: Path) -> bool:
    """Furnish the window; where the library is damaged, the learner says what takes its place.

    Returns False where they want nothing to. Raises Problem as `furnish` does.
    """
    try:
        furnish(window, folder)
    except Damaged:
        from coursetracker.ui.rescue import rescue  # noqa: PLC0415  not needed to start

        if not rescue(folder):
            return False
        furnish(window, folder)
    return True


def open_first(window: MainWindow, path: Path | None, *, has_crashed: bool = False) -> None:
    """Open the course that was asked for, and before it the one that was open last.

    Where that cannot be opened, the learner wants it so, or the program has crashed when it ran
    last, as it might do there again, all courses are shown instead.
    """
    last = None
    try:
        if window.session.is_unused():
            window.session.open_bundled()
            window.reader.next()  # the first lesson: the space bar ticks it, and not its whole week
            window.welcome()
        elif window.settings.value(START) != COURSES and not has_crashed:
            last = window.session.last_course()
    except Problem as problem:
        window.show_problem(problem)
    if last is not None:
        window.opening.open_known(last)
    if window.session.course is None and not window.opening.is_busy:
        window.shelving.show()
    if path is not None:
        window.open_path(path)


def reopen(window: MainWindow, before: MainWindow) -> None:
    """Show in a new window what another one shows."""
    if before.session.course is not None:
        window.opening.open_known(before.session.course.id)
        window.side.field.setText(before.side.field.text())
    if before.session.course is None or before.shelving.is_shown:
        window.shelving.show()
    if "preferring" in before.__dict__:
        window.preferring.come_back(before.preferring)


class Program(QObject):
    """What the running program has beside its window, which another may take the place of."""

    def __init__(self, window: MainWindow, claim: Claim, folder: Path) -> None:
        super().__init__(QCoreApplication.instance())
        self._window = window
        self._claim = claim
        self._folder = folder
        self._failures = _watched(window)
        self._answering: Answering | None = None
        self._asked: Path | None = None

    def open_asked(self, file: str) -> None:
        """Open a file that the system asks for, in whichever window there is by then."""
        self._asked = Path(file)
        if self._window.is_furnished:
            when_free(self, lambda: self._window.open_path(Path(file)))

    def begin(self, path: Path | None, language: str | None) -> None:
        """Fill the window that is shown, open a course in it, and see to an orderly end."""
        speak(language or kept_language(self._window.settings) or system_language())
        try:
            is_furnished = furnish_rescued(self._window, self._folder)
        except Problem as problem:
            self._refuse(problem)
            return
        if not is_furnished:
            QCoreApplication.exit(1)
            return
        crash = CrashFile(self._folder)
        open_first(self._window, path or self._asked, has_crashed=bool(crash.last))
        QTimer.singleShot(0, self, partial(self._settle, crash.last))
        QTimer.singleShot(0, self, self._answer)
        QTimer.singleShot(0, self._window, self._window.session.shelf.forget_removed)
        self._follow_window()
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self._end)
            program.aboutToQuit.connect(crash.close)

    def _follow_window(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection  # who asks for it will be gone
        self._window.renewal_asked.connect(self._renew, queued)
        QTimer.singleShot(0, self._window, self._window.safety.begin_upkeep)

    def _renew(self) -> None:
        """Let a new window, in which all words are said and written anew, take over.

        The library is opened anew as at a start, so that nothing holds on to what has gone. Where
        it cannot be, all stays as it is until the next start. What is being written or read beside
        the window is waited for.
        """
        before = self._window
        if before.is_busy:
            QTimer.singleShot(SOON, self, self._renew)
            return
        try:
            session = Session(open_database(self._folder))
        except Problem as problem:
            before.show_problem(problem)
            return
        if not before.end():
            session.close()
            return
        before.session.close()
        speak(kept_language(before.settings) or system_language())
        size_text(kept_size(before.settings))
        self._window = MainWindow(before.settings)
        self._failures = _watched(self._window)
        furnish_over(self._window, session)
        reopen(self._window, before)
        self._window.show()
        self._follow_window()
        if self._answering is not None:
            self._answering.window = self._window
        before.hide()
        # Its parts know each other in circles, some of them through Qt, where Python sees none.
        before.session.deleteLater()
        before.destroyed.connect(before.__dict__.clear)
        before.deleteLater()

    def _refuse(self, problem: Problem) -> None:
        """Say why the program cannot be used, and end it."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

        from coursetracker.ui.words import verbatim  # noqa: PLC0415

        told = verbatim(problem.told(speaker("Problem")))
        QMessageBox.critical(self._window, "CourseTracker", told)
        QCoreApplication.exit(1)

    def _end(self) -> None:
        if self._window.is_furnished:
            self._window.session.close()
        self._window.deleteLater()  # before the application, which its parts need

    def _answer(self) -> None:
        """Begin to answer later starts; where that cannot be, they have windows of their own."""
        from coursetracker.ui.answering import Answering  # noqa: PLC0415  not needed to start

        if self._claim.address is not None:
            try:
                self._answering = Answering(self._window, self._claim.address, self)
            except OSError as error:
                log.warning("Later starts cannot be answered: %s", error)
                self._claim.release()

    def _settle(self, last_crash: str) -> None:
        """Begin what can wait until the window is on the screen: garbage, the log, an old crash."""
        from PySide6.QtGui import QGuiApplication, QIcon  # noqa: PLC0415  not needed to start

        from coursetracker.ui.garbage import Collector  # noqa: PLC0415

        _lend_emoji()
        QGuiApplication.setWindowIcon(QIcon(str(resources() / "icons" / "coursetracker.svg")))
        gc.freeze()
        Collector(self)
        keep_log(self._folder)
        log.info("Started: %s", versions())
        if last_crash:
            self._failures.show_crash(last_crash)


def _watched(window: MainWindow) -> Failures:
    failures = Failures(window)
    failures.watch()
    return failures


def _lend_emoji() -> None:
    """Let a system without pictures for emoji use ours, drawn in the text's colour."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  not needed to start

    if not any("emoji" in family.lower() for family in QFontDatabase.families()):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / "NotoEmoji-Regular.ttf"))
