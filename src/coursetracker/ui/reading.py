"""A course's text, page by page, as the window shows it."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from coursetracker.course.outline import Item, Outline
from coursetracker.course.pages import Span, introduction, page_span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from coursetracker.markdown.page import PageLook

KEPT = 8
"""So many pages are kept ready, so that going back is instant."""


class Pages:
    """Turns items of one course into pages; only what is shown is converted."""

    def __init__(
        self,
        outline: Outline,
        text: str,
        image: Callable[[str], str | None],
        *,
        whole: bool = False,
    ) -> None:
        from coursetracker.course.navigation import navigation_lines  # noqa: PLC0415
        from coursetracker.markdown import parse  # noqa: PLC0415  not for the first paint

        self._outline = outline
        self._whole = whole  # the page of no item is all of the text, not how it begins
        self._image = image
        self._document = parse(text)
        self._introduction = introduction(outline)
        self._blocks: list[Element] = list(self._document.root)
        self._starts = [line_of(block) for block in self._blocks]
        self._without = navigation_lines(self._document)
        self._toggled: frozenset[str] = frozenset()
        self._portions: dict[Span, int] = {}  # of long pages, so many portions are shown
        self._ready: OrderedDict[tuple[Span, PageLook, frozenset[str], int], str] = OrderedDict()

    def draw_with(self, image: Callable[[str], str | None]) -> None:
        """Let pictures be found by this from now on."""
        self._image = image
        self.forget()

    def html(self, item_id: int | None, look: "PageLook") -> str:
        """Return the page of an item, or of the introduction for None, as rich text."""
        from coursetracker.markdown.portions import WEIGHT, portion  # noqa: PLC0415

        span = self.span(item_id)
        portions = self._portions.get(span, 1)
        key = (span, look, self._toggled, portions)
        if key not in self._ready:
            blocks = portion(self._within(span), WEIGHT * portions)
            self._ready[key] = self._converted(blocks, look)
        self._ready.move_to_end(key)
        while len(self._ready) > KEPT:
            self._ready.popitem(last=False)
        return self._ready[key]

    def whole(self, item_id: int | None, look: "PageLook") -> str:
        """Return the page of an item with all its portions."""
        return self._converted(self._within(self.span(item_id)), look)

    def _converted(self, blocks: "list[Element]", look: "PageLook") -> str:
        from coursetracker.markdown.page import page_html  # noqa: PLC0415  not for the first paint
        from coursetracker.ui.colouring import Colouring  # noqa: PLC0415

        hidden = (self._without, self._toggled)
        shown = self._document.page(blocks)
        return page_html(shown, look, self._image, *hidden, colour=Colouring())

    def toggle(self, item_id: int | None, passage: str) -> None:  # noqa: ARG002  one page has all
        """Open a passage of an item's page that is folded, or fold one that is open."""
        self._toggled ^= {passage}

    def show_more(self, item_id: int | None) -> None:
        """Show one more portion of an item's page."""
        span = self.span(item_id)
        self._portions[span] = self._portions.get(span, 1) + 1

    def reveal(self, item_id: int | None, line: int | None = None) -> bool:
        """Open what an item, or a line of its page, is folded in; return whether anything was."""
        from coursetracker.markdown.folds import folds_over  # noqa: PLC0415  rarely needed

        if line is None:
            line = 1 if item_id is None else self._outline.item(item_id).line
        folds = folds_over(self._within(self.span(item_id)), line)
        closed = {fold.name for fold in folds if fold.is_open == (fold.name in self._toggled)}
        self._toggled ^= closed
        return bool(closed)

    def forget(self) -> None:
        """Convert pages anew."""
        self._ready.clear()

    def span(self, item_id: int | None) -> Span:
        """Return the source lines of an item's page: those of whole blocks."""
        outline = self._outline
        if item_id is None and self._whole:
            span = Span(1, len(self._document.lines) + 1)
        else:
            span = self._introduction if item_id is None else page_span(outline, item_id)
        first, after = self._range(span)
        starts = self._starts
        line = starts[first] if first < len(starts) else span.line
        return Span(line, starts[after] if after < len(starts) else span.end)

    def before(self, item_id: int | None) -> int:  # noqa: ARG002  the file is all of the course
        """Return how many lines of the course stand before an item's file."""
        return 0

    def anchor(self, item_id: int | None) -> str:
        """Return the anchor of an item on its page; "" for the page's beginning."""
        item = None if item_id is None else self._outline.item(item_id)
        on_top = item is None or item.line == self.span(item_id).line
        return "" if on_top or item is None else f"L{item.line}"

    def source(self, item_id: int | None, first: int | None, last: int | None) -> str:
        """Return the Markdown of an item's page from one block to the end of another.

        They are told by their lines; None is the page's first block.
        """
        start = self.span(item_id).line
        first, last = first or start, last or start
        lines = self._document.lines
        begun = (int(line) for e in self._document.root.iter() if (line := e.get("data-line")))
        after = min((line for line in begun if line > last), default=len(lines) + 1)
        return "\n".join(lines[first - 1 : after - 1]).strip("\n")

    def line_of_anchor(self, slug: str) -> int | None:
        """Return the source line where a link into the file leads, None for nowhere."""
        return self._document.line_of(slug)

    def _range(self, span: Span) -> tuple[int, int]:
        """Return which blocks hold these lines: the first, and the one after the last."""
        first = max(0, bisect_right(self._starts, span.line) - 1)
        return first, bisect_right(self._starts, span.end - 1)

    def _within(self, span: Span) -> "list[Element]":
        first, after = self._range(span)
        return self._blocks[first:after]


def line_of(block: "Element") -> int:
    """Return the 1-based source line where a block begins."""
    return int(block.get("data-line", "1"))


def item_at(outline: Outline, line: int) -> Item | None:
    """Return the innermost item whose lines hold this one."""
    found = None
    for item in outline.items:
        if item.line <= line < item.end and (found is None or item.line >= found.line):
            found = item
    return found
