"""What happens away from the keyboard's place, told to screen readers in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coursetracker.ui import words
from coursetracker.ui.speaking import announce

if TYPE_CHECKING:
    from coursetracker.progress.rollup import Progress
    from coursetracker.ui.session import Course
    from coursetracker.ui.window import MainWindow


class Telling(QObject):
    """Tells of courses that were opened, of moves and of ticks.

    The views tell of their current row by themselves while they have the keyboard.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.session.course_opened.connect(self._tell_course)
        window.session.progress_changed.connect(self._tell_progress)
        window.reader.moved.connect(self._tell_move)

    def undone(self, what: str | None) -> None:
        """Tell what was taken back."""
        if what is not None:
            announce(self._window, self.tr("Undone: {what}").format(what=what))

    def redone(self, what: str | None) -> None:
        """Tell what was done again."""
        if what is not None:
            announce(self._window, self.tr("Done again: {what}").format(what=what))

    def _tell_course(self, course: "Course") -> None:
        progress = self._window.session.progress
        if progress is not None:
            told = self.tr("{title} is open, {count} done")
            count = words.count(progress.tally(None))
            announce(self._window, told.format(title=course.title, count=count))

    def _tell_move(self, item: int | None) -> None:
        if not self._window.outline.hasFocus():
            self._tell(item)

    def _tell_progress(self, _progress: "Progress", changed: frozenset[int]) -> None:
        item = self._window.reader.item
        views = (self._window.outline, self._window.checklist)
        if item in changed and not any(view.hasFocus() for view in views):
            self._tell(item)

    def _tell(self, item: int | None) -> None:
        progress = self._window.session.progress
        if progress is not None and item is not None and item in progress.outline:
            announce(self._window, words.spoken(progress, progress.outline.item(item)))
