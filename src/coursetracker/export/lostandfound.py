"""The report's last part: what was done with lessons that have left the course."""

from collections.abc import Sequence
from dataclasses import dataclass

from coursetracker.course.outline import State
from coursetracker.export import labels
from coursetracker.export.cleaning import clean, shortened
from coursetracker.export.wording import Wording
from coursetracker.progress.grades import counting_score
from coursetracker.progress.lost import LostItem

_TITLE_ABOVE = 60
"""The longest title that tells where a lesson stood."""


@dataclass(frozen=True, slots=True)
class LostRow:
    """One lesson without a place: `above` are the titles that it stood under, from the top.

    `mark` is a state and names the symbol. `tag` is "with a note" or empty;
    `date` and `score` are empty where there is none.
    """

    title: str
    tag: str
    above: tuple[str, ...]
    mark: str
    state: str
    date: str
    score: str


def lost_rows(lost: Sequence[LostItem], wording: Wording) -> tuple[LostRow, ...]:
    """Return what is lost, in the order given."""
    return tuple(_row(each, wording) for each in lost)


def _row(lost: LostItem, wording: Wording) -> LostRow:
    standing, score = lost.standing, counting_score(lost.standing)
    done_at = standing.done_at if standing.state is State.DONE else None
    return LostRow(
        title=lost.item.title,
        tag=wording.say(labels.NOTE) if lost.has_note else "",
        above=tuple(shortened(clean(title), _TITLE_ABOVE) for title in lost.above if title),
        mark=standing.state.value,
        state=wording.state(standing.state),
        date=wording.short_date(done_at.date()) if done_at else "",
        score="" if score is None else wording.percent(score),
    )
