"""Which blocks of a section are lessons: the shape of the section, chosen by evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from coursetracker.course.blocks import Block, Layout
from coursetracker.course.choices import Shape
from coursetracker.course.links import leading_link, links, sole_link

PROSE = 8
"""With more words of other text for each link than so many, a section is prose with links."""

_ENTRY = re.compile(r"(\*\*|__)(?!\s)[^*_\n]{1,80}(?<![\s:.!?])\1(?=\s+(?:[-–—]\s)?\S)")
"""Begins a paragraph with its title in bold: "**Mixing** - Stir." is an entry of a list."""


@dataclass(slots=True)
class Finds:
    """What could be lessons directly under a heading, as indices of blocks; and what could not.

    Two `lines` or more, paragraphs that are links, stand for bullets where there are none, and so
    do three `entries` or more, paragraphs that begin with a title in bold (fewer, where that is
    the habit of the course). Plain rows and bullets
    are those without a link: no evidence, but there for who chooses them. `words` are those of
    the paragraphs and bullets that are no links.
    """

    tasks: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    bullets: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    plain_rows: list[int] = field(default_factory=list)
    plain_bullets: list[int] = field(default_factory=list)
    paragraphs: int = 0
    words: int = 0

    def of(self, shape: Shape) -> Sequence[int]:
        """Return the blocks that are lessons if the section has this shape."""
        return {
            Shape.TASKS: self.tasks,
            Shape.ROWS: self.rows or self.plain_rows,
            Shape.BULLETS: self.bullets or self.plain_bullets,
        }.get(shape, ())

    def is_link_list(self, least: int = 2) -> bool:
        """Return whether the section lists links, rather than tells something with links."""
        return len(self.bullets) >= least and self.words <= PROSE * len(self.bullets)

    def lists_entries(self, least: int) -> bool:
        """Return whether the paragraphs of the section are entries, but for a few."""
        return len(self.entries) >= least and len(self.entries) * 5 >= self.paragraphs * 4


def finds(layout: Layout) -> list[Finds]:
    """Return what was found in each region of a layout."""
    found = [Finds() for _ in layout.regions]
    in_bullet = [False] * len(layout.blocks)
    for index, block in enumerate(layout.blocks):
        here = found[block.region]
        in_bullet[index] = block.above is not None and in_bullet[block.above]
        if block.tag == "li":
            in_bullet[index] |= _note_item(here, index, block.element)
        elif block.tag == "tr":
            _note_row(here, index, block.element)
        elif block.tag == "p" and not in_bullet[index]:
            _note_paragraph(here, index, block)
    least = 1 if sum(here.lists_entries(3) for here in found) > 2 else 3
    for here in found:
        here.bullets = _grouped(layout, here.bullets)
        if not here.bullets and len(here.lines) > 1:
            here.bullets = here.lines
        if not here.bullets and here.lists_entries(least):
            here.bullets, here.words = here.entries, 0
    return found


def _note_item(here: Finds, index: int, item: Element) -> bool:
    """Note a task or a bullet that is a link; return whether it is such a bullet."""
    is_task = "data-task" in item.attrib
    is_link = not is_task and _leads_out(leading_link(first_line(item)))
    (here.tasks if is_task else here.bullets if is_link else here.plain_bullets).append(index)
    return is_link


def _note_paragraph(here: Finds, index: int, block: Block) -> None:
    """Note a paragraph that is a link, or count its words."""
    source = block.element.text or ""
    here.paragraphs += block.above is None
    if block.above is None and _ENTRY.match(source):
        here.entries.append(index)
    link = sole_link(source) if block.above is None else None
    if link and link[0] and _leads_out(link[1]):
        here.lines.append(index)
    else:
        here.words += len(source.split())


def _note_row(here: Finds, index: int, row: Element) -> None:
    if any(_leads_out(target) for cell in row for target in links(cell.text or "")):
        here.rows.append(index)
    else:
        here.plain_rows.append(index)


def title_source(block: Block) -> str:
    """Return the source of the title of a list item or paragraph: its bold one or first line."""
    entry = _ENTRY.match(block.element.text or "") if block.tag == "p" else None
    return entry[0] if entry else first_line(block.element)


def first_line(element: Element) -> str:
    """Return the first line of a list item or paragraph, on to where its brackets close."""
    paragraph = element if element.tag == "p" else next(iter(element), None)
    if paragraph is None or paragraph.tag != "p":
        return ""
    kept: list[str] = []
    open_brackets = 0
    for line in (paragraph.text or "").split("\n"):
        kept.append(line)
        open_brackets += line.count("[") + line.count("(") - line.count("]") - line.count(")")
        if open_brackets <= 0:
            break
    return "\n".join(kept)


def likely_shapes(found: Sequence[Finds]) -> Sequence[Shape]:
    """Return the shape of each section that its finds speak for, and the habit of the course.

    Where the author sets boxes, bare links are no lessons; where three sections or more are
    lists of links, a single link is a lesson too.
    """
    lists = [here for here in found if here.is_link_list()]
    tasks = sum(len(here.tasks) for here in found)
    marks_lessons = tasks * 2 > sum(len(here.bullets) for here in lists)
    least = 1 if len(lists) > 2 else 2
    return [_likely_shape(here, least, with_bullets=not marks_lessons) for here in found]


def _likely_shape(here: Finds, least: int, *, with_bullets: bool) -> Shape:
    if here.tasks:
        return Shape.TASKS
    if here.rows and len(here.rows) >= len(here.plain_rows):
        return Shape.ROWS
    if with_bullets and here.is_link_list(least):
        return Shape.BULLETS
    return Shape.HEADINGS


def _leads_out(target: str | None) -> bool:
    return target is not None and not target.startswith("#")


def _grouped(layout: Layout, bullets: Sequence[int]) -> list[int]:
    """Return the bullets without those that stand alone under another and so belong to it."""
    under: dict[int, list[int]] = {}
    within = set(bullets)
    for index in bullets:
        listing = layout.blocks[index].above
        holder = layout.blocks[listing].above if listing is not None else None
        if holder in within and holder is not None:
            under.setdefault(holder, []).append(index)
    alone = {below[0] for below in under.values() if len(below) == 1}
    return [index for index in bullets if index not in alone]
