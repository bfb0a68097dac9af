"""The boxes on the page: they show the learner's ticks, and a click ticks the lesson."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from coursetracker.course.outline import Outline
from coursetracker.ui.live import LivePage
from coursetracker.ui.marks import sign_of
from coursetracker.ui.session import Session


class Ticking(QObject):
    """Goes between the boxes of the page, which know source lines, and the course's items."""

    tick_asked = Signal(object)  # id of the item

    def __init__(self, session: Session, page: LivePage, before: Callable[[], int]) -> None:
        """`before` says how many lines of the course stand before the file that is shown."""
        super().__init__(page)
        self._before = before
        self._session = session
        self._page = page
        self._outline: Outline | None = None
        self._by_line: Mapping[int, int] = {}
        page.page_shown.connect(self.show)
        page.tick_asked.connect(self._ask)
        session.progress_changed.connect(self.show)

    def show(self) -> None:
        """Show on the page what is done; what the author has ticked is only how it began."""
        progress = self._session.progress
        tasks = self._page.tasks()
        if progress is None or not tasks:
            return
        items, before = self._items(progress.outline), self._before()
        known = {line: items[line + before] for line in tasks if line + before in items}
        self._page.show_ticks({line: sign_of(progress, item) for line, item in known.items()})

    def _ask(self, line: int) -> None:
        if self._session.progress is not None:
            item = self._items(self._session.progress.outline).get(line + self._before())
            if item is not None:
                self.tick_asked.emit(item)

    def _items(self, outline: Outline) -> Mapping[int, int]:
        """Return the items by the lines where they begin, the innermost of each line."""
        if outline is not self._outline:
            self._outline = outline
            self._by_line = {item.line: item.id for item in outline.items}
        return self._by_line
