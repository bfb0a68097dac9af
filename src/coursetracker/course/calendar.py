"""Puts the sections of a course under its weeks."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from coursetracker.course.blocks import Block, Layout, shown
from coursetracker.course.choices import Choices
from coursetracker.course.nodes import Node
from coursetracker.course.outline import Kind, Week
from coursetracker.course.sections import Sections
from coursetracker.course.shapes import first_line
from coursetracker.course.weeks import Clue, Named, dealt, named_week, opening_week
from coursetracker.markdown import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """One week of a list of weeks."""

    named: Named
    title: str
    line: int


def weeks_by_heading(nodes: Sequence[Node]) -> tuple[Week, ...]:
    """Give what is under headings that are weeks their numbers, and return the weeks.

    Where the numbers do not go up, as where each part begins again with module 1, the weeks
    are counted instead.
    """
    headings = [(node, opening_week(node.title)) for node in nodes if node.kind is Kind.WEEK]
    weeks = [(node, named) for node, named in headings if named]
    ascending = all(one.number < next_.number for (_, one), (_, next_) in pairwise(weeks))
    for count, (node, named) in enumerate(weeks, 1):
        node.week = named.number if ascending else count
    for node in nodes:
        if node.above and node.week is None:
            node.week = node.above.week
    return tuple(Week(node.week or 0, named.title) for node, named in weeks)


def weeks_by_list(
    nodes: Sequence[Node], entries: Sequence[Entry], clues: Mapping[Node, Clue]
) -> tuple[Sequence[Node], tuple[Week, ...]]:
    """Deal sections to weeks that are only listed; return what then stands at the top.

    A listed week without sections is left out. Its sections follow one another even where
    the learner moved one here from another week.
    """
    roots = [node for node in nodes if not node.above]
    numbers = dealt([entry.named.number for entry in entries], list(clues.values()))
    weeks: dict[int, Node] = {}
    for entry in entries if numbers else ():
        number = entry.named.number
        if number in numbers:
            weeks[number] = Node(entry.title, entry.line, entry.line + 1, None, kind=Kind.WEEK)
    for section, number in zip(clues, numbers, strict=False):
        section.above = weeks[number]
        weeks[number].below.append(section)
    _number(weeks, nodes)
    before = next((place for place, node in enumerate(roots) if node.above), len(roots))
    after = [node for node in roots[before:] if not node.above]
    listed = tuple(Week(e.named.number, e.named.title) for e in entries if e.named.number in weeks)
    return [*roots[:before], *weeks.values(), *after], listed


def _number(weeks: Mapping[int, Node], nodes: Sequence[Node]) -> None:
    for number, week in weeks.items():
        week.week = number
    for node in nodes:
        node.week = node.above.week if node.above else None


def listed_weeks(document: Document, layout: Layout, sections: Sections) -> Sequence[Entry]:
    """Return the weeks of the first list whose entries each open the next week."""
    for block in layout.blocks:
        if block.tag in ("ul", "ol") and block.region not in sections.ignored:
            entries = list(_entries(document, block))
            numbers = [entry.named.number for entry in entries if entry]
            ascending = all(one < next_ for one, next_ in pairwise(numbers))
            units = {entry.named.unit for entry in entries if entry}
            if len(numbers) == len(entries) > 1 and ascending and len(units) == 1:
                return [entry for entry in entries if entry]
    return ()


def _entries(document: Document, listing: Block) -> Iterator[Entry | None]:
    """Yield the entries of a list that open a week; nothing for each other one."""
    for item in listing.element:
        title, _ = shown(document, first_line(item))
        named = None if "data-task" in item.attrib else opening_week(title)
        yield Entry(named, title, int(item.get("data-line", "1"))) if named else None


def clues_of(
    document: Document,
    sections: Sequence[Node],
    nodes: Sequence[Node],
    unit: str,
    choices: Choices,
) -> Mapping[Node, Clue]:
    """Return for each section what tells its week: the one that it or its lessons name."""
    chosen = {document.anchors.get(slug): number for slug, number in choices.weeks.items()}
    top: dict[Node, Node] = {}
    named: dict[Node, set[int]] = {}
    for node in nodes:
        top[node] = top[node.above] if node.above else node
        week = named_week(node.title)
        if week and week.unit == unit:
            named.setdefault(top[node], set()).add(week.number)
    return {
        section: Clue(
            named=_only(named.get(section, set())),
            chosen=chosen.get(section.line),
            is_assessment=section.kind is Kind.ASSESSMENT,
        )
        for section in sections
    }


def _only(numbers: Set[int]) -> int | None:
    return next(iter(numbers)) if len(numbers) == 1 else None
