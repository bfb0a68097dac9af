"""Shows pace and forecast on request, and keeps them up to date while they are shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coursetracker.problems import Problem
from coursetracker.ui.habits import HabitsDialog
from coursetracker.ui.pace_view import PaceDialog
from coursetracker.ui.session import Session


class Pacing(QObject):
    """What the window knows of pace, forecast and streak."""

    refused = Signal(object)  # Exception

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._dialog = PaceDialog(window)
        self._dialog.habits_asked.connect(self._ask_habits)
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.timeout.connect(lambda: self._attempt(self._renew))
        for told in (
            session.progress_changed, session.course_opened, session.course_closed,
            session.updated, session.rearranged,
        ):  # fmt: skip
            told.connect(self.renew)

    def show(self) -> None:
        """Show pace and forecast of the open course."""
        if self._attempt(self._renew):
            self._dialog.show()
            self._dialog.activateWindow()

    def renew(self) -> None:
        """Show what is so now, once all that is being done is done."""
        if self._dialog.isVisible():
            self._renewing.start(0)

    def _renew(self) -> None:
        studying, course = self._session.studying, self._session.course
        self._dialog.show_pace("" if course is None else course.title, studying.pace())
        self._dialog.show_streak(studying.streak(), studying.today(), studying.habits())

    def _ask_habits(self) -> None:
        """Let the learner say when the day begins, and when rest is planned."""
        studying = self._session.studying
        dialog = HabitsDialog(studying.habits(), studying.today(), self._dialog)
        if dialog.exec() and self._attempt(lambda: studying.keep_habits(dialog.form.habits)):
            self.renew()
        dialog.deleteLater()

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Do what the library may refuse, and return whether it was done."""
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
            return False
        return True
