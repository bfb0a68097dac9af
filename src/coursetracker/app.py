"""The program behind the window: putting the parts together, and opening the first course."""

import gc
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from coursetracker.instance import Claim
from coursetracker.library.database import open_database
from coursetracker.library.transactions import Damaged
from coursetracker.problems import Problem
from coursetracker.resources import resources
from coursetracker.ui.failures import CrashFile, Failures, keep_log, log, versions
from coursetracker.ui.furnishing import Furnishing
from coursetracker.ui.language import speak, speaker, system_language
from coursetracker.ui.session import Session
from coursetracker.ui.theme import apply_scheme, kept_scheme
from coursetracker.ui.window import MainWindow


def furnish(window: MainWindow, folder: Path) -> None:
    """Put into the window all that it shows, over the library in a folder.

    Raises Problem where the library cannot be opened.
    """
    session = Session(open_database(folder))
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


def open_first(window: MainWindow, path: Path | None) -> None:
    """Open the course that was asked for, and before it the one that was open last.

    Where that cannot be opened, all courses are shown instead.
    """
    last = None
    try:
        last = window.session.last_course()
        if last is None and window.session.is_unused():
            window.session.open_bundled()
    except Problem as problem:
        window.show_problem(problem)
    if last is not None:
        window.opening.open_known(last)
    if window.session.course is None and not window.opening.is_busy:
        window.shelving.show()
    if path is not None:
        window.open_path(path)


def begin(
    window: MainWindow, claim: Claim, folder: Path, path: Path | None, language: str | None
) -> None:
    """Fill the window that is shown, open a course in it, and see to an orderly end."""
    failures = Failures(window)
    failures.watch()
    speak(language or system_language())
    try:
        is_furnished = furnish_rescued(window, folder)
    except Problem as problem:
        _refuse(window, problem)
        return
    if not is_furnished:
        QCoreApplication.exit(1)
        return
    crash = CrashFile(folder)
    open_first(window, path)
    QTimer.singleShot(0, window, partial(_settle, folder, failures, crash.last))
    QTimer.singleShot(0, window, partial(_answer, window, claim))
    QTimer.singleShot(0, window, window.session.shelf.forget_removed)
    QTimer.singleShot(0, window, window.safety.begin_upkeep)
    if (program := QCoreApplication.instance()) is not None:
        program.aboutToQuit.connect(partial(_end, window.session, crash))


def _refuse(window: MainWindow, problem: Problem) -> None:
    """Say why the program cannot be used, and end it."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

    QMessageBox.critical(window, "CourseTracker", problem.told(speaker("Problem")))
    QCoreApplication.exit(1)


def _end(session: Session, crash: CrashFile) -> None:
    session.close()
    crash.close()


def _answer(window: MainWindow, claim: Claim) -> None:
    """Begin to answer later starts; where that cannot be, they have windows of their own."""
    from coursetracker.ui.answering import Answering  # noqa: PLC0415  not needed to start

    if claim.address is not None:
        try:
            Answering(window, claim.address)
        except OSError as error:
            log.warning("Later starts cannot be answered: %s", error)
            claim.release()


def _settle(folder: Path, failures: Failures, last_crash: str) -> None:
    """Begin what can wait until the window is on the screen: garbage, the log, an old crash."""
    from PySide6.QtGui import QGuiApplication, QIcon  # noqa: PLC0415  not needed to start

    _lend_emoji()
    QGuiApplication.setWindowIcon(QIcon(str(resources() / "icons" / "coursetracker.svg")))
    gc.freeze()
    gc.enable()
    keep_log(folder)
    log.info("Started: %s", versions())
    if last_crash:
        failures.show_crash(last_crash)


def _lend_emoji() -> None:
    """Let a system without pictures for emoji use ours, drawn in the text's colour."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  not needed to start

    if not any("emoji" in family.lower() for family in QFontDatabase.families()):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / "NotoEmoji-Regular.ttf"))
