"""When what of the open course is due: its plan, dates set by hand, and beginning anew."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from coursetracker.library.courses import item_uids
from coursetracker.library.database import Connection
from coursetracker.problems import Say
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import (
    NOTHING_DUE,
    PLAN,
    Agenda,
    Plan,
    agenda,
    due_dates,
    plan_of,
    plan_text,
    shifted,
)
from coursetracker.progress.standings import Change, EventKind, Standing

if TYPE_CHECKING:
    from coursetracker.ui.session.session import Session

_UNTOUCHED = Standing()


class Planning:
    """The dates of the open course; all that is changed is one step to undo."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session
        self._known: tuple[Progress, Plan | None, Mapping[int, date]] | None = None

    def plan(self) -> Plan | None:
        """Return the plan of the open course, None where it has none."""
        session = self._session
        return None if session.course is None else plan_of(session.setting(PLAN))

    def due_dates(self) -> Mapping[int, date]:
        """Return when the items of the open course are due, by id; not all of them need be.

        The days are worked out anew only after something that can change them.
        """
        progress, plan = self._session.progress, self.plan()
        if progress is None:
            return {}
        if self._known is not None and self._known[1] == plan:
            before, _, due = self._known
            if _is_planned_alike(before, progress, plan):
                self._known = progress, plan, due
                return due
        due = due_dates(progress, plan)
        self._known = progress, plan, due
        return due

    def agenda(self) -> Agenda:
        """Return what of the open course is overdue, and what is next."""
        progress = self._session.progress
        if progress is None:
            return NOTHING_DUE
        return agenda(
            progress,
            self.due_dates(),
            self._session.today(),
            self._session.grades.rules().counting,
        )

    def calendar(self, say: Say) -> bytes:
        """Return the dates of the open course as a file for calendars.

        Raises Problem where there are none, or they cannot be read.
        """
        from coursetracker.export.calendar import CalendarFacts, calendar  # noqa: PLC0415  not needed to start

        session = self._session
        assert session.course is not None  # noqa: S101
        assert session.progress is not None  # noqa: S101
        facts = CalendarFacts(
            session.course.title,
            session.now(),
            self.due_dates(),
            item_uids(self._db, session.course.id),
            session.grades.rules(),
        )
        return calendar(session.progress, facts, say)

    def keep(self, plan: Plan | None, words: str) -> None:
        """Go by a plan from now on; None goes by none."""
        self._session.act([], words, {PLAN: None if plan is None else plan_text(plan)})

    @property
    def can_begin_anew(self) -> bool:
        """Whether the plan began before today."""
        plan = self.plan()
        return plan is not None and plan.began < self._session.today()

    def begin_anew(self, words: str) -> None:
        """Plan what is open from today on; what was done keeps its days."""
        plan, progress, now = self.plan(), self._session.progress, self._session.now()
        if plan is None or progress is None:
            return
        later = shifted(progress, plan, now, self._session.grades.rules().counting)
        changes = [_due_on(item, day) for item, day in later.items()]
        self._session.act(changes, words, {PLAN: plan_text(plan.restarted(now))})

    def set_due(self, item_id: int, day: date | None, words: str) -> None:
        """Have an item due on a day; None leaves that to the plan."""
        progress = self._session.progress
        if progress is not None and progress.standing(item_id).due_on != day:
            self._session.act([_due_on(item_id, day)], words)


def _due_on(item_id: int, day: date | None) -> Change:
    return Change(item_id, EventKind.DUE_ON, {"due_on": day and day.isoformat()})


def _is_planned_alike(before: Progress, now: Progress, plan: Plan | None) -> bool:
    """Return whether nothing differs that due dates depend on."""
    if before is now:
        return True
    until = plan.restarts[-1] if plan is not None and plan.restarts else None
    return before.outline is now.outline and not any(
        standing.due_on != old.due_on
        or standing.optional != old.optional
        or _done_by(standing, until) != _done_by(old, until)
        for item, standing in now.standings.items()
        if (old := before.standings.get(item, _UNTOUCHED)) is not standing
    )


def _done_by(standing: Standing, until: datetime | None) -> datetime | None:
    """Return when something was done, if that was before the learner began anew."""
    done_at = standing.done_at
    return done_at if done_at is not None and until is not None and done_at <= until else None
