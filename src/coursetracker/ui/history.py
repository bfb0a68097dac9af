"""What can be taken back, and done again."""

from collections.abc import Callable
from dataclasses import dataclass, field

from coursetracker.problems import Outdated


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the learner did, in words; `take_back` undoes it and returns how to redo it."""

    words: str
    take_back: "Callable[[], Step]"


@dataclass(slots=True)
class History:
    """What was done in a course since the program started, and what of it was taken back."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """Add what was just done; what was taken back before cannot be done again now."""
        self.done.append(step)
        self.undone.clear()

    def forget(self) -> None:
        """Let nothing be taken back any more."""
        self.done.clear()
        self.undone.clear()

    def undo_words(self) -> str | None:
        """Return what undo would take back, in words, or None."""
        return self.done[-1].words if self.done else None

    def redo_words(self) -> str | None:
        """Return what redo would do again, in words, or None."""
        return self.undone[-1].words if self.undone else None

    def undo(self) -> None:
        """Take the last step back; one that cannot be taken back stays, if it ever can be."""
        _move(self.done, self.undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        _move(self.undone, self.done)


def _move(steps: list[Step], others: list[Step]) -> None:
    """Take the last of some steps back, which makes it one of the others."""
    if not steps:
        return
    try:
        others.append(steps[-1].take_back())
    except Outdated:
        steps.pop()
        raise
    steps.pop()
