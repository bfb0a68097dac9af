"""Lost & found: what the learner did that has no place in the course any more."""

from dataclasses import dataclass, replace
from datetime import datetime

from coursetracker.course.outline import Item, State
from coursetracker.progress.standings import Standing


@dataclass(frozen=True, slots=True)
class LostItem:
    """What waits for a new home: a lesson that is gone, or one that holds lessons itself now.

    `above` are the titles that it stood under, from the top; `gone_at` is None of one that is
    still in the course, whose own tick counts no more since it has lessons under it. `note` is
    how its note begins; that of one still in the course is read there.
    """

    item: Item
    standing: Standing
    above: tuple[str, ...]
    gone_at: datetime | None
    note: str = ""

    @property
    def carries_anything(self) -> bool:
        """Whether the learner would miss it."""
        if self.gone_at is None:
            return self.standing.state is not State.NOT_STARTED
        return self._done != Standing()

    @property
    def has_note(self) -> bool:
        """Whether a note waits with it."""
        return self.gone_at is not None and self.standing.has_note

    @property
    def _done(self) -> Standing:
        """What was done, without when it was begun and how the lesson was arranged."""
        return replace(
            self.standing, started_at=None, title=None, kind=None, week=None, hidden=None
        )
