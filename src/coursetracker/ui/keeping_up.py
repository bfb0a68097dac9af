"""Keeping up with other programs on the same library, and with the calendar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from coursetracker.problems import Problem
from coursetracker.ui.turns import is_free

if TYPE_CHECKING:
    from coursetracker.ui.window import MainWindow

OFTEN = 2000
"""Milliseconds after which it is looked again; a look takes microseconds."""

LATER = 1500
"""Milliseconds after which the first course is on the screen, and the bar is free to be read."""

TOLD = "synchronised"
"""Under this name stands the synchronised folder that was told of."""


class KeepingUp(QObject):
    """Looks now and then, and when the program is turned to, what has changed meanwhile."""

    day_began = Signal()  # what was due tomorrow is due today

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._today = window.session.today()
        self._settings = settings
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101
        application.applicationStateChanged.connect(self._turn)
        closed, queued = window.session.course_closed, Qt.ConnectionType.QueuedConnection
        closed.connect(self._stand_in, queued)
        window.session.ended.connect(self.stop)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.warn)
        self._later.start()

    def _turn(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def look(self) -> None:
        """Show what others have done since the last look, and say when another day has begun."""
        session = self._window.session
        if not is_free():  # what is open may be about what others have removed
            return
        if session.today() != self._today:
            self._today = session.today()
            self.day_began.emit()
        try:
            changed = session.elsewhere.catch_up()
        except Problem:  # it is locked or away for now, which the next action tells; look again
            return
        if changed:
            self._window.shelving.look_again()

    def _stand_in(self) -> None:
        """Show all courses where the open one was removed."""
        if self._window.session.course is None and not self._window.shelving.is_shown:
            self._window.shelving.show()

    def warn(self) -> None:
        """Tell once that the library is where another computer may change it."""
        window = self._window
        if not window.pane.notice.isHidden():  # something else is told; both are to be read
            self._later.start()
            return
        problem = window.session.elsewhere.warning()
        told = str(window.session.folder)
        if problem is not None and self._settings.value(TOLD) != told:
            self._settings.setValue(TOLD, told)
            window.show_problem(problem)

    def stop(self) -> None:
        """Look no more."""
        if not self._timer.isActive():  # a window may be closed twice
            return
        self._timer.stop()
        self._later.stop()
        QGuiApplication.instance().applicationStateChanged.disconnect(self._turn)  # type: ignore[union-attr]
