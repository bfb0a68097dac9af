"""How many there are of something, in as many forms as a language has for that.

Forms of number are found by the catalogue tool only where an object's own `tr` is called with the
number, so these are methods of an object.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from coursetracker.course.choices import Evidence, Shape

if TYPE_CHECKING:
    from coursetracker.course.changes import Fate


class Quantities(QObject):
    """Says quantities in the learner's language."""

    def lessons(self, count: int) -> str:
        """Return how many lessons there are."""
        return self.tr("%Ln lessons", "", count)

    def days(self, count: int) -> str:
        """Return how many days there are."""
        return self.tr("%Ln days", "", count)

    def more(self, count: int) -> str:
        """Return that there are so many more than those that were named."""
        return self.tr("and %Ln more", "", count)

    def hours(self, amount: float) -> str:
        """Return an amount of hours, with at most one decimal."""
        told = self.decimal(amount)
        return self.tr("{count} hours", "", self._form(told)).format(count=told)

    def lessons_a_week(self, amount: float) -> str:
        """Return a pace of lessons in a week, with at most one decimal."""
        told = self.decimal(amount)
        return self.tr("{count} lessons a week lately", "", self._form(told)).format(count=told)

    def decimal(self, amount: float) -> str:
        """Return a number with at most one decimal."""
        is_whole = abs(amount - round(amount)) < 0.05
        return QLocale().toString(float(amount), "f", 0 if is_whole else 1)

    def _form(self, told: str) -> int:
        """Return the number whose form goes with one that may have a decimal."""
        number, is_number = QLocale().toInt(told)
        return number if is_number else 2

    def evidence(self, found: Iterable[Evidence]) -> str:
        """Return what lessons were recognised by, as in "63 table rows with a link, 6 headings"."""
        return ", ".join(self._recognised(each.shape, each.count) for each in found)

    def _recognised(self, shape: Shape, count: int) -> str:
        return {
            Shape.HEADINGS: self.tr("%Ln headings", "", count),
            Shape.TASKS: self.tr("%Ln checkboxes", "", count),
            Shape.ROWS: self.tr("%Ln table rows with a link", "", count),
            Shape.BULLETS: self.tr("%Ln list entries", "", count),
            Shape.FILES: self.tr("%Ln files", "", count),
        }[shape]

    def fates(self, counts: "Mapping[Fate, int]") -> str:
        """Return how many items an update moves, renames and so on; what is kept goes unsaid."""
        from coursetracker.course.changes import Fate  # noqa: PLC0415  not needed to start

        def number(fate: Fate) -> int:
            return counts.get(fate, 0)

        told = {
            Fate.UNSURE: self.tr("%Ln unsure", "", number(Fate.UNSURE)),
            Fate.GONE: self.tr("%Ln gone", "", number(Fate.GONE)),
            Fate.BACK: self.tr("%Ln back", "", number(Fate.BACK)),
            Fate.NEW: self.tr("%Ln new", "", number(Fate.NEW)),
            Fate.MOVED: self.tr("%Ln moved", "", number(Fate.MOVED)),
            Fate.RENAMED: self.tr("%Ln renamed", "", number(Fate.RENAMED)),
            Fate.CHANGED: self.tr("%Ln changed inside", "", number(Fate.CHANGED)),
        }
        return ", ".join(words for fate, words in told.items() if number(fate))
