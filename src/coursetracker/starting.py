"""The start: an empty window stands on the screen before the rest of the program is loaded."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from coursetracker import __version__
from coursetracker.instance import Claim
from coursetracker.ui.theme import dress
from coursetracker.ui.window import MainWindow

SHARE = 0.001
"""Seconds for which a job may keep the window from running Python; Python's own are 5 ms, and
a call of SQLite waits as long for its turn again."""

UNSEEN = 250
"""Milliseconds after which a window that nobody can see, as it starts minimised, goes on too."""


def make_application(
    arguments: list[str], *, is_told_files: bool = sys.platform == "darwin"
) -> QApplication:
    """Return the Qt application, named and dressed; it speaks no language yet.

    Where the system tells it which files to open, as macOS does, it listens.
    """
    options = [*arguments, "-style", "Fusion"]  # setStyle() would make two styles
    if is_told_files:
        from coursetracker.ui.asked import Application  # noqa: PLC0415  not on other systems

        app: QApplication = Application(options)
    else:
        app = QApplication(options)
    app.setApplicationName("CourseTracker")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("coursetracker")
    if sys.platform == "darwin":  # where menus have no pictures
        from PySide6.QtCore import Qt  # noqa: PLC0415  its names take long to load

        app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    sys.setswitchinterval(SHARE)
    return app


def empty_window(folder: Path) -> MainWindow:
    """Return the window over the library in a folder, as it was last left, with nothing in it."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    dress(settings)
    return MainWindow(settings)


def show_first(claim: Claim, folder: Path, path: Path | None, language: str | None) -> MainWindow:
    """Show the empty window; when it is seen, the rest is loaded and a course opened in it."""
    window = empty_window(folder)
    waiting = QTimer(window, singleShot=True, interval=UNSEEN)
    waiting.timeout.connect(partial(_go_on, window, claim, folder, path, language))
    window.ground.seen.connect(partial(waiting.start, 0))
    window.show()
    waiting.start()
    return window


def _go_on(
    window: MainWindow, claim: Claim, folder: Path, path: Path | None, language: str | None
) -> None:
    from coursetracker import app  # noqa: PLC0415  the first frame does not wait for it
    from coursetracker.ui.asked import Application  # noqa: PLC0415

    if window.is_begun:  # the empty window is drawn again under what a damaged library is asked
        return
    window.is_begun = True
    program = QApplication.instance()
    running = app.Program(window, claim, folder)
    if isinstance(program, Application):
        path = path or program.asked
        program.file_asked.connect(running.open_asked)
    running.begin(path, language)


def run(claim: Claim, folder: Path, path: Path | None = None, language: str | None = None) -> int:
    """Run the program until its window is closed and return its exit status."""
    application = make_application(sys.argv[:1])
    window = show_first(claim, folder, path, language)
    status = application.exec()
    del window
    claim.release()
    return status
