"""Which lessons of a course the learner wants to see: kept course by course."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal

from coursetracker.problems import Problem
from coursetracker.progress.filters import Facts, Only, due_dates, first_day_of_week
from coursetracker.progress.rollup import Progress
from coursetracker.ui.filter_row import FilterRow
from coursetracker.ui.session import Course, Session

KEPT = "filter"
"""The name of the course's setting."""


def facts(session: Session, progress: Progress) -> Facts:
    """Return what filters know of the open course; Raises Problem where it cannot be read."""
    today = session.today()
    week = first_day_of_week(today, QLocale().firstDayOfWeek().value)
    return Facts(today, week, due_dates(progress), session.noted())


class Filters(QObject):
    """Remembers the filter of each course. Made before others hear that a course is opened."""

    refused = Signal(object)  # Exception

    def __init__(self, session: Session, row: FilterRow) -> None:
        super().__init__(row)
        self._session = session
        self._row = row
        session.course_opened.connect(lambda course: self._attempt(partial(self._restore, course)))
        row.only_chosen.connect(lambda only: self._attempt(partial(self._keep, only)))

    def _restore(self, _course: Course) -> None:
        kept = self._session.setting(KEPT)
        self._row.restore(Only(kept) if kept in set(Only) else Only.ALL)

    def _keep(self, only: Only) -> None:
        if self._session.course is not None:
            self._session.set_setting(KEPT, None if only is Only.ALL else only.value)

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
