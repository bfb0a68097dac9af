"""Whether the open course may load its pictures from the web: no, until the learner says so."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from coursetracker.ui.live import LivePage
from coursetracker.ui.reader import Reader
from coursetracker.ui.session import Course, Session

if TYPE_CHECKING:
    from coursetracker.ui.remote import RemotePictures


class Illustrating(QObject):
    """Turns loading pictures on and off, course by course."""

    def __init__(self, session: Session, reader: Reader, page: LivePage, folder: Path) -> None:
        super().__init__(page)
        self._session = session
        self._reader = reader
        self._page = page
        self._folder = folder
        self._remote: RemotePictures | None = None
        self.action: QAction | None = None
        page.page_shown.connect(self._fetch)

    def begin(self, course: Course) -> None:
        """Do as the learner wanted it for a course, before its first page is shown."""
        self._use(course, wanted=self._session.loads_pictures())

    def toggle(self) -> None:
        """Load the pictures of the open course from now on, or no longer; show its page so.

        Raises Problem where that cannot be kept.
        """
        course = self._session.course
        if course is None:
            return
        wanted = self._remote is None
        try:
            self._session.load_pictures(wanted)
        finally:
            self._use(course, wanted=self._session.loads_pictures())
        self._reader.show_anew()

    def stop(self) -> None:
        """Fetch no more."""
        if self._remote is not None:
            self._remote.stop()

    def _use(self, course: Course, *, wanted: bool) -> None:
        self.stop()
        self._remote, self._reader.web = None, None
        if wanted:
            from coursetracker.ui.remote import RemotePictures  # noqa: PLC0415  rarely needed

            self._remote = RemotePictures(self._folder / course.uid, self)
            self._remote.arrived.connect(self._reader.show_anew)
            self._reader.web = self._remote.address
            self._page.web_folder = self._remote.folder
        if self.action is not None:
            self.action.setChecked(wanted)

    def _fetch(self) -> None:
        if self._remote is not None:
            self._remote.fetch()
