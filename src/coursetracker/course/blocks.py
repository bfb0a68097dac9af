"""A document laid flat: its blocks in reading order, and the regions that headings open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from coursetracker.course.links import html_link, html_text
from coursetracker.markdown import Document, plain_text

_OPENED = {"ul", "ol", "li", "table", "tbody"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NEVER = 1 << 60
_RAW_HEADING = re.compile(r"<h([1-6])\b[^<>]*>", re.IGNORECASE)
_PICTURE_NAME = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])")
_MARKUP = re.compile(r"[\\`*_~\[\]<>&]|www\.|https?:", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """A block element: `end` is the first line after it, `above` the block it stands in."""

    element: Element
    line: int
    above: int | None
    region: int = 0
    end: int = 0
    opens_region: bool = False

    @property
    def tag(self) -> str:
        """Return the name of the element."""
        return self.element.tag


@dataclass(slots=True)
class Region:
    """A heading with the blocks down to the next one; the first region has no heading."""

    level: int
    title: str
    line: int
    above: int | None
    link: str | None = None
    is_raw: bool = False
    end: int = 0
    blocks: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks and regions of a document."""

    blocks: Sequence[Block]
    regions: Sequence[Region]

    def tops(self, region: Region) -> Iterator[Block]:
        """Yield the blocks of a region that stand in no other block of it."""
        for index in region.blocks:
            above = self.blocks[index].above
            if above is None or self.blocks[above].region != self.blocks[index].region:
                yield self.blocks[index]

    def first_h1(self) -> int | None:
        """Return the first region that a heading of level 1 opens."""
        return next((n for n, region in enumerate(self.regions) if region.level == 1), None)


def lay_out(document: Document) -> Layout:
    """Return the layout of a document, headings within list items included."""
    after = len(document.lines) + 1
    blocks = _flat(document.root, after)
    return Layout(blocks, _regions(document, blocks, after))


def shown(document: Document, source: str) -> tuple[str, str | None]:
    """Return the text that a reader sees of a piece of inline source, and its first link.

    GitHub's names of pictures (":book:") are left out where other text stands.
    """
    text, link = " ".join(source.split()), None
    if _MARKUP.search(source):
        paragraph = Element("p")
        paragraph.text = source
        paragraph = document.inlined(paragraph)
        text, link = plain_text(paragraph), _first_link(paragraph)
    if ":" in text:
        text = " ".join(_PICTURE_NAME.sub("", text).split()) or text
    return text, link


def _first_link(paragraph: Element) -> str | None:
    for element in paragraph.iter():
        link = element.get("href") if element.tag == "a" else None
        link = html_link(element.text or "") if element.tag == "raw" else link
        if link:
            return link
    return None


def _flat(root: Element, after: int) -> list[Block]:
    blocks: list[Block] = []
    opened: list[int] = []
    waiting: list[tuple[Element, int | None]] = [(child, None) for child in reversed(root)]
    while waiting:
        element, above = waiting.pop()
        line = _line(element, blocks)
        while opened and opened[-1] != above:
            blocks[opened.pop()].end = line
        opened.append(len(blocks))
        if element.tag in _OPENED:
            waiting.extend((child, len(blocks)) for child in reversed(element))
        blocks.append(Block(element, line, above))
    for index in opened:
        blocks[index].end = after
    return blocks


def _line(element: Element, before: Sequence[Block]) -> int:
    return int(element.get("data-line") or (before[-1].line if before else 1))


def _regions(document: Document, blocks: Sequence[Block], after: int) -> list[Region]:
    regions = [Region(0, "", 1, None)]
    opened: list[tuple[int, int]] = [(0, _NEVER)]  # the region and the end of the item it is in
    for index, block in enumerate(blocks):
        while block.line >= opened[-1][1]:
            regions[opened.pop()[0]].end = block.line
        heading = _heading(document, block)
        if heading:
            while opened[-1][0] and regions[opened[-1][0]].level >= heading.level:
                regions[opened.pop()[0]].end = heading.line
            heading.above = opened[-1][0]
            block.opens_region = True
            opened.append((len(regions), _item_end(blocks, block)))
            regions.append(heading)
        block.region = opened[-1][0]
        regions[block.region].blocks.append(index)
    for region, _ in opened:
        regions[region].end = after
    return regions


def _item_end(blocks: Sequence[Block], block: Block) -> int:
    return _NEVER if block.above is None else blocks[block.above].end


def _heading(document: Document, block: Block) -> Region | None:
    """Return the region that a block opens; that of an empty heading has no title."""
    source = block.element.text or ""
    if block.tag in _HEADINGS:
        title, link = shown(document, source)
        return Region(_HEADINGS[block.tag], title, block.line, None, link)
    found = _RAW_HEADING.search(source) if block.tag == "raw" else None
    end = source.lower().find(f"</h{found[1]}", found.end()) if found else -1
    if not found or end < 0:
        return None
    line = block.line + source.count("\n", 0, found.start())
    inside = source[found.end() : end]
    return Region(int(found[1]), html_text(inside), line, None, html_link(inside), is_raw=True)
