"""A document: the tree of its blocks, whose inline elements are made when they are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from coursetracker.markdown.alerts import mark_alerts
from coursetracker.markdown.blocks import GITHUB_TASKS, parse_blocks
from coursetracker.markdown.footnotes import with_notes
from coursetracker.markdown.front_matter import front_matter
from coursetracker.markdown.lines import normalised, split_lines
from coursetracker.markdown.references import Reference
from coursetracker.markdown.slugs import Slugs, named_places, raw_headings

if TYPE_CHECKING:
    from markdown import Markdown

COURSE_TASKS = f"{GITHUB_TASKS}/-"
"""In a course a task may also be in progress, ``[/]``, or skipped, ``[-]``."""

_WITHIN_LINES = frozenset({"a", "code", "del", "em", "formula", "note", "strong"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Document:
    """A Markdown text after the block stage.

    `root` is a ``div`` that holds the blocks in document order; each has its 1-based source
    line in ``data-line``, and text blocks hold their inline source in ``.text``; a quote that
    is an alert says so in ``data-alert``. Nothing changes the tree. `lines` are the normalised
    source, front matter included; `footnotes` the definitions of footnotes, which stand in no
    tree, by their names.
    """

    root: Element
    references: Mapping[str, Reference]
    front_matter: Mapping[str, str]
    lines: Sequence[str]
    footnotes: Mapping[str, Element]

    def page(self, blocks: Iterable[Element]) -> list[Element]:
        """Return blocks as a page shows them, with the notes that they refer to at the end."""
        return with_notes(blocks, self.footnotes, self.inlined)

    def inlined(self, block: Element) -> Element:
        """Return a deep copy of a block with its inline elements in place."""
        copy = deepcopy(block)
        for stage in self._converter.treeprocessors:
            stage.run(copy)
        return copy

    @cached_property
    def _converter(self) -> "Markdown":
        """Python-Markdown with our stages; a tree processor added to it runs on pages too."""
        from coursetracker.markdown.extension import converter  # noqa: PLC0415  parsing blocks needs none of it

        made = converter(frozenset(self.footnotes), mathematics=True)
        made.references = dict(self.references)
        return made

    @cached_property
    def anchors(self) -> Mapping[str, int]:
        """The source lines of headings by GitHub's names for them, then of named places."""
        slugs = Slugs()
        anchors: dict[str, int] = {}
        for block in self.root.iter():
            if block.tag in _HEADINGS:
                text = plain_text(self.inlined(block), pictures=False)
                anchors[slugs.name(text)] = int(block.get("data-line", "1"))
            elif block.tag == "raw":
                anchors.update((slugs.name(text), line) for text, line in raw_headings(block))
        at = 1
        for block in self.root.iter():
            at = int(block.get("data-line", at))
            if block.tag not in ("pre", "code"):
                for name, line in named_places(block, at):
                    anchors.setdefault(name, line)
        return anchors

    def line_of(self, fragment: str) -> int | None:
        """Return the source line where a link ``#fragment`` leads, None for nowhere.

        GitHub puts "user-content-" before names, and links are often written with capitals.
        """
        name = fragment.removeprefix("user-content-")
        places = (self.anchors.get(each) for each in (fragment, name, name.lower()))
        return next((line for line in places if line is not None), None)


def parse(text: str) -> Document:
    """Return the document that a text makes, front matter taken off; raises nothing."""
    lines = split_lines(normalised(text))
    facts, count = front_matter(lines)
    blocks = parse_blocks(lines[count:], count + 1, COURSE_TASKS, footnotes=True)
    mark_alerts(blocks.root)
    return Document(blocks.root, blocks.references, facts, lines, blocks.footnotes)


def plain_text(inlined: Element, *, pictures: bool = True) -> str:
    """Return the text that a reader sees, white space collapsed; pictures by their description."""
    pieces: list[str] = []
    _collect(inlined, pieces, pictures=pictures)
    return " ".join("".join(pieces).split())


def _collect(root: Element, pieces: list[str], *, pictures: bool) -> None:
    """Gather the text of a tree, without recursion: inline elements may stand deep."""
    waiting: list[Element | str] = [root]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        if element is not root and element.tail:
            waiting.append(element.tail)
        if element.tag == "img":
            pieces.append(element.get("alt", "") if pictures else "")
        elif element.tag == "br":
            pieces.append(" ")
        elif element.tag != "raw":
            pieces.append("" if element.tag in _WITHIN_LINES else " ")
            pieces.append(element.text or "")
            waiting.extend(reversed(element))
