"""Finds the passages of an edition that another passage may have become."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from coursetracker.course.passages import Passage

MOST = 16
"""So many passages with one title, or one link, are candidates."""


class Index:
    """Finds passages by what they say."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._keys: dict[str, list[int]] = defaultdict(list)
        self._links: dict[str, list[int]] = defaultdict(list)
        self._link_words: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, list[int]] = defaultdict(list)
        self._body_words: dict[str, list[int]] = defaultdict(list)
        for passage in passages:
            self._keys[passage.key].append(passage.index)
            if passage.link:
                self._links[passage.link].append(passage.index)
            for index, words in (
                (self._link_words, passage.link_words),
                (self._words, passage.words),
                (self._body_words, set(passage.body)),
            ):
                for word in words:
                    index[word].append(passage.index)

    def similar(self, passage: Passage, words: Sequence[str], expected: int) -> set[int]:
        """Return what may be the same as a passage; its title's words come with the rarest first.

        Of many with one title or link, those nearest to where it is expected are returned.
        """
        return {
            *_nearest(self._keys.get(passage.key, []), expected),
            *_nearest(self._links.get(passage.link, []), expected),
            *self._sharing(self._link_words, sorted(passage.link_words), rare=2, most=MOST),
            *self._sharing(self._words, words[:4], rare=40, most=6),
            *self._sharing(self._body_words, self._rarest(passage), rare=6, most=3),
        }

    def _rarest(self, passage: Passage) -> Iterable[str]:
        words = {word for word in passage.body if word in self._body_words}
        return sorted(words, key=lambda word: (len(self._body_words[word]), word))[:8]

    def _sharing(
        self, index: Mapping[str, Sequence[int]], words: Iterable[str], rare: int, most: int
    ) -> Iterator[int]:
        """Yield those that share the most and rarest words; frequent words do not count."""
        shared: dict[int, float] = defaultdict(float)
        for word in words:
            holders = index.get(word, ())
            if len(holders) <= rare:
                for holder in holders:
                    shared[holder] += 1 / len(holders)
        best = sorted(shared, key=lambda holder: (-shared[holder], holder))
        return islice(best, most)


def _nearest(indices: Sequence[int], expected: int) -> Sequence[int]:
    """Return so many of some sorted indices as are candidates: those around the expected one."""
    if len(indices) <= MOST:
        return indices
    middle = bisect_left(indices, expected)
    start = min(max(0, middle - MOST // 2), len(indices) - MOST)
    return indices[start : start + MOST]
