"""How much speaks for two passages of two editions being the same lesson.

Evidence is weighed as in record linkage (Fellegi and Sunter, "A Theory for Record Linkage",
Journal of the American Statistical Association 64, 1969): each thing that agrees adds a weight,
more where it is rare, each that disagrees takes one away, and the weights are added up.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import Indel, LCSseq

from coursetracker.course.passages import Passage

Thing = TypeVar("Thing")

SAME_TITLE = 5.0
SAME_LINK = 4.0
OTHER_TITLE = -3.0
COMPARED = 400
"""So many words of two texts are compared."""

RARE = 2.5
"""A title that stands often tells less, down by so much; 1 for each doubling."""


class Evidence(NamedTuple):
    """What speaks for a pair (above 0) or against it, by what it is about."""

    title: float
    link: float
    body: float
    form: float

    @property
    def weight(self) -> float:
        """All of it together."""
        return self.title + self.link + self.body + self.form


class Resemblance:
    """Weighs pairs of passages of two editions by what they say, wherever they stand."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self._old, self._new = old, new
        both = (old, new)
        self._titles = _most(both, lambda passage: (passage.key,))
        self._links = _most(both, lambda passage: (passage.link,))
        self._link_words = _most(both, lambda passage: passage.link_words)
        self._bodies = _most(both, lambda passage: (passage.body,))
        self._words = Counter(word for edition in both for each in edition for word in each.words)
        self._known: dict[tuple[int, int], Evidence] = {}

    def evidence(self, old: int, new: int) -> Evidence:
        """Return the evidence for a pair, given as indices."""
        known = self._known.get((old, new))
        if known is None:
            known = self._known[old, new] = self._weigh(self._old[old], self._new[new])
        return known

    def rarity(self, word: str) -> float:
        """Return the weight of a title's word: 1 if it stands once in each edition, else less."""
        return 1 / math.sqrt(max(1, self._words[word] - 1))

    def _weigh(self, old: Passage, new: Passage) -> Evidence:
        same_link = bool(old.link) and old.link == new.link
        title = self._title(old, new)
        return Evidence(
            max(title, -1.0) if same_link else title,
            self._link(old, new),
            self._body(old, new),
            _form(old, new),
        )

    # Titles

    def _title(self, old: Passage, new: Passage) -> float:
        if old.key == new.key:
            short = 0.5 if len(old.key) < 4 else 0.0
            return SAME_TITLE - min(RARE, math.log2(self._titles[old.key])) - short
        if old.is_bare or new.is_bare:
            return 0.0
        alike = self._alike(old, new)
        return OTHER_TITLE if alike < 0.4 else (alike - 0.6) * 9

    def _alike(self, old: Passage, new: Passage) -> float:
        """Return how alike two titles are, 0 to 1: by letters, by words, one within the other.

        What may come and go: a remark in brackets, and the words of the title above, as where
        "Tips" under "EC2" becomes "EC2 tips".
        """
        if old.plain_key and old.plain_key == new.plain_key:
            return 0.92
        return max(
            _by_letters_or_words(old.key, new.key, old.words, new.words),
            self._within(old.words, new.words),
            self._with_title_above(old, new, self._old),
            self._with_title_above(new, old, self._new),
        )

    def _within(self, old: frozenset[str], new: frozenset[str]) -> float:
        """Return how much of the shorter title's rare words stand in the other."""
        shared = old & new
        weight = math.fsum(map(self.rarity, shared))
        if weight <= 0.25:
            return 0.0
        whole = min(math.fsum(map(self.rarity, old)), math.fsum(map(self.rarity, new)))
        if len(shared) == 1:
            return 0.7 * weight / whole
        return (0.82 if weight > 0.9 * whole else 0.78) * weight / whole

    def _with_title_above(
        self, longer: Passage, other: Passage, edition: Sequence[Passage]
    ) -> float:
        if longer.above is None:
            return 0.0
        above = edition[longer.above].words
        words = longer.words - above
        if not words or len(words) == len(longer.words):
            return 0.0
        key = " ".join(word for word in longer.key.split() if word not in above)
        return 0.95 * _by_letters_or_words(key, other.key, words, other.words)

    # Links

    def _link(self, old: Passage, new: Passage) -> float:
        if not old.link or not new.link:
            return -0.6 if old.link or new.link else 0.0
        bare = old.is_bare or new.is_bare  # the address is all that there is of a title
        if old.link == new.link:
            return SAME_LINK - min(2.0, math.log2(self._links[old.link])) + 1.5 * bare
        alike = self._link_likeness(old.link_words, new.link_words)
        return 4.5 * alike - 1 + (bare and alike > 0.3)

    def _link_likeness(self, old: frozenset[str], new: frozenset[str]) -> float:
        """Return how much two addresses share, 0 to 1; rare parts, as a video's, say most."""
        whole = self._rare_parts(old) + self._rare_parts(new)
        return 2 * self._rare_parts(old & new) / whole if whole else 0.0

    def _rare_parts(self, words: Iterable[str]) -> float:
        return math.fsum(1 / self._link_words[word] for word in words)

    # Texts

    def _body(self, old: Passage, new: Passage) -> float:
        if not old.body or not new.body:
            return 0.0
        if old.body == new.body and self._bodies[old.body] == 1:
            weight = 1 + min(6.0, len(old.body) / 4)
        else:
            weight = _text(old.body[:COMPARED], new.body[:COMPARED])
        return weight / 2 if old.shape != new.shape else weight  # moved to or from a heading


def _most(
    editions: Iterable[Sequence[Passage]], things: Callable[[Passage], Iterable[Thing]]
) -> Mapping[Thing, int]:
    """Return how often a thing stands in the edition that has it most often."""
    most: Counter[Thing] = Counter()
    for edition in editions:
        most |= Counter(thing for passage in edition for thing in things(passage))
    return most


def _by_letters_or_words(
    old: str, new: str, old_words: frozenset[str], new_words: frozenset[str]
) -> float:
    letters = Indel.normalized_similarity(old, new)
    shared = 2 * len(old_words & new_words) / (len(old_words) + len(new_words))
    return max(letters, 0.9 * shared)


def _text(old: Sequence[str], new: Sequence[str]) -> float:
    shortest = min(len(old), len(new))
    if old == new:
        return 1 + min(3.0, shortest / 5)
    if shortest < 4:  # chance
        return 0.0
    alike = LCSseq.normalized_similarity(old, new)
    if shortest >= 12:  # the author has added to it, or has cut it
        alike = max(alike, 0.85 * LCSseq.similarity(old, new) / shortest)
    return max(6 * (alike - 0.3), -1.0)


def _form(old: Passage, new: Passage) -> float:
    weight = -0.9 if bool(old.below) != bool(new.below) else 0.0
    if old.shape != new.shape:
        return weight - 0.7
    return weight - 0.4 if old.level != new.level else weight
