"""The words that a page adds to a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What is said on a page beside what its author wrote, in the learner's language."""

    note: str = "Note"
    tip: str = "Tip"
    important: str = "Important"
    warning: str = "Warning"
    caution: str = "Caution"
    details: str = "Details"
    diagram: str = "A diagram, shown as its source"
    back: str = "Back to the text"
    part: str = "This is a part of a very long page."
    more: str = "Show more"

    def of(self, name: str) -> str:
        """Return the word with a name."""
        return str(getattr(self, name))


ENGLISH = Words()
