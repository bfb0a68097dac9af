"""A course's text as a sequence of passages: what two editions of it are compared by."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from coursetracker.course.blocks import Block, Layout, Region, lay_out
from coursetracker.course.links import links
from coursetracker.course.outline import Item, Outline
from coursetracker.course.parts import is_joined
from coursetracker.course.shapes import first_line
from coursetracker.markdown import Document

ENOUGH = 2000
"""So many words of a passage are kept."""

_NO_TITLE = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>|https?://\S+|:[a-z_]+:|\\")
_REMARK = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+[+#]*")
_LINK_WORD = re.compile(r"[A-Za-z0-9]{4,}")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_LISTED = 7


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or a lesson that is listed, with the text down to the next one.

    `above`, `before`, `after` and `below` are indices into the sequence of passages; `level`
    is that of a heading, and 7 for what is listed. `key` is the title without case, marks and
    addresses; where nothing is left, `is_bare` is set and the key is made of the address.
    `plain_key` is the key without remarks in brackets.
    `body` has the first words of the text under the title line.
    """

    index: int
    line: int
    shape: str
    level: int
    key: str
    plain_key: str
    words: frozenset[str]
    is_bare: bool
    link: str
    link_words: frozenset[str]
    body: tuple[str, ...]
    above: int | None
    before: int | None
    after: int | None
    below: tuple[int, ...]

    @property
    def is_group(self) -> bool:
        """Whether this is a plain list item that only groups others."""
        return self.shape == "li" and bool(self.below)


@dataclass(slots=True)
class _Found:
    """Where a passage begins, before it is known what stands around it."""

    line: int
    shape: str
    level: int
    source: str
    links: Sequence[str]
    above: int | None


@dataclass(slots=True)
class _Place:
    """What stands around a passage."""

    index: int
    before: int | None = None
    after: int | None = None
    below: list[int] = field(default_factory=list)


def passages(document: Document, outline: Outline) -> tuple[Passage, ...]:
    """Return the passages of a text in reading order.

    They begin at every heading and task item, navigation included, and at every item of the
    outline: what is no lesson is not matched in vain, for it tells where the lessons stand.
    """
    found = _find(lay_out(document), {item.line: item for item in outline.items})
    ends = [each.line for each in found[1:]] + [len(document.lines) + 1]
    texts = (document.lines[each.line : end - 1] for each, end in zip(found, ends, strict=True))
    return tuple(map(_passage, found, _places(found), texts))


def passages_of_items(outline: Outline, lines: Sequence[str]) -> tuple[Passage, ...]:
    """Return a passage for each item of a course of several files.

    Files that are lessons are compared as wholes, whatever headings stand in them.
    """
    place = {item.id: index for index, item in enumerate(outline.items)}
    found = [
        _Found(
            item.line,
            "heading" if outline.children(item.id) else "file",
            _LISTED,
            item.title,
            [item.link] if item.link else [],
            None if item.parent is None else place[item.parent],
        )
        for item in outline.items
    ]
    texts = _own_texts(outline, lines)
    return tuple(map(_passage, found, _places(found), texts))


def own_lines(outline: Outline, lines: Sequence[str], item: Item) -> Sequence[str]:
    """Return the lines of an item of a course of several files, without what hangs under it."""
    return next(iter(_own_texts(outline, lines, (item,))))


def _own_texts(
    outline: Outline, lines: Sequence[str], items: Sequence[Item] = ()
) -> Iterator[Sequence[str]]:
    starts = sorted({item.line for item in outline.items})
    for item in items or outline.items:
        following = bisect_right(starts, item.line)
        end = min(item.end, starts[following] if following < len(starts) else item.end)
        own = lines[item.line - 1 : end - 1] if item.body_sha256 else ()
        yield own[1:] if own and is_joined(own[0]) else own


def _find(layout: Layout, items: Mapping[int, Item]) -> list[_Found]:
    """Return where passages begin, by line; one line begins one passage."""
    found: list[_Found] = []
    of_region: dict[int, int | None] = {0: None}
    of_block: dict[int, int] = {}
    lines: set[int] = set()
    for index, block in enumerate(layout.blocks):
        number = block.region
        if number not in of_region:
            region = layout.regions[number]
            of_region[number] = len(found)
            lines.add(region.line)
            found.append(_heading(region, of_region.get(region.above or 0)))
        is_listed = block.tag in ("li", "tr") and (
            "data-task" in block.element.attrib or block.line in items
        )
        is_line = block.tag == "p" and block.line in items
        if (is_listed or is_line) and block.line not in lines and not _is_title(layout, index):
            above = _above(layout, block, of_block, of_region)
            of_block[index] = len(found)
            lines.add(block.line)
            found.append(_listed(block, items.get(block.line), above))
    return found


def _is_title(layout: Layout, index: int) -> bool:
    """Return whether a list item begins with a heading, which is the passage then."""
    line = layout.blocks[index].line
    following = map(layout.blocks.__getitem__, range(index + 1, len(layout.blocks)))
    here = takewhile(lambda block: block.line == line, following)
    return any(block.opens_region for block in here)


def _heading(region: Region, above: int | None) -> _Found:
    return _Found(
        region.line,
        "heading",
        region.level,
        region.title,
        [region.link] if region.link else [],
        above,
    )


def _listed(block: Block, item: Item | None, above: int | None) -> _Found:
    if block.tag == "tr" and item is not None:
        source, targets = item.title, [item.link] if item.link else []
    else:
        source = first_line(block.element)
        targets = [link for link in links(source) if link]
    shape = "task" if "data-task" in block.element.attrib else block.tag
    return _Found(block.line, shape, _LISTED, source, targets, above)


def _above(
    layout: Layout,
    block: Block,
    of_block: Mapping[int, int],
    of_region: Mapping[int, int | None],
) -> int | None:
    above = block.above
    while above is not None and layout.blocks[above].region == block.region:
        if above in of_block:
            return of_block[above]
        above = layout.blocks[above].above
    return of_region[block.region]


def _places(found: Sequence[_Found]) -> list[_Place]:
    places = [_Place(index) for index in range(len(found))]
    last_below: dict[int | None, int] = {}
    for place, each in zip(places, found, strict=True):
        place.before = last_below.get(each.above)
        if place.before is not None:
            places[place.before].after = place.index
        if each.above is not None:
            places[each.above].below.append(place.index)
        last_below[each.above] = place.index
    return places


def _passage(found: _Found, place: _Place, text: Sequence[str]) -> Passage:
    source = _NO_TITLE.sub(" ", found.source)
    title = _words(source)
    targets = [_SCHEME.sub("", link).rstrip("/") for link in found.links]
    words = title or _words(found.source)
    return Passage(
        index=place.index,
        line=found.line,
        shape=found.shape,
        level=found.level,
        key=" ".join(words) or found.source.strip(),
        plain_key=" ".join(_words(_REMARK.sub(" ", source))),
        words=frozenset(words),
        is_bare=not title,
        link=targets[0] if targets else "",
        link_words=frozenset(word for link in targets for word in _LINK_WORD.findall(link)),
        body=tuple(_words("\n".join(text[:ENOUGH]))[:ENOUGH]),
        above=found.above,
        before=place.before,
        after=place.after,
        below=tuple(place.below),
    )


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _WORD.findall(text.casefold())
