"""A course's outline: the tree of weeks, sections, lessons and assessments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coursetracker.course.choices import Choices, Evidence


class Kind(StrEnum):
    """What an item of the outline is."""

    WEEK = "week"
    SECTION = "section"
    LESSON = "lesson"
    ASSESSMENT = "assessment"


class State(StrEnum):
    """How far a lesson has come: as the file marks it, or as the learner does."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Item:
    """One node of the outline.

    `line` is the 1-based source line where the item begins and `end` the first line after
    all that belongs to it, what hangs under it included. A week that the course only lists
    (and that no heading opens) has the line of its list entry. `state` is what the file
    marks (``[x]``); what the learner did is kept elsewhere. `link` is where a lesson that is
    a link leads. `body_sha256` is the hash of what the item itself says besides its title.
    """

    id: int
    parent: int | None
    kind: Kind
    title: str
    line: int
    end: int
    week: int | None = None
    state: State = State.NOT_STARTED
    link: str | None = None
    optional: bool = False
    effort_minutes: int | None = None
    body_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """One week (module, unit, day) of a course: its number and its title without that number."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree of a course, flat and in reading order: parents before what hangs under them.

    `evidence` tells what the lessons were recognised by, the most frequent first; `choices` are
    those of the learner that it was read with.
    """

    title: str
    items: tuple[Item, ...]
    weeks: tuple[Week, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    choices: Choices = field(default_factory=Choices)
    _by_id: Mapping[int, Item] = field(init=False, repr=False, compare=False)
    _children: Mapping[int | None, tuple[Item, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: dict[int | None, list[Item]] = {}
        for item in self.items:
            children.setdefault(item.parent, []).append(item)
        object.__setattr__(self, "_by_id", {item.id: item for item in self.items})
        object.__setattr__(
            self, "_children", {key: tuple(below) for key, below in children.items()}
        )

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._by_id

    def item(self, item_id: int) -> Item:
        """Return the item with this id. Raises KeyError where there is none."""
        return self._by_id[item_id]

    def children(self, item_id: int | None) -> tuple[Item, ...]:
        """Return what hangs directly under an item; under None stand the roots."""
        return self._children.get(item_id, ())

    def is_leaf(self, item_id: int) -> bool:
        """Return whether nothing hangs under an item: only leaves are counted."""
        return item_id not in self._children

    def leaves(self, item_id: int | None = None) -> Iterator[Item]:
        """Yield the leaves under an item in reading order; a leaf yields itself."""
        if item_id is not None and self.is_leaf(item_id):
            yield self.item(item_id)
            return
        waiting = list(reversed(self.children(item_id)))
        while waiting:
            item = waiting.pop()
            below = self.children(item.id)
            if below:
                waiting.extend(reversed(below))
            else:
                yield item

    def milestones(self) -> tuple[Item, ...]:
        """Return what a learner ticks a course off by, in reading order.

        These are its weeks and assessments; a course without weeks has its sections instead.
        """
        weekly = any(item.kind is Kind.WEEK for item in self.items)
        return tuple(
            item
            for item in self.items
            if item.kind in (Kind.WEEK, Kind.ASSESSMENT)
            or (
                not weekly
                and item.parent is None
                and not item.optional
                and not self.is_leaf(item.id)
            )
        )

    def ancestors(self, item_id: int) -> Iterator[Item]:
        """Yield what stands above an item, the nearest first."""
        parent = self.item(item_id).parent
        while parent is not None:
            item = self.item(parent)
            yield item
            parent = item.parent
