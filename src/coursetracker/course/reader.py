"""Reads the outline of a course from its Markdown."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from coursetracker.course.asides import mark_asides
from coursetracker.course.assessments import assessment_title
from coursetracker.course.blocks import Layout, lay_out
from coursetracker.course.calendar import clues_of, listed_weeks, weeks_by_heading, weeks_by_list
from coursetracker.course.choices import Choices, Evidence, Shape
from coursetracker.course.navigation import index_regions
from coursetracker.course.nodes import Node, read_nodes
from coursetracker.course.outline import Item, Kind, Outline, Week
from coursetracker.course.sections import (
    Sections,
    find_sections,
    is_housekeeping,
    section_shapes,
)
from coursetracker.course.shapes import finds
from coursetracker.course.weeks import opening_week
from coursetracker.markdown import Document

_NO_CHOICES = Choices()


def read_outline(document: Document, name: str, choices: Choices = _NO_CHOICES) -> Outline:
    """Return the outline of a course; `name` is its title where the text has none.

    Any text has one; that of a text without sections and lessons has no items.
    """
    layout = lay_out(document)
    sections = find_sections(layout, index_regions(document, layout))
    found = finds(layout)
    shapes = section_shapes(document, layout, sections, found, choices)
    nodes = read_nodes(document, layout, sections, found, shapes)
    for node in nodes:
        _settle(node)
    mark_asides(nodes)
    for node in reversed(nodes):
        node.is_optional |= bool(node.below) and all(below.is_optional for below in node.below)
    roots, weeks = _by_week(document, layout, sections, nodes, choices)
    title = layout.regions[sections.title].title if sections.title else ""
    title = title or document.front_matter.get("title", "") or name
    return Outline(title, tuple(_items(document, roots)), weeks, _evidence(nodes), choices)


def _settle(node: Node) -> None:
    """Decide what a node is; what it hangs under is decided before."""
    above = node.above
    node.is_part = above is not None and (above.is_part or above.kind is Kind.ASSESSMENT)
    assessment = None if node.is_part else assessment_title(node.title)
    if assessment:
        node.kind, node.title = Kind.ASSESSMENT, assessment
    elif node.below and not node.is_part and node.shape in (Shape.HEADINGS, None):
        node.in_week = above is not None and (above.in_week or above.kind is Kind.WEEK)
        opens = node.region is not None and not node.in_week and opening_week(node.title)
        node.kind = Kind.WEEK if opens else Kind.SECTION


def _by_week(
    document: Document,
    layout: Layout,
    sections: Sections,
    nodes: Sequence[Node],
    choices: Choices,
) -> tuple[Sequence[Node], tuple[Week, ...]]:
    """Return what stands at the top, and the weeks: those of headings, or else of a list.

    Where weeks are listed, a heading that is not at the top is none of them.
    """
    roots = [node for node in nodes if not node.above]
    entries = listed_weeks(document, layout, sections)
    if not entries or any(node.kind is Kind.WEEK for node in roots):
        return roots, weeks_by_heading(nodes)
    for node in nodes:
        node.kind = Kind.SECTION if node.kind is Kind.WEEK else node.kind
    dealable = [
        node
        for node in roots
        if node.line > entries[-1].line
        and node.region is not None
        and not is_housekeeping(layout, sections, node.region)
    ]
    clues = clues_of(document, dealable, nodes, entries[0].named.unit, choices)
    return weeks_by_list(nodes, entries, clues)


def _items(document: Document, roots: Sequence[Node]) -> Iterator[Item]:
    """Yield the items, parents first, numbered from 1."""
    numbers: dict[Node, int] = {}
    waiting = list(reversed(roots))
    while waiting:
        node = waiting.pop()
        waiting.extend(reversed(node.below))
        numbers[node] = len(numbers) + 1
        yield Item(
            id=numbers[node],
            parent=numbers[node.above] if node.above else None,
            kind=node.kind,
            title=node.title,
            line=node.line,
            end=node.end,
            week=node.week,
            state=node.state,
            link=node.link,
            optional=node.is_optional,
            effort_minutes=node.effort,
            body_sha256=_body_sha256(document, node),
        )


def _body_sha256(document: Document, node: Node) -> str:
    """Return the hash of what a node says besides its title, down to the first thing under it.

    A row of a table counts whole, as its title is but one of its cells.
    """
    inside = (below.line for below in node.below if node.line < below.line < node.end)
    first = node.line - 1 if node.shape is Shape.ROWS else node.line
    lines = document.lines[first : next(inside, node.end) - 1]
    text = "\n".join(line.rstrip() for line in lines).strip()
    said = f"{node.link or ''}\n{text}"
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()


def _evidence(nodes: Sequence[Node]) -> tuple[Evidence, ...]:
    """Tell by what the lessons were recognised, the most frequent first."""
    counts = Counter(node.shape for node in nodes if node.shape and not node.below)
    return tuple(Evidence(shape, count) for shape, count in counts.most_common())
