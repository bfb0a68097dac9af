"""Dates, numbers and counts as the learner's language writes them."""

from dataclasses import dataclass
from datetime import date

from coursetracker.course.outline import Item, Kind, Outline, State, Week
from coursetracker.export import labels
from coursetracker.problems import Say

NOTHING = "–"
"""Stands where there is no number to show."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_STATES = {
    State.NOT_STARTED: labels.NOT_STARTED,
    State.IN_PROGRESS: labels.IN_PROGRESS,
    State.DONE: labels.DONE,
    State.SKIPPED: labels.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes values in one language."""

    say: Say

    def long_date(self, day: date) -> str:
        """Return a date with the month's name, as in "23 November 2026"."""
        month = self.say(labels.MONTHS).split()[day.month - 1]
        return self.say(labels.DATE).format(day=day.day, month=month, year=day.year)

    def short_date(self, day: date) -> str:
        """Return a date with the month's short name, not to be broken."""
        month = self.say(labels.SHORT_MONTHS).split()[day.month - 1]
        words = self.say(labels.SHORT_DATE).format(day=day.day, short_month=month, year=day.year)
        return words.replace(" ", _NO_BREAK)

    def percent(self, points: float) -> str:
        """Return percentage points (0 to 100) with at most one decimal."""
        number = self.number(round(points, 1))
        return self.say(labels.PERCENT).format(number=number).replace(" ", _NO_BREAK)

    def number(self, number: float) -> str:
        """Return a number with at most two decimals."""
        digits = f"{number:.2f}".rstrip("0").rstrip(".")
        return digits.replace(".", self.say(labels.DECIMAL_SAMPLE)[1])

    def share(self, done: int, counted: int) -> str:
        """Return a part in percent: 100 only when all is done, a dash when nothing counts."""
        if counted == 0:
            return NOTHING
        if done == counted:
            return self.percent(100)
        return self.percent(min(100 * done / counted, 99.9))

    def count(self, done: int, counted: int) -> str:
        """Return a count, as in "3 of 16"."""
        return self.say(labels.COUNT).format(done=done, counted=counted)

    def state(self, state: State) -> str:
        """Return the word for a state."""
        return self.say(_STATES[state])

    def title(self, item: Item, outline: Outline) -> str:
        """Return an item's title; a week whose author gave no number has ours in front."""
        if item.kind is not Kind.WEEK or item.week is None:
            return item.title
        if not item.title:
            return self.say(labels.WEEK_NUMBER).format(number=item.week)
        if Week(item.week, item.title) not in outline.weeks:  # "Module 3: …" is the author's own
            return item.title
        return self.say(labels.WEEK_TITLE).format(number=item.week, title=item.title)
