"""The tree of a course while it is being read: headings, and the lessons listed under them."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from coursetracker.course.blocks import Block, Layout, shown
from coursetracker.course.choices import Shape
from coursetracker.course.durations import effort_minutes
from coursetracker.course.optional import is_optional, is_optional_row, optional_lines, within
from coursetracker.course.outline import Kind, State
from coursetracker.course.rows import row_text, row_titles
from coursetracker.course.sections import Sections, is_housekeeping, is_sources
from coursetracker.course.shapes import Finds, title_source
from coursetracker.markdown import Document

_STATES = {"x": State.DONE, "X": State.DONE, "/": State.IN_PROGRESS, "-": State.SKIPPED}


@dataclass(slots=True, eq=False)
class Node:
    """An item to be: a heading with its `region`, or something that a section lists.

    `shape` says what it was recognised by; a plain bullet that only groups others has none.
    """

    title: str
    line: int
    end: int
    above: "Node | None"
    region: int | None = None
    link: str | None = None
    state: State = State.NOT_STARTED
    effort: int | None = None
    is_optional: bool = False
    shape: Shape | None = None
    kind: Kind = Kind.LESSON
    week: int | None = None
    in_week: bool = False
    is_part: bool = False
    below: list["Node"] = field(default_factory=list)


def read_nodes(
    document: Document,
    layout: Layout,
    sections: Sections,
    found: Sequence[Finds],
    shapes: Sequence[Shape],
) -> Sequence[Node]:
    """Return the items to be, in reading order."""
    lessons = [index for here, shape in zip(found, shapes, strict=True) for index in here.of(shape)]
    listed = _listed(document, layout, lessons)
    nodes: list[Node] = []
    of_region: dict[int, Node | None] = {0: None}
    of_block: list[Node | None] = []
    for index, block in enumerate(layout.blocks):
        if block.region not in of_region:
            above = of_region[layout.regions[block.region].above or 0]
            node = _heading(layout, sections, block.region, above)
            of_region[block.region] = node or above
            nodes.extend([node] if node else [])
        inside = block.above is not None and layout.blocks[block.above].region == block.region
        above = of_block[block.above or 0] if inside else of_region[block.region]
        node = listed.get(index)
        if node:
            node.above = above
            nodes.append(node)
        of_block.append(node or above)
    first = nodes[0].line if nodes else 0
    spans = [span for span in optional_lines(layout, sections) if span.start > first]
    return _joined(nodes, spans)


def _joined(nodes: Sequence[Node], optional: Sequence[range]) -> Sequence[Node]:
    """Hang each node under the one above it.

    Returns them without the sources of lessons, and without entries that only announce a
    heading that follows beside them.
    """
    for node in nodes:
        node.is_optional |= within(node.line, optional)
        if node.above:
            node.above.below.append(node)
            node.is_optional |= node.above.is_optional
    headings = {(node.above, node.title) for node in nodes if node.region is not None}
    kept = [node for node in nodes if not _announces(node, headings)]
    return [node for node in kept if not _belongs_to_lesson(node)]


def _announces(node: Node, headings: Container[tuple[Node | None, str]]) -> bool:
    """Return whether an entry has the title of a heading beside it, and take it out then."""
    if node.region is not None or node.below or (node.above, node.title) not in headings:
        return False
    if node.above:
        node.above.below.remove(node)
    return True


def _belongs_to_lesson(node: Node) -> bool:
    """Return whether a heading is that of a lesson's sources, and take it from the lesson."""
    above = node.above
    if node.region is None or above is None or above.below != [node] or node.below:
        return False
    if not is_sources(node.title):
        return False
    above.below.clear()
    return True


def _heading(layout: Layout, sections: Sections, number: int, above: Node | None) -> Node | None:
    region = layout.regions[number]
    if number not in sections.items:
        return None
    return Node(
        region.title,
        region.line,
        region.end,
        above,
        number,
        region.link,
        shape=Shape.HEADINGS,
        effort=effort_minutes(region.title),
        is_optional=is_optional(region.title) or is_housekeeping(layout, sections, number),
    )


def _listed(document: Document, layout: Layout, lessons: Sequence[int]) -> Mapping[int, Node]:
    """Return the nodes of tasks, rows and bullets, and of the plain bullets that group them."""
    rows = [index for index in lessons if layout.blocks[index].tag == "tr"]
    titles = dict(row_titles(document, layout, rows))
    items = {index for index in lessons if layout.blocks[index].tag != "tr"}
    groups = _groups(layout, items)
    for index in items | groups:
        titles[index] = shown(document, title_source(layout.blocks[index]))
    listed: dict[int, Node] = {}
    for index, (title, link) in titles.items():
        if title:
            listed[index] = _lesson(layout, index, title, link)
            listed[index].shape = None if index in groups else _shape(layout.blocks[index])
            listed[index].end = _item_end(document, layout.blocks[index])
    return listed


def _lesson(layout: Layout, index: int, title: str, link: str | None) -> Node:
    block = layout.blocks[index]
    said = f"{title} | {row_text(block)}" if block.tag == "tr" else title
    return Node(
        title,
        block.line,
        block.end,
        None,
        link=link,
        state=_STATES.get(block.element.get("data-task", ""), State.NOT_STARTED),
        effort=effort_minutes(said),
        is_optional=is_optional(title) or (block.tag == "tr" and is_optional_row(block.element)),
    )


def _shape(block: Block) -> Shape:
    if block.tag == "tr":
        return Shape.ROWS
    return Shape.TASKS if "data-task" in block.element.attrib else Shape.BULLETS


def _item_end(document: Document, block: Block) -> int:
    """Return the first line after an entry: an unindented line after a blank one is outside."""
    lines = document.lines
    for line in range(block.line + 1, min(block.end, len(lines)) + 1):
        if not lines[line - 2].strip() and not lines[line - 1].startswith((" ", "\t")):
            return line - 1
    return block.end


def _groups(layout: Layout, items: set[int]) -> set[int]:
    """Return the list items of the same section that lessons are nested in."""
    groups: set[int] = set()
    for index in items:
        region = layout.blocks[index].region
        above = layout.blocks[index].above
        while above is not None and layout.blocks[above].region == region and above not in groups:
            if layout.blocks[above].tag == "li":
                groups.add(above)
            above = layout.blocks[above].above
    return groups - items
