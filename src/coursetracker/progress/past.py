"""What the learner has done, as entries of a history: one for each action."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from coursetracker.progress.standings import Event, cancelled

Told = tuple[Event, str]
"""An event, and the title that the author gives its item."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its events in order, its items with their titles, and when it was taken back.

    An action that was taken back and done again holds: `taken_back_at` is None then.
    """

    action: str
    events: tuple[Event, ...]
    titles: Mapping[int, str]
    taken_back_at: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it was done, in the time zone that the learner was in."""
        return self.events[0].at

    @property
    def item(self) -> int:
        """The first of its items."""
        return self.events[0].item


def entries(told: Iterable[Told], undoing: Sequence[Event]) -> list[Entry]:
    """Return the entries of some events, those of one action side by side, the newest first.

    `undoing` are all events, in order, that undo any of them, directly or by way of others. An
    action counts as taken back once nothing of it holds.
    """
    gone = cancelled(undoing)
    against = {
        event.undoes: event.at
        for event in undoing
        if event.undoes is not None and event.id not in gone
    }
    found: list[Entry] = []
    for action, group in groupby(told, key=lambda each: each[0].action):
        own = sorted(group, key=lambda each: each[0].id)
        events, titles = tuple(event for event, _ in own), {e.item: title for e, title in own}
        held_by = [against.get(event.id) for event, _ in own]
        ended = [at for at in held_by if at is not None]
        taken_back_at = max(ended) if len(ended) == len(own) else None
        found.append(Entry(action, events, titles, taken_back_at))
    return sorted(found, key=lambda entry: -entry.events[-1].id)
