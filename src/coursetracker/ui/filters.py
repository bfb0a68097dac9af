"""Which lessons of a course the learner wants to see: kept course by course."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal

from coursetracker.problems import Problem
from coursetracker.progress.filters import Facts, Only, first_day_of_week
from coursetracker.progress.schedule import PLAN
from coursetracker.ui.filter_row import FilterRow
from coursetracker.ui.session import Course, Session

KEPT = "filter"
"""The name of the course's setting."""


def facts(session: Session) -> Facts:
    """Return what filters know of the open course; Raises Problem where it cannot be read."""
    today = session.today()
    week = first_day_of_week(today, QLocale().firstDayOfWeek().value)
    return Facts(today, week, session.planning.due_dates(), session.noted())


class Filters(QObject):
    """Remembers the filter of each course. Made before others hear that a course is opened."""

    refused = Signal(object)  # Exception

    def __init__(self, session: Session, row: FilterRow) -> None:
        super().__init__(row)
        self._session = session
        self._row = row
        session.course_opened.connect(lambda course: self._attempt(partial(self._restore, course)))
        session.setting_changed.connect(self._look_again)
        row.only_chosen.connect(lambda only: self._attempt(partial(self._keep, only)))

    def _restore(self, _course: Course) -> None:
        kept = self._session.setting(KEPT)
        self._row.restore(Only(kept) if kept in set(Only) else Only.ALL)

    def _look_again(self, name: str) -> None:
        """Filter anew where a plan says that other lessons are due."""
        if name == PLAN:
            self.show_day()

    def show_day(self) -> None:
        """Filter anew where what is due is filtered for."""
        if self._row.only() in (Only.DUE, Only.OVERDUE):
            self._row.changed.emit()

    def _keep(self, only: Only) -> None:
        if self._session.course is not None:
            self._session.set_setting(KEPT, None if only is Only.ALL else only.value)

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
