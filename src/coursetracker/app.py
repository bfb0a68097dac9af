"""The program with its window: putting the parts together and running them."""

import gc
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from coursetracker import __version__
from coursetracker.instance import Claim
from coursetracker.library.database import open_database
from coursetracker.problems import Problem
from coursetracker.resources import resources
from coursetracker.ui.failures import CrashFile, Failures, keep_log, log, versions
from coursetracker.ui.language import speak, speaker, system_language
from coursetracker.ui.session import Session
from coursetracker.ui.theme import apply_scheme, kept_scheme
from coursetracker.ui.window import MainWindow

SHARE = 0.001
"""Seconds for which a job may keep the window from running Python; Python's own are 5 ms, and
a call of SQLite waits as long for its turn again."""


def make_application(arguments: list[str], language: str | None) -> QApplication:
    """Return the Qt application, named, dressed and speaking the learner's language."""
    app = QApplication([*arguments, "-style", "Fusion"])  # setStyle() would make two styles
    app.setApplicationName("CourseTracker")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("coursetracker")
    speak(language or system_language())
    sys.setswitchinterval(SHARE)
    return app


def make_window(folder: Path) -> MainWindow:
    """Return the window over the library in a folder, with no course open yet.

    Raises Problem where the library cannot be opened.
    """
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    session = Session(open_database(folder))
    apply_scheme(kept_scheme(settings))
    return MainWindow(session, settings)


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


def run(claim: Claim, folder: Path, path: Path | None = None, language: str | None = None) -> int:
    """Run the program until its window is closed and return its exit status."""
    app = make_application(sys.argv[:1], language)
    try:
        window = make_window(folder)
    except Problem as problem:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

        QMessageBox.critical(None, "CourseTracker", problem.told(speaker("Problem")))
        return 1
    crash = CrashFile(folder)
    failures = Failures(window)
    failures.watch()
    open_first(window, path)
    window.show()
    QTimer.singleShot(0, window, partial(_settle, folder, failures, crash.last))
    QTimer.singleShot(0, window, partial(_answer, window, claim))
    QTimer.singleShot(0, window, window.session.shelf.forget_removed)
    status = app.exec()
    window.session.close()
    crash.close()
    claim.release()
    return status


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
