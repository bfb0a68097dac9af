"""What is open while the lines of a document are read.

GFM specification, appendix "A parsing strategy", phase 1: the open containers, from the
document down to the innermost, and the one open leaf in it.
"""

from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element, SubElement

from coursetracker.markdown.lines import Cursor
from coursetracker.markdown.references import Reference

DEEPEST = 100
"""So many containers may stand in one another; what would open more is text."""


@dataclass(slots=True, eq=False)
class Listing:
    """A list whose items still may come; `marker` is what its items share."""

    element: Element
    marker: str
    is_loose: bool = False


@dataclass(slots=True, eq=False)
class Container:
    """The document, a block quote, or an item of the list `within`.

    `indent` is how many columns the text of an item or a footnote is indented by, 0 for all
    else; `quote` the place in the stack of the nearest block quote, or of the document;
    `listing` the list that is still open in the container.
    """

    element: Element
    indent: int
    quote: int
    within: Listing | None = None
    listing: Listing | None = None


class Leaf(Protocol):
    """A block of text that is still open."""

    def takes(self, cursor: Cursor) -> bool:
        """Add the rest of a line to the block if it belongs there whatever it looks like."""

    def close(self, opened: "OpenBlocks") -> None:
        """Append the block's element to the innermost container."""


def _document() -> list[Container]:
    return [Container(Element("div"), 0, 0)]


@dataclass(slots=True, eq=False)
class OpenBlocks:
    """The stack of open containers and the open leaf, while line number `line` is read.

    `matched` containers take part in this line; `task_marks` are the characters that make a
    list item a task when they stand in brackets. `footnotes` takes the definitions of footnotes;
    where it is None there are none.
    """

    task_marks: str
    footnotes: dict[str, Element] | None = None
    cursor: Cursor = field(default_factory=Cursor)
    stack: list[Container] = field(default_factory=_document)
    leaf: Leaf | None = None
    line: int = 0
    matched: int = 1
    references: dict[str, Reference] = field(default_factory=dict)
    listings: list[Listing] = field(default_factory=list)
    _blank_line: int = -1
    _blank_quote: int = 0

    def close_leaf(self) -> None:
        """Close the leaf, if one is open."""
        leaf = self.leaf
        if leaf is not None:
            self.leaf = None
            leaf.close(self)

    def close_unmatched(self) -> None:
        """Close the leaf and the containers that take no part in this line."""
        self.close_leaf()
        del self.stack[self.matched :]

    def make_room(self) -> Element:
        """Close what a new block ends, and return the element that it goes to."""
        self.close_unmatched()
        holder = self.stack[-1]
        holder.listing = None
        if holder.within and len(holder.element) and self._follows_blank():
            holder.within.is_loose = True
        return holder.element

    def open_leaf(self, leaf: Leaf) -> None:
        """Open a leaf in the innermost container of this line."""
        self.make_room()
        self.leaf = leaf

    def add(self, tag: str, line: int = 0) -> Element:
        """Append a block that began on a line, or on this one, to this line's container."""
        return SubElement(self.make_room(), tag, {"data-line": str(line or self.line)})

    def enter_quote(self, element: Element) -> None:
        """Open a block quote."""
        self.matched = len(self.stack) + 1
        self.stack.append(Container(element, 0, len(self.stack)))

    def enter_item(self, element: Element, indent: int, within: Listing) -> None:
        """Open a list item."""
        self.matched = len(self.stack) + 1
        self.stack.append(Container(element, indent, self.stack[-1].quote, within))

    def enter_footnote(self, element: Element, indent: int) -> None:
        """Open the definition of a footnote."""
        self.matched = len(self.stack) + 1
        self.stack.append(Container(element, indent, self.stack[-1].quote))

    def list_for(self, marker: str, start: str) -> Listing:
        """Return the list that an item with this marker belongs to: the open one, or a new one."""
        self.close_unmatched()
        listing = self.stack[-1].listing
        if listing is not None and listing.marker == marker:
            listing.is_loose = listing.is_loose or self._follows_blank()
            return listing
        element = self.add("ol" if start else "ul")
        if start and int(start) != 1:
            element.set("start", str(int(start)))
        listing = self.stack[-1].listing = Listing(element, marker)
        self.listings.append(listing)
        return listing

    def note_blank(self) -> None:
        """Remember that this line is blank: it may loosen the lists that it stands in."""
        self._blank_line = self.line
        self._blank_quote = self.stack[self.matched - 1].quote

    def _follows_blank(self) -> bool:
        """Return whether a blank line stands before this one, in no quote that is closed."""
        return self._blank_line == self.line - 1 and self._blank_quote < len(self.stack)
