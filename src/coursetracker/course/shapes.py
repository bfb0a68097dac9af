"""Which blocks of a section are lessons: the shape of the section, chosen by evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from coursetracker.course.blocks import Block, Layout
from coursetracker.course.choices import Shape
from coursetracker.course.links import leading_link, links, sole_link

PROSE = 8
"""With more words of other text for each link than so many, a section is prose with links."""


@dataclass(slots=True)
class Finds:
    """What could be lessons directly under a heading, as indices of blocks; and what could not.

    Two `lines` or more, paragraphs that are links, stand for bullets where there are none; `words`
    are those of the paragraphs and bullets that are no links.
    """

    tasks: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    bullets: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    plain_rows: int = 0
    words: int = 0

    def of(self, shape: Shape) -> Sequence[int]:
        """Return the blocks that are lessons if the section has this shape."""
        return {Shape.TASKS: self.tasks, Shape.ROWS: self.rows, Shape.BULLETS: self.bullets}.get(
            shape, ()
        )

    def is_link_list(self, least: int = 2) -> bool:
        """Return whether the section lists links, rather than tells something with links."""
        return len(self.bullets) >= least and self.words <= PROSE * len(self.bullets)


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
    for here in found:
        here.bullets = _grouped(layout, here.bullets)
        if not here.bullets and len(here.lines) > 1:
            here.bullets = here.lines
    return found


def _note_item(here: Finds, index: int, item: Element) -> bool:
    """Note a task or a bullet that is a link; return whether it is such a bullet."""
    is_task = "data-task" in item.attrib
    is_link = not is_task and _leads_out(leading_link(first_line(item)))
    if is_task:
        here.tasks.append(index)
    if is_link:
        here.bullets.append(index)
    return is_link


def _note_paragraph(here: Finds, index: int, block: Block) -> None:
    """Note a paragraph that is a link, or count its words."""
    source = block.element.text or ""
    link = sole_link(source) if block.above is None else None
    if link and link[0] and _leads_out(link[1]):
        here.lines.append(index)
    else:
        here.words += len(source.split())


def _note_row(here: Finds, index: int, row: Element) -> None:
    if any(_leads_out(target) for cell in row for target in links(cell.text or "")):
        here.rows.append(index)
    else:
        here.plain_rows += 1


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
    if here.rows and len(here.rows) >= here.plain_rows:
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
