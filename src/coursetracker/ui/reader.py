"""Going through a course: which item is read, what came before, and where links lead."""

import posixpath
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from coursetracker.course.outline import Item, Outline
from coursetracker.course.pages import Span
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.ui.course_files import images, page_below
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.page import look_from_palette
from coursetracker.ui.reading import Pages, item_at
from coursetracker.ui.session import Course, CourseKind, Session
from coursetracker.ui.sheets import Sheets
from coursetracker.ui.trail import Trail

if TYPE_CHECKING:
    from pathlib import Path

    from coursetracker.markdown.page import PageLook

OUTSIDE = ("http", "https", "mailto")
COURSE_FILES = (".md", ".markdown", ".mdown")


class Reader(QObject):
    """Shows the page of the item that the learner goes to."""

    moved = Signal(object)  # id of the item now read
    went_on = Signal(object)  # id of the item that was left by Next, or the last one
    trail_changed = Signal()
    file_asked = Signal(object)  # Path of another Markdown file that a link leads to
    refused = Signal(object)  # Exception

    def __init__(self, session: Session, pane: LessonPane) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._pages: Pages | Sheets | None = None
        self.web: Callable[[str], str | None] | None = None
        self._shown: Span | None = None
        self.trail = Trail()
        self.item: int | None = None
        pane.next_asked.connect(self.next)
        pane.page.link_clicked.connect(self.follow)
        pane.page.look_changed.connect(self.show_again)

    def open(self, course: Course) -> None:
        """Begin to read a course where the learner left it, or with its introduction."""
        self._pages, self._shown, self.item = None, None, None
        self.trail = Trail()
        place = course.place
        known = place.item if place.item is not None and place.item in course.outline else None
        self.trail.visit(known)
        self._read(known)
        self._pane.page.when_seen(partial(self._return_to, course, known, place.scroll))

    def renew(self, course: Course) -> None:
        """Go on reading a course that was updated, at the same lesson if it is still there."""
        scroll, stays = self._pane.scrolled(), self._pane.is_where_it_came_to
        self._pages, self._shown = None, None
        if self.item is not None and self.item not in course.outline:
            self.item, stays = None, True
        self.trail = Trail()
        self.trail.visit(self.item)
        self._read(self.item)
        if not stays:
            self._pane.page.when_seen(partial(self._pane.restore_scroll, scroll))

    def _return_to(self, course: Course, item_id: int | None, scroll: float) -> None:
        self._turn_to(course, self._item(course, item_id))
        self._pane.restore_scroll(scroll)

    def go_to(self, item_id: int | None) -> None:
        """Read an item, or the introduction, as a step that Back takes back."""
        if item_id != self.item:
            self.trail.visit(item_id)
            self._read(item_id)

    def introduce(self) -> None:
        """Read the course's introduction."""
        self.go_to(None)

    def step(self, by: int) -> None:
        """Go forward, or with a negative number back, through what was read."""
        if self.trail.can_step(by):
            self._read(self.trail.step(by))

    def back(self) -> None:
        """Go to what was read before."""
        self.step(-1)

    def forward(self) -> None:
        """Go again to what Back left."""
        self.step(1)

    def next(self) -> None:
        """Go to the next lesson."""
        before = self.item
        self._go_along(1)
        if before is not None:
            self.went_on.emit(before)

    def previous(self) -> None:
        """Go to the lesson before."""
        self._go_along(-1)

    def next_open(self) -> None:
        """Go to the next lesson that is not done or skipped, from the start again at the end."""
        progress = self._session.progress
        found = progress.next_open(self.item) if progress is not None else None
        if found is not None:
            self.go_to(found.id)

    def keep_place(self) -> None:
        """Remember what is read and how far down the page."""
        self._session.keep_place(self.item, self._pane.scrolled())

    def show_again(self) -> None:
        """Draw the page anew: the colours or the font have changed."""
        if self._session.course is not None and self._pages is not None:
            scroll, stays = self._pane.scrolled(), self._pane.is_where_it_came_to
            self._shown = None
            self._show(self._session.course, self.item)
            if not stays:
                self._pane.restore_scroll(scroll)

    def source(self, first: int | None, last: int | None) -> str:
        """Return the Markdown of the page from one block to another, None being its first."""
        return "" if self._pages is None else self._pages.source(self.item, first, last)

    def whole(self, look: "PageLook") -> str:
        """Return the page that is shown with a look, however long it is; "" before one is."""
        return "" if self._pages is None else self._pages.whole(self.item, look)

    def before(self) -> int:
        """Return how many lines of the course stand before the file that is shown."""
        return 0 if self._pages is None else self._pages.before(self.item)

    def show_anew(self) -> None:
        """Draw the page anew: there are other pictures."""
        if self._pages is not None:
            self._pages.forget()
        self.show_again()

    def follow(self, link: str) -> None:
        """Go where a link leads: within the course, to another file of it, or out to the web."""
        from coursetracker.markdown.tags import FOLD, HERE, MORE  # noqa: PLC0415  not to start

        url = QUrl(link)
        if url.scheme() in OUTSIDE:
            from PySide6.QtGui import QDesktopServices  # noqa: PLC0415  not needed to start

            QDesktopServices.openUrl(url)
        elif link.startswith((FOLD, MORE)):
            self._unfold(link)
        elif link.startswith(HERE):
            self._pane.scroll_to(link.removeprefix(HERE))
        elif not url.scheme():
            decoded = QUrl.ComponentFormattingOption.FullyDecoded
            self._follow_path(url.path(decoded), url.fragment(decoded))

    def _unfold(self, link: str) -> None:
        """Open or fold a passage of the page, or show more of it, and leave it where it is."""
        from coursetracker.markdown.tags import MORE  # noqa: PLC0415  not for the first paint

        if self._pages is None:
            return
        if link == MORE:
            self._pages.show_more(self.item)
        else:
            self._pages.toggle(self.item, link.partition(":")[2])
        self._pane.page.show_changed(self._pages.html(self.item, self._look()), link)

    def _look(self) -> "PageLook":
        page = self._pane.page
        return look_from_palette(page.palette(), page.font(), page.zoom)

    def _follow_path(self, path: str, fragment: str) -> None:
        course, pages = self._session.course, self._pages
        if course is None:
            return
        if isinstance(pages, Sheets):
            self._follow_within(course, pages, path, fragment)
            return
        target = page_below(course.source.parent, path) if path else course.source
        if target == course.source:
            self._follow_anchor(fragment)
        else:
            self._offer(target, path)

    def _offer(self, target: "Path | None", link: str) -> None:
        """Offer to open a file beside the course, or say why it cannot be."""
        if target is None:
            nowhere = QT_TRANSLATE_NOOP(
                "Problem",
                "The link “{link}” leads to nothing in this course's folder: it may be an old one.",
            )
            self.refused.emit(Problem(nowhere, link=link))
        elif target.suffix.lower() in COURSE_FILES:
            self.file_asked.emit(target)
        else:
            other = QT_TRANSLATE_NOOP(
                "Problem",
                "{name} is not written as Markdown. You can find it in the folder {folder}.",
            )
            self.refused.emit(Problem(other, name=target.name, folder=target.parent))

    def _follow_within(self, course: Course, pages: "Sheets", path: str, fragment: str) -> None:
        """Go to another file of a course of several, or to a place in this one."""
        here = pages.part(self.item)
        target = here.path
        if path:
            base = "" if path.startswith("/") else pages.folder(self.item)
            found = page_below(course.source, posixpath.join(base, path.lstrip("/")))
            if found is None:
                self._offer(None, path)
                return
            target = found.relative_to(course.source.resolve()).as_posix()
        if target == here.path:
            line = pages.line_of_anchor(fragment, self.item) if fragment else None
            self._pane.scroll_to("" if line is None else f"L{line}")
        elif pages.has(target):
            item = pages.item_of(target)
            self.go_to(None if item is None else item.id)
            line = pages.line_of_anchor(fragment, self.item) if fragment else None
            if line is not None:
                self._pane.scroll_to(f"L{line}")
        else:
            self._offer(found, path)

    def _follow_anchor(self, slug: str) -> None:
        """Go to the item in whose lines an anchor stands, and on its page to the anchor."""
        if not isinstance(self._pages, Pages) or self._session.course is None:
            return
        line = self._pages.line_of_anchor(slug)
        if line is None:
            return
        found = item_at(self._session.course.outline, line)
        self.go_to(found.id if found is not None else None)
        if self._pages.reveal(self.item, line):
            self._shown = None
            self._turn_to(self._session.course, found)
        self._pane.scroll_to(f"L{line}")

    def _go_along(self, by: int) -> None:
        if self._session.course is None:
            return
        found = neighbour(self._session.course.outline, self.item, by)
        if found is not None:
            self.go_to(found.id)

    def _read(self, item_id: int | None) -> None:
        self.item = item_id
        if self._session.course is not None:
            self._show(self._session.course, item_id)
        self.moved.emit(item_id)
        self.trail_changed.emit()

    def _show(self, course: Course, item_id: int | None) -> None:
        assert self._session.progress is not None  # noqa: S101
        item = self._item(course, item_id)
        self._pane.show_item(self._session.progress, course.title, item)
        self._pane.page.when_seen(partial(self._turn_to, course, item))

    def _turn_to(self, course: Course, item: Item | None) -> None:
        """Show an item's page, or only scroll where it is shown already."""
        if self._session.course is None:  # it was removed in another window meanwhile
            return
        item_id = item.id if item is not None else None
        try:
            pages = self._opened(course)
        except Problem as problem:
            self.refused.emit(problem)
            return
        span, anchor = pages.span(item_id), pages.anchor(item_id)
        folded = item is not None and pages.reveal(item_id)
        if span == self._shown and not folded:
            self._pane.scroll_to(anchor)
            return
        self._shown = span
        self._pane.show_page(pages.html(item_id, self._look()), anchor)

    def _item(self, course: Course, item_id: int | None) -> Item | None:
        return course.outline.item(item_id) if item_id is not None else None

    def _picture(self, local: Callable[[str], str | None]) -> Callable[[str], str | None]:
        """Return what knows pictures of the folder, and of the web where that is wanted."""

        def address(source: str) -> str | None:
            return local(source) or (self.web(source) if self.web is not None else None)

        return address

    def _opened(self, course: Course) -> "Pages | Sheets":
        if self._pages is None:
            several = course.kind is CourseKind.FOLDER
            folder = course.source if several else course.source.parent
            self._pane.page.set_folder(folder)

            def pictures(within: str = "") -> Callable[[str], str | None]:
                return self._picture(images(folder, within))

            ready = self._session.take_pages()
            if isinstance(ready, Sheets):
                ready.draw_with(pictures)
                self._pages = ready
            elif ready is not None:
                ready.draw_with(pictures())
                self._pages = ready
            elif several:
                self._pages = Sheets(course.outline, self._session.text(), pictures)
            else:
                self._pages = Pages(course.outline, self._session.text(), pictures())
        return self._pages


def neighbour(outline: Outline, item_id: int | None, by: int) -> Item | None:
    """Return the lesson after (1) or before (-1) an item in reading order, if there is one."""
    leaves = list(outline.leaves())
    if item_id is None:
        return leaves[0] if leaves and by > 0 else None
    place = {item.id: at for at, item in enumerate(outline.items)}
    here = place[item_id]
    if by > 0:
        return next((leaf for leaf in leaves if place[leaf.id] > here), None)
    return next((leaf for leaf in reversed(leaves) if place[leaf.id] < here), None)
