"""How the standings of the leaves add up: by section, by week, for the whole course."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from coursetracker.course.outline import Item, Outline, State
from coursetracker.progress.standings import Standing

UNTOUCHED = Standing()


class Check(Enum):
    """How much under an item is done."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


_STATE_OF_CHECK = {
    Check.NONE: State.NOT_STARTED,
    Check.SOME: State.IN_PROGRESS,
    Check.ALL: State.DONE,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many leaves count, and how many of those are done or in progress (begun).

    Of those that are done, `outdated` have changed since the learner finished them.
    """

    done: int = 0
    counted: int = 0
    begun: int = 0
    outdated: int = 0

    @property
    def share(self) -> float:
        """How much of what counts is done, 0 to 1; 0 where nothing counts."""
        return self.done / self.counted if self.counted else 0.0

    @property
    def current_share(self) -> float:
        """How much of what counts is done as the course says it now, 0 to 1."""
        return (self.done - self.outdated) / self.counted if self.counted else 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.done + other.done,
            self.counted + other.counted,
            self.begun + other.begun,
            self.outdated + other.outdated,
        )

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(
            self.done - other.done,
            self.counted - other.counted,
            self.begun - other.begun,
            self.outdated - other.outdated,
        )


NOTHING = Tally()
_TALLY_OF_STATE = {
    State.NOT_STARTED: Tally(counted=1),
    State.IN_PROGRESS: Tally(counted=1, begun=1),
    State.DONE: Tally(counted=1, done=1),
    State.SKIPPED: NOTHING,
}
_OUTDATED = Tally(counted=1, done=1, outdated=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """A course with what the learner did in it, added up; made by `of` and `changed`."""

    outline: Outline
    standings: Mapping[int, Standing]
    _tallies: Mapping[int | None, Tally]  # of all items with something under them; None: the course
    outdated: frozenset[int] = frozenset()  # leaves that have changed since they were finished

    @classmethod
    def of(cls, outline: Outline, standings: Mapping[int, Standing]) -> "Progress":
        """Add up a whole course; items without a standing are untouched."""
        tallies: dict[int | None, Tally] = {None: NOTHING}
        for item in reversed(outline.items):  # what hangs under an item comes before it
            own = tallies.get(item.id)
            if own is None:
                own = _leaf_tally(item, standings.get(item.id, UNTOUCHED))
            tallies[item.parent] = tallies.get(item.parent, NOTHING) + own
        outdated = frozenset(
            item_id
            for item_id, standing in standings.items()
            if item_id in outline and _is_outdated(outline, item_id, standing)
        )
        return cls(outline, dict(standings), tallies, outdated)

    def changed(self, standings: Mapping[int, Standing]) -> "Progress":
        """Return the progress with some standings replaced; only their ancestors are counted."""
        tallies = dict(self._tallies)
        outdated = set(self.outdated)
        for item_id, standing in standings.items():
            if not self.outline.is_leaf(item_id):
                continue
            outdated.discard(item_id)
            if _is_outdated(self.outline, item_id, standing):
                outdated.add(item_id)
            item = self.outline.item(item_id)
            change = _leaf_tally(item, standing) - _leaf_tally(item, self.standing(item_id))
            for above in (None, *(each.id for each in self.outline.ancestors(item_id))):
                tallies[above] += change
        return Progress(self.outline, {**self.standings, **standings}, tallies, frozenset(outdated))

    def standing(self, item_id: int) -> Standing:
        """Return what is true of an item itself."""
        return self.standings.get(item_id, UNTOUCHED)

    def state(self, item_id: int) -> State:
        """Return the state of a leaf; that of any other item follows from its leaves.

        It is skipped where all of them are.
        """
        if self.outline.is_leaf(item_id):
            return self.standing(item_id).state
        if not self.tally(item_id).counted and self._all_skipped(item_id):
            return State.SKIPPED
        return _STATE_OF_CHECK[self.check(item_id)]

    def _all_skipped(self, item_id: int) -> bool:
        leaves = self.outline.leaves(item_id)
        return all(self.standing(leaf.id).state is State.SKIPPED for leaf in leaves)

    def tally(self, item_id: int | None) -> Tally:
        """Return the count of the leaves under an item; None is the whole course."""
        tally = self._tallies.get(item_id)
        if tally is not None or item_id is None:
            return tally or NOTHING
        return _leaf_tally(self.outline.item(item_id), self.standing(item_id))

    def is_optional(self, item: Item) -> bool:
        """Return whether an item counts in no percentage, by the course or by the learner."""
        return _is_optional(item, self.standing(item.id))

    def check(self, item_id: int) -> Check:
        """Return how an item is ticked: where none of its leaves counts, by the optional ones."""
        tally = self.tally(item_id)
        if not tally.counted:
            tally = self._uncounted(item_id)
        if tally.counted and tally.done == tally.counted:
            return Check.ALL
        return Check.SOME if tally.done or tally.begun else Check.NONE

    def _uncounted(self, item_id: int) -> Tally:
        tally = NOTHING
        for leaf in self.outline.leaves(item_id):
            tally += _TALLY_OF_STATE[self.standing(leaf.id).state]
        return tally

    def next_open(self, after: int | None) -> Item | None:
        """Return the next leaf that counts and is not done, from the start again at the end.

        The item to start after is not among them; None starts at the beginning.
        """
        items = self.outline.items
        start = next((i for i, item in enumerate(items, 1) if item.id == after), 0)
        others = chain(items[start:], items[: max(start - 1, 0)])
        return next((item for item in others if self.is_open(item.id)), None)

    def is_open(self, item_id: int) -> bool:
        """Return whether an item is a leaf that counts and is not done."""
        tally = self.tally(item_id)
        return self.outline.is_leaf(item_id) and tally.done < tally.counted


def _is_optional(item: Item, standing: Standing) -> bool:
    return item.optional if standing.optional is None else standing.optional


def _is_outdated(outline: Outline, item_id: int, standing: Standing) -> bool:
    return outline.is_leaf(item_id) and _has_changed(outline.item(item_id), standing)


def _has_changed(leaf: Item, standing: Standing) -> bool:
    """Return whether a leaf was done with another text than it has now."""
    finished_with = standing.done_body_sha256
    return finished_with is not None and finished_with != leaf.body_sha256


def _leaf_tally(leaf: Item, standing: Standing) -> Tally:
    if _is_optional(leaf, standing):
        return NOTHING
    return _OUTDATED if _has_changed(leaf, standing) else _TALLY_OF_STATE[standing.state]
