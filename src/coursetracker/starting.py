"""The start: an empty window stands on the screen before the rest of the program is loaded."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
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


class Application(QApplication):
    """The Qt application. macOS tells it, and not the command line, which files to open."""

    file_asked = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.asked: Path | None = None
        """The file that was asked for last."""

    def event(self, event: QEvent) -> bool:
        """Keep which file is to be opened, and tell it to a window that stands already."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked = Path(event.file())
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def make_application(arguments: list[str]) -> Application:
    """Return the Qt application, named and dressed; it speaks no language yet."""
    app = Application([*arguments, "-style", "Fusion"])  # setStyle() would make two styles
    app.setApplicationName("CourseTracker")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("coursetracker")
    if sys.platform == "darwin":  # where menus have no pictures
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
    window.ground.seen.connect(partial(waiting.start, 0), Qt.ConnectionType.SingleShotConnection)
    window.show()
    waiting.start()
    return window


def _go_on(
    window: MainWindow, claim: Claim, folder: Path, path: Path | None, language: str | None
) -> None:
    from coursetracker import app  # noqa: PLC0415  the first frame does not wait for it

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
