"""The pages of a course of several files: each file is read alone, when it is shown first."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from posixpath import dirname
from typing import TYPE_CHECKING

from coursetracker.course.outline import Item, Outline
from coursetracker.course.pages import Span
from coursetracker.ui.reading import Pages

if TYPE_CHECKING:
    from coursetracker.course.parts import Part
    from coursetracker.markdown.page import PageLook

Images = Callable[[str], Callable[[str], str | None]]
"""For a folder within the course, what turns a picture's address into one that may be loaded."""


class Sheets:
    """Turns items of a course of several files into pages, as `Pages` does of one."""

    def __init__(self, outline: Outline, text: str, images: Images) -> None:
        from coursetracker.course.folder import front  # noqa: PLC0415  not for the first paint
        from coursetracker.course.parts import parts_of  # noqa: PLC0415

        self._outline = outline
        self._images = images
        self._parts = parts_of(text)
        self._front = front(self._parts)
        self._starts = [part.line for part in self._parts]
        self._ready: dict[str, Pages] = {}

    def html(self, item_id: int | None, look: "PageLook") -> str:
        """Return the page of an item, or of the file that opens the folder for None."""
        part = self.part(item_id)
        return self._pages(part).html(self._within(item_id, part), look)

    def whole(self, item_id: int | None, look: "PageLook") -> str:
        """Return the page of an item with all its portions."""
        part = self.part(item_id)
        return self._pages(part).whole(self._within(item_id, part), look)

    def span(self, item_id: int | None) -> Span:
        """Return the lines of an item's page in the joined text."""
        part = self.part(item_id)
        span = self._pages(part).span(self._within(item_id, part))
        return Span(span.line + part.line, span.end + part.line)

    def anchor(self, item_id: int | None) -> str:
        """Return the anchor of an item on its page; "" for the page's beginning."""
        part = self.part(item_id)
        within = self._within(item_id, part)
        return "" if within is None else self._pages(part).anchor(within)

    def toggle(self, item_id: int | None, passage: str) -> None:
        """Open a passage of an item's page that is folded, or fold one that is open."""
        self._pages(self.part(item_id)).toggle(item_id, passage)

    def show_more(self, item_id: int | None) -> None:
        """Show one more portion of an item's page."""
        part = self.part(item_id)
        self._pages(part).show_more(self._within(item_id, part))

    def reveal(self, item_id: int | None, line: int | None = None) -> bool:
        """Open what an item, or a line of its file, is folded in; return whether anything was."""
        part = self.part(item_id)
        return self._pages(part).reveal(self._within(item_id, part), line)

    def draw_with(self, images: Images) -> None:
        """Find pictures otherwise from now on."""
        self._images = images

    def forget(self) -> None:
        """Convert pages anew."""
        for pages in self._ready.values():
            pages.forget()

    def source(self, item_id: int | None, first: int | None, last: int | None) -> str:
        """Return the Markdown of an item's page from one block to the end of another."""
        part = self.part(item_id)
        return self._pages(part).source(self._within(item_id, part), first, last)

    def part(self, item_id: int | None) -> "Part":
        """Return the file in which an item stands; the one that opens the folder for None."""
        if item_id is None:
            return self._front
        line = self._outline.item(item_id).line
        return self._parts[max(bisect_right(self._starts, line) - 1, 0)]

    def before(self, item_id: int | None) -> int:
        """Return how many lines of the course stand before an item's file."""
        return self.part(item_id).line

    def folder(self, item_id: int | None) -> str:
        """Return the folder, within the course's, of the file in which an item stands."""
        return dirname(self.part(item_id).path)

    def item_of(self, path: str) -> Item | None:
        """Return the item that a file is, if it is one."""
        return next((item for item in self._outline.items if item.link == path), None)

    def has(self, path: str) -> bool:
        """Return whether a file belongs to the course."""
        return any(part.path == path for part in self._parts)

    def line_of_anchor(self, slug: str, item_id: int | None) -> int | None:
        """Return the line, in its own file, where a link within an item's file leads."""
        return self._pages(self.part(item_id)).line_of_anchor(slug)

    def _within(self, item_id: int | None, part: "Part") -> int | None:
        """Return an item as its own file's page knows it; None for the file as a whole."""
        if item_id is None or self._outline.item(item_id).line == part.line:
            return None
        return item_id

    def _pages(self, part: "Part") -> Pages:
        pages = self._ready.get(part.path)
        if pages is None:
            from coursetracker.course.folder import listing  # noqa: PLC0415  not to start

            images = self._images(dirname(part.path))
            pages = Pages(self._items_in(part), listing(part), images, whole=True)
            self._ready[part.path] = pages
        return pages

    def _items_in(self, part: "Part") -> Outline:
        """Return the items of a file with the lines that they have in it."""
        here = {i.id for i in self._outline.items if part.line < i.line < part.end}
        items = (
            replace(
                item,
                line=item.line - part.line,
                end=item.end - part.line,
                parent=item.parent if item.parent in here else None,
            )
            for item in self._outline.items
            if item.id in here
        )
        return Outline(self._outline.title, tuple(items))
