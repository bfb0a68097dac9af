"""Which words of a text were removed and which were added to make another of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
LINES = re.compile(r".*\n|.+")
MOST = 100_000_000
"""So many parts with parts are compared: 10,000 words with as many take some 30 ms and 12 MB."""


class PieceKind(StrEnum):
    """Which of two texts a piece stands in."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is in both texts, in the old one only, or in the new one only."""

    kind: PieceKind
    text: str


@dataclass(slots=True)
class _Run:
    """What was removed and added in one place, and what is the same after it."""

    removed: str = ""
    added: str = ""
    same: str = ""

    @property
    def size(self) -> int:
        """How long the longer of the two is."""
        return max(len(self.removed), len(self.added))


def word_differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts in order; in each place what was removed comes first.

    SAME and REMOVED pieces make the old text again, SAME and ADDED ones the new text. Texts too
    long for it (see MOST) are compared by whole lines; where those are too many as well, all
    between the same beginning and the same end counts as removed and added.
    """
    return tuple(_pieces(_without_crumbs(_runs(old, new))))


def _runs(old: str, new: str) -> list[_Run]:
    ours, theirs, start, end = _cut(WORDS, old, new)
    if (len(ours) - start - end) * (len(theirs) - start - end) > MOST:
        ours, theirs, start, end = _cut(LINES, old, new)
    our_end, their_end = len(ours) - end, len(theirs) - end
    runs = [_Run(same="".join(ours[:start])), _Run()]
    for same, left, right in _steps(ours[start:our_end], theirs[start:their_end]):
        if same:
            runs[-1].same = "".join(left)
            runs.append(_Run())
        else:
            runs[-1].removed += "".join(left)
            runs[-1].added += "".join(right)
    runs[-1].same += "".join(ours[our_end:])
    return runs


def _cut(unit: re.Pattern[str], old: str, new: str) -> tuple[list[str], list[str], int, int]:
    """Return two texts in parts, and how many of these are the same at the start and the end."""
    ours, theirs = unit.findall(old), unit.findall(new)
    start = _shared(ours, theirs)
    rest = min(len(ours), len(theirs)) - start
    return ours, theirs, start, min(_shared(reversed(ours), reversed(theirs)), rest)


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> int:
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count


def _steps(
    ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Yield what is the same, removed or added, step by step."""
    if len(ours) * len(theirs) > MOST:
        yield False, ours, theirs
        return
    numbers = {part: number for number, part in enumerate({*ours, *theirs})}
    coded = [[numbers[part] for part in parts] for parts in (ours, theirs)]
    for step in Indel.opcodes(*coded):
        left, right = ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
        yield step.tag == "equal", left, right


def _without_crumbs(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Yield the runs, joined where what is the same between two is only there by chance.

    That is a blank, and then a text shorter than what was changed before it and after it: a
    phrase put in place of another reads better whole than with its "the" left standing.
    """
    phrases = _joined(runs, lambda _one, same, _other: same.isspace())
    return _joined(phrases, lambda one, same, other: len(same) < min(one.size, other.size))


def _joined(runs: Iterable[_Run], by_chance: Callable[[_Run, str, _Run], bool]) -> Iterator[_Run]:
    """Yield the runs of a text; two in one line become one where a rule says so."""
    waiting = _Run()
    for run in runs:
        same = waiting.same
        if waiting.size and run.size and "\n" not in same and by_chance(waiting, same, run):
            joined = (waiting.removed + same + run.removed, waiting.added + same + run.added)
            waiting = _Run(*joined, run.same)
        elif run.size:
            yield waiting
            waiting = run
        else:
            waiting = _Run(waiting.removed, waiting.added, same + run.same)
    yield waiting


def _pieces(runs: Iterable[_Run]) -> Iterator[Piece]:
    for run in runs:
        for kind, text in (
            (PieceKind.REMOVED, run.removed),
            (PieceKind.ADDED, run.added),
            (PieceKind.SAME, run.same),
        ):
            if text:
                yield Piece(kind, text)
