"""Lessons whose text was divided among several, or put together with another's."""

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from coursetracker.course.matching import SURE, Pair
from coursetracker.course.passages import Passage

LEAST = 12
"""Shorter texts are within others by chance."""

WITHIN = 0.7
"""So much of a text, in order, has to stand in the other to have come from there."""

NEAR = 4
"""So many passages after a pair, or before it, are looked at."""


def split_from(
    old: Sequence[Passage], new: Sequence[Passage], pairs: Sequence[Pair]
) -> dict[int, int]:
    """Return which new passages, paired with none, hold a part of an old one's text.

    An old passage whose text still stands whole in the one it is paired with was not split.
    """
    to = {pair.old: pair.new for pair in pairs if pair.confidence >= SURE}
    return dict(_parts(old, new, to))


def merged_into(
    old: Sequence[Passage], new: Sequence[Passage], pairs: Sequence[Pair]
) -> dict[int, int]:
    """Return into which new passage an old one, paired with none, was put together with another."""
    back = {pair.new: pair.old for pair in pairs if pair.confidence >= SURE}
    return dict(_parts(new, old, back))


def _parts(
    wholes: Sequence[Passage], parts: Sequence[Passage], to: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield passages that are part of a whole, each with the whole that is paired nearby."""
    taken = set(to.values())
    for one, other in to.items():
        whole, rest = wholes[one], parts[other]
        if len(whole.body) < 2 * LEAST or _within(whole, rest):
            continue
        for index in (*range(other + 1, other + 1 + NEAR), *range(other - NEAR, other)):
            if 0 <= index < len(parts) and index not in taken and _within(parts[index], whole):
                taken.add(index)
                yield index, one


def _within(part: Passage, whole: Passage) -> bool:
    if len(part.body) < LEAST:
        return False
    return LCSseq.similarity(part.body, whole.body) >= WITHIN * len(part.body)
