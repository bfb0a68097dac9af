"""When the learner studies: the pace of the open course, and the streak over all of them."""

import json
from datetime import date
from typing import TYPE_CHECKING

from coursetracker.library import settings
from coursetracker.library.database import Connection
from coursetracker.progress.streak import Habits, Streak, streak

if TYPE_CHECKING:
    from coursetracker.progress.pace import Pace
    from coursetracker.ui.session.session import Session

HABITS = "study habits"


class Studying:
    """What is told of days of study; which days these are, the learner's habits say."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session

    def today(self) -> date:
        """Return the day that the learner is in."""
        return self.habits().day_of(self._session.now())

    def pace(self) -> "Pace | None":
        """Return the pace of the open course; None where none is open."""
        from coursetracker.library.finishings import ticks  # noqa: PLC0415  not needed to start
        from coursetracker.progress.finishing import finishings  # noqa: PLC0415  not needed to start
        from coursetracker.progress.pace import pace  # noqa: PLC0415  not needed to start

        course, progress = self._session.course, self._session.progress
        if course is None or progress is None:
            return None
        finished = finishings(ticks(self._db, course.id))
        return pace(progress, finished, self.today(), self.habits())

    def streak(self) -> Streak:
        """Return the streak of days of study, whichever course was studied."""
        from coursetracker.library.finishings import ticks  # noqa: PLC0415  not needed to start
        from coursetracker.progress.finishing import study_days  # noqa: PLC0415  not needed to start

        habits = self.habits()
        return streak(study_days(ticks(self._db), habits), self.today(), habits)

    def habits(self) -> Habits:
        """Return when the learner's day begins, and when rest is planned."""
        kept = settings.setting(self._db, HABITS)
        if kept is None:
            return Habits()
        try:
            value = json.loads(kept)
            return Habits(
                value["day_begins"],
                frozenset(value["weekdays"]),
                frozenset(map(date.fromisoformat, value["days"])),
            )
        except (KeyError, TypeError, ValueError):  # of a newer program, or written by hand
            return Habits()

    def keep_habits(self, habits: Habits) -> None:
        """Keep when the learner's day begins, and when rest is planned.

        Raises Problem where that cannot be kept.
        """
        value = {
            "day_begins": habits.day_begins,
            "weekdays": sorted(habits.weekdays),
            "days": [day.isoformat() for day in sorted(habits.days)],
        }
        settings.keep_setting(self._db, HABITS, json.dumps(value))
