"""Which lesson of a course's new text is which lesson of the old one.

Both texts are cut into passages, and all of these are matched at once:

1. A passage whose title and titles above are the same, and are so once only, is paired, unless
   what hangs under the two has nothing in common. Copies of one passage are paired in order
   where none was added and none left. So is what has a title and link of its own, and a
   neighbour of the same title, wherever it stands now.
2. Passages that are left are candidates for each other where they share a title, a link, rare
   words, or a place between the same neighbours. A candidate pair has a weight: what the two say
   (see `resemblance`), and what of their surroundings is paired with each other already.
3. The one-to-one assignment worth most (see `assignment`) is made, and its pairs are taken that
   weigh enough and whose next best exchange would lose enough. As each pair tells about its
   neighbours, this is done again, first strictly, then less so. That what is paired speaks for
   what stands around it is the idea of similarity flooding (Melnik, Garcia-Molina and Rahm 2002).
4. What could be the same but is not certain is returned as unsure, to be asked; never a guess.

What was split or merged is told from the texts afterwards (see `splits`).

Cost: reading aside, the first step is linear. The others take time for what changed only: each
changed passage has a limited number of candidates, and a pair's texts are compared once.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from coursetracker.course.assignment import best_assignment
from coursetracker.course.candidates import MOST, Index
from coursetracker.course.passages import Passage, passages
from coursetracker.course.reader import read_outline
from coursetracker.course.resemblance import Resemblance
from coursetracker.markdown import parse

SURE = 0.5
"""Pairs with less confidence are asked about, never applied by themselves."""


class Strictness(NamedTuple):
    """What a pair needs: so much weight, and to lose so much by the next best exchange."""

    least: float
    margin: float
    confidence: float


ROUNDS = (
    Strictness(9.0, 1.0, 0.98),
    Strictness(7.0, 1.0, 0.95),
    Strictness(5.5, 1.0, 0.9),
    Strictness(4.5, 1.2, 0.85),
    Strictness(3.5, 1.5, 0.8),
    Strictness(2.5, 2.0, 0.7),
    Strictness(1.5, 2.5, 0.65),
    Strictness(0.5, 3.0, 0.6),
)
PASSES = 20
SLACK = 3.0
"""Pairs that weigh so much less than would be taken are still weighed against those that are."""


class Reason(StrEnum):
    """What speaks most for a pair."""

    PLACE = "place"  # the same titles all the way down
    TITLE = "title"
    LINK = "link"
    TEXT = "text"
    ORDER = "order"  # it stands between the same neighbours
    PARTS = "parts"  # what hangs under it


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new passage, by index; below SURE the learner is asked."""

    old: int
    new: int
    reason: Reason
    confidence: float


def match(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Pair, ...]:
    """Return the pairs of passages that are, or may be, the same: one to one, in old order."""
    matching = _Matching(old, new)
    matching.pair_exact()
    matching.pair_unique()
    for strictness in ROUNDS:
        for _ in range(PASSES):
            if not matching.pair_likely(strictness):
                break
    matching.pair_copies()
    pairs = [*matching.pairs(), *matching.unsure()]
    return tuple(sorted(pairs, key=lambda pair: pair.old))


def matched_lines(old: str, new: str) -> list[tuple[int, int]]:
    """Return the source lines, from 1, of the pairs that would be applied by themselves.

    Plain bullets that only group others are left out: nothing of the learner's is kept on them.
    """
    ours, theirs = _read(old), _read(new)
    return [
        (ours[pair.old].line, theirs[pair.new].line)
        for pair in match(ours, theirs)
        if pair.confidence >= SURE and not (ours[pair.old].is_group or theirs[pair.new].is_group)
    ]


def _read(text: str) -> tuple[Passage, ...]:
    document = parse(text)
    return passages(document, read_outline(document, ""))


class _Matching:
    """The pairs made so far, and what they say about the passages that are left."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self._old, self._new = old, new
        self._to: dict[int, int] = {}
        self._from: dict[int, int] = {}
        self._sure: dict[int, tuple[Reason, float]] = {}
        self._resemblance = Resemblance(old, new)
        self._index = Index(new)
        self._similar: dict[int, list[int]] = {}
        self._stale = set(range(len(old)))
        self._candidates: dict[int, set[int]] = {}
        self._wanted_by: dict[int, set[int]] = defaultdict(set)
        self._weights: dict[tuple[int, int], float] = {}

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs that are certain enough."""
        for old, new in self._to.items():
            reason, confidence = self._sure[old]
            yield Pair(old, new, reason, confidence)

    def _pair(self, old: int, new: int, reason: Reason, confidence: float) -> None:
        self._to[old], self._from[new] = new, old
        self._sure[old] = reason, confidence
        self._stale |= {old, *_beside(self._old[old]), *self._wanted_by[new]}
        for near in _beside(self._new[new]):
            self._stale |= self._wanted_by[near]

    # Exactly the same

    def pair_exact(self) -> None:
        """Pair what has the same titles from the top down."""
        old, new = _by_path(self._old), _by_path(self._new)
        for path, ours in old.items():
            theirs = new.get(path, [])
            alone = len(ours) == len(theirs) == 1
            copied = not alone and [self._told(self._old[i]) for i in ours] == [
                self._told(self._new[j]) for j in theirs
            ]
            for one, other in zip(ours, theirs, strict=False):
                if copied or (alone and not self._contradicted(one, other)):
                    self._pair(one, other, Reason.PLACE, 1.0)

    def _told(self, passage: Passage) -> tuple[str, Sequence[str], int]:
        return passage.link, passage.body, len(passage.below)

    def _contradicted(self, old: int, new: int) -> bool:
        """Return whether what hangs under two passages of the same title is quite different."""
        ours = {self._old[each].key for each in self._old[old].below}
        theirs = {self._new[each].key for each in self._new[new].below}
        few = min(len(ours), len(theirs))
        return few > 1 and len(ours & theirs) * 5 < few

    def pair_unique(self) -> None:
        """Pair what has a title and link of its own, beside a neighbour of the same title."""
        ours, theirs = _unique(self._old, self._to), _unique(self._new, self._from)
        for look, old in ours.items():
            new = theirs.get(look)
            if new is not None and self._beside_the_same(old, new):
                self._pair(old.index, new.index, Reason.TITLE, ROUNDS[0].confidence)

    def _beside_the_same(self, old: Passage, new: Passage) -> bool:
        around = ((old.before, new.before), (old.after, new.after))
        return not self._contradicted(old.index, new.index) and any(
            one is not None and other is not None and self._old[one].key == self._new[other].key
            for one, other in around
        )

    # Likely the same

    def pair_likely(self, strictness: Strictness) -> bool:
        """Take the pairs that are strict enough; return whether there are any."""
        least, margin, confidence = strictness
        weights = {
            pair: weight
            for pair, weight in self._weights_now().items()
            if weight > least - margin - SLACK
        }
        chosen = best_assignment(weights)
        margins = _margins(weights, chosen)
        taken = [
            (old, new)
            for old, new in chosen.items()
            if weights[old, new] >= least
            and margins[old] >= margin
            and self._is_sound(old, new, least)
        ]
        for old, new in taken:
            self._pair(old, new, self._reason(old, new), confidence)
        return bool(taken)

    def unsure(self) -> Iterator[Pair]:
        """Yield, one to one, what may be the same among what is left."""
        likely = {
            pair: weight
            for pair, weight in self._weights_now().items()
            if weight > 0 and self._resemblance.evidence(*pair).weight + self._below(*pair) > -1
        }
        for old, new in best_assignment(likely).items():
            confidence = SURE * min(0.98, (1 + likely[old, new]) / 10)
            yield Pair(old, new, self._reason(old, new), confidence)

    def pair_copies(self) -> None:
        """Pair in order what cannot be told apart: the same title and text under one parent."""
        copies: dict[object, list[int]] = defaultdict(list)
        for passage in self._new:
            if passage.index not in self._from:
                copies[passage.above, passage.key, passage.link, passage.body].append(passage.index)
        for passage in self._old:
            if passage.index in self._to or (
                passage.above is not None and passage.above not in self._to
            ):
                continue
            above = None if passage.above is None else self._to[passage.above]
            same = copies.get((above, passage.key, passage.link, passage.body))
            if same:
                self._pair(passage.index, same.pop(0), Reason.ORDER, ROUNDS[-1].confidence)

    def _weights_now(self) -> Mapping[tuple[int, int], float]:
        """Return the weights of what is left; only what the last pairs speak of is weighed anew."""
        for old in self._stale:
            for new in self._candidates.pop(old, ()):
                del self._weights[old, new]
        for old, candidates in self._found(self._stale):
            self._candidates[old] = candidates
            for new in candidates:
                self._wanted_by[new].add(old)
                self._weights[old, new] = (
                    self._resemblance.evidence(old, new).weight
                    + self._around(old, new)
                    + self._below(old, new)
                )
        self._stale = set()
        return self._weights

    def _is_sound(self, old: int, new: int, least: float) -> bool:
        """Return whether the two themselves are alike, not only what stands around them."""
        evidence, below = self._resemblance.evidence(old, new), self._below(old, new)
        around = self._around(old, new)
        doubt = 1.5 if around >= 5 else 0.5 if around >= 3.5 else 0.0
        if evidence.weight + below < -doubt:
            return False
        strong = evidence.title >= 1.5 or max(evidence.link, evidence.body, below) >= 2.5
        between = around >= 3.5 and evidence.title > 0
        return strong or between or least >= 3

    def _reason(self, old: int, new: int) -> Reason:
        evidence = self._resemblance.evidence(old, new)
        weights = {
            Reason.TITLE: evidence.title,
            Reason.LINK: evidence.link,
            Reason.TEXT: evidence.body,
            Reason.PARTS: self._below(old, new),
            Reason.ORDER: self._around(old, new),
        }
        return max(weights, key=weights.__getitem__)

    # What stands around

    def _around(self, old: int, new: int) -> float:
        """Return the weight of what stands above, before and after a pair."""
        one, other = self._old[old], self._new[new]
        weight = self._neighbour(one.before, other.before) + self._neighbour(one.after, other.after)
        if one.above is None and other.above is None:
            return weight + 1
        if one.above is not None and self._to.get(one.above) == other.above:
            return weight + 2
        if one.above in self._to or other.above in self._from:
            return weight - 1.2
        return weight

    def _neighbour(self, old: int | None, new: int | None) -> float:
        if old is None or new is None:
            return 0.7 if old is new else 0.0
        return 1.5 if self._to.get(old) == new else 0.0

    def _below(self, old: int, new: int) -> float:
        """Return the weight of what hangs under a pair, by how much of it is paired together."""
        ours, theirs = self._old[old].below, self._new[new].below
        if not ours or not theirs:
            return 0.0
        together = sum(self._new[self._to[each]].above == new for each in ours if each in self._to)
        paired = sum(each in self._to for each in ours) + sum(each in self._from for each in theirs)
        if not paired:
            return 0.0
        return (10 * together / paired - 1.5) * min(1.0, (1 + together) / 3)

    # Candidates

    def _found(self, stale: AbstractSet[int]) -> Iterator[tuple[int, set[int]]]:
        free_below: dict[int | None, list[int]] = defaultdict(list)
        for passage in self._new:
            if passage.index not in self._from:
                free_below[passage.above].append(passage.index)
        expected = 0
        for passage in self._old:
            if passage.index in self._to:
                expected = self._to[passage.index]
            elif passage.index in stale:
                found = self._similar_to(passage, expected)
                near = self._near(passage, free_below)
                yield passage.index, {new for new in (*found, *near) if new not in self._from}

    def _similar_to(self, passage: Passage, expected: int) -> list[int]:
        known = self._similar.get(passage.index)
        if known is None:
            rarity = self._resemblance.rarity
            words = sorted(passage.words, key=lambda word: (-rarity(word), word))
            known = [*self._index.similar(passage, words, expected)]
            self._similar[passage.index] = known
        return known

    def _near(
        self, passage: Passage, free_below: Mapping[int | None, Sequence[int]]
    ) -> Iterator[int]:
        """Yield what is left under the same parent, and between the same neighbours."""
        if passage.above is None or passage.above in self._to:
            above = None if passage.above is None else self._to[passage.above]
            left = free_below.get(above, ())
            if len(left) > MOST:
                left = [new for new in left if self._new[new].shape == passage.shape]
            if len(left) <= 2 * MOST:
                yield from left
        if passage.before in self._to:
            after = self._new[self._to[passage.before]].after
            if after is not None:
                yield after
        if passage.after in self._to:
            before = self._new[self._to[passage.after]].before
            if before is not None:
                yield before


def _beside(passage: Passage) -> Iterator[int]:
    """Yield the passages that stand around one."""
    for near in (passage.above, passage.before, passage.after, *passage.below):
        if near is not None:
            yield near


def _by_path(passages: Sequence[Passage]) -> Mapping[int, list[int]]:
    """Return the passages by the titles from the top down to their own."""
    paths: list[int] = []
    by_path: dict[int, list[int]] = defaultdict(list)
    for passage in passages:
        above = 0 if passage.above is None else paths[passage.above]
        paths.append(hash((above, passage.shape, passage.key)))
        by_path[paths[-1]].append(passage.index)
    return by_path


def _unique(
    passages: Sequence[Passage], paired: Container[int]
) -> Mapping[tuple[str, str, str], Passage]:
    """Return the passages that look like no other of their edition and are not paired yet."""
    counts = Counter((passage.shape, passage.key, passage.link) for passage in passages)
    return {
        (passage.shape, passage.key, passage.link): passage
        for passage in passages
        if passage.index not in paired and counts[passage.shape, passage.key, passage.link] == 1
    }


def _margins(
    weights: Mapping[tuple[int, int], float], chosen: Mapping[int, int]
) -> Mapping[int, float]:
    """Return for each left what would be lost if it or its right were paired otherwise.

    Who is robbed of a partner by the exchange may take the one that it sets free.
    """
    owners = {right: left for left, right in chosen.items()}
    margins = dict.fromkeys(chosen, float("inf"))
    for (left, right), weight in weights.items():
        if chosen.get(left) == right:
            continue
        ours, owner = chosen.get(left), owners.get(right)
        freed = 0.0
        if ours is not None and owner is not None:
            freed = max(0.0, weights.get((owner, ours), 0.0))
        kept = 0.0 if ours is None else weights[left, ours]
        kept += 0.0 if owner is None else weights[owner, right]
        lost = kept - weight - freed
        for loser in (left, owner):
            if loser in margins:
                margins[loser] = min(margins[loser], lost)
    return margins
