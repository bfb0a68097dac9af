"""Where a learner can choose how lessons are found, and what another choice changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coursetracker.course.blocks import Layout, lay_out
from coursetracker.course.changes import Edition, Update, update_between
from coursetracker.course.choices import CHOOSABLE, Shape
from coursetracker.course.navigation import index_regions
from coursetracker.course.outline import Item, Outline
from coursetracker.course.sections import find_sections, is_housekeeping
from coursetracker.course.shapes import Finds, finds
from coursetracker.markdown import Document


@dataclass(frozen=True, slots=True)
class Place:
    """The whole course (without a slug), or a section of it, for which a shape can be chosen.

    `above` is the index of the place that it is in, `shapes` are those that something in it has.
    """

    slug: str | None
    title: str
    above: int | None
    line: int
    end: int
    shapes: frozenset[Shape]

    def items(self, outline: Outline) -> Iterator[Item]:
        """Yield the items of an outline that stand in this place."""
        return (item for item in outline.items if self.line <= item.line < self.end)

    def count(self, outline: Outline) -> int:
        """Return how many lessons an outline has in this place."""
        return sum(outline.is_leaf(item.id) for item in self.items(outline))


def places(document: Document, title: str) -> tuple[Place, ...]:
    """Return the course and those of its sections that leave a choice, in reading order."""
    layout = lay_out(document)
    sections = find_sections(layout, index_regions(document, layout))
    shapes = _shapes(layout, finds(layout))
    slugs = {line: slug for slug, line in reversed([*document.anchors.items()])}
    found = [Place(None, title, None, 1, len(document.lines) + 1, shapes[0])]
    of_region: dict[int | None, int] = {None: 0}
    for number, region in enumerate(layout.regions):
        of_region[number] = of_region[region.above]
        is_one = number in sections.items and not is_housekeeping(layout, sections, number)
        if is_one and shapes[number] and region.line in slugs:
            slug, above = slugs[region.line], of_region[region.above]
            of_region[number] = len(found)
            found.append(Place(slug, region.title, above, region.line, region.end, shapes[number]))
    return tuple(found)


def _shapes(layout: Layout, found: Sequence[Finds]) -> Sequence[frozenset[Shape]]:
    """Return the shapes that something in each region, or in one under it, has."""
    shapes = [{shape for shape in CHOOSABLE if here.of(shape)} for here in found]
    for number, region in reversed(list(enumerate(layout.regions))):
        if region.above is not None:
            shapes[region.above] |= shapes[number]
    return [frozenset(here) for here in shapes]


def reread(old: Edition, new: Edition, lost: Iterable[Item] = ()) -> Update:
    """Return what changes where the same text is read with other choices.

    Nothing has to be matched: what begins at the same line is the same. So is what an earlier
    choice took out of the course, where it comes again as it was.
    """
    gone = tuple(lost)
    update = update_between(old, new, gone)
    pairs = _same_lines(old.outline, new.outline)
    taken = set(pairs.values())
    spots = {_spot(item): item.id for item in new.outline.items if item.id not in taken}
    again = {item.id: spots[_spot(item)] for item in gone if _spot(item) in spots}
    once = {other: one for one, other in again.items()}
    by_looks = {other: one for one, other in update.back.items() if other not in taken}
    back = {one: other for other, one in (by_looks | once).items()}
    return replace(update, pairs=pairs, unsure={}, reasons={}, back=back, splits={}, merges={})


def _spot(item: Item) -> tuple[int, str, str | None, str]:
    return item.line, item.title, item.link, item.body_sha256


def _same_lines(old: Outline, new: Outline) -> Mapping[int, int]:
    """Return which items begin at the same line; where several do, in their order."""
    waiting: dict[int, list[int]] = {}
    for item in reversed(new.items):
        waiting.setdefault(item.line, []).append(item.id)
    pairs: dict[int, int] = {}
    for item in old.items:
        if waiting.get(item.line):
            pairs[item.id] = waiting[item.line].pop()
    return pairs
