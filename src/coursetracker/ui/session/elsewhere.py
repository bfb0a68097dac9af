"""Other programs on the same library: another window, or one on another computer."""

from typing import TYPE_CHECKING

from coursetracker.library import meanwhile, settings
from coursetracker.library.database import Connection, folder_of
from coursetracker.library.meanwhile import News
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

if TYPE_CHECKING:
    from coursetracker.library.courses import Course
    from coursetracker.ui.session.session import Session

_CHANGED = QT_TRANSLATE_NOOP(
    "Problem",
    "This course was changed in another window in the meantime, so nothing was done. It is shown "
    "as it is now; try again.",
)
_REMOVED = QT_TRANSLATE_NOOP(
    "Problem",
    "The course “{title}” was removed in another window. "
    "Undo there brings it back for 30 days; its file can be opened again at any time.",
)
_SYNCED = QT_TRANSLATE_NOOP(
    "Problem",
    "Your progress is kept in {folder}, which {service} synchronises: two computers can damage it "
    "there. Close the program, move that folder elsewhere, and start with --data-dir and its new "
    "place. To work on two computers, export on one and import on the other.",
)


class Elsewhere:
    """Shows in the open course what other programs have done to it."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session
        self._version = meanwhile.version(db)
        self._look = meanwhile.look(db)
        self._settings: dict[str, str] = {}
        self.own: str | None = None  # the action that was kept last

    def begin(self, course: "Course") -> None:
        """Take note of a course that is opened; what was done since the last look is seen yet."""
        self._settings = settings.course_settings(self._db, course.id)

    def begin_anew(self) -> None:
        """Take the library as it is now for known: this program has put it there itself."""
        self._version = meanwhile.version(self._db)
        self._look = meanwhile.look(self._db)
        self.own = None

    def catch_up(self) -> bool:
        """Show what others have done, and return whether they have done anything.

        Raises Problem where the library cannot be read.
        """
        version = meanwhile.version(self._db)
        if version == self._version:
            return False
        self._follow()
        self._version = version
        return True

    def expect_same(self) -> None:
        """Raise Problem where the open course is another one by now; it is shown then."""
        version = meanwhile.version(self._db)
        if version == self._version:
            return
        is_same = self._follow()
        self._version = version
        if not is_same:
            raise Problem(_CHANGED)

    def _follow(self) -> bool:
        """Show what there is to show, and return whether the course is still what it was."""
        session = self._session
        course = session.course
        if course is None:
            self._look = meanwhile.look(self._db)
            return True
        news = meanwhile.news(self._db, course, self._look, self.own)
        self._look = news.now
        if news.is_gone or news.is_another:
            self.own = None
        if news.is_gone:
            session.be_without()
            session.noticed.emit(Problem(_REMOVED, title=course.title))
            return False
        if news.is_another:
            session.renew(course.id)
        else:
            self._take_over(news)
        self._tell_settings(course)
        return not news.is_another

    def _take_over(self, news: News) -> None:
        progress = self._session.progress
        standings = news.standings or {}
        if progress is None:
            return
        others = {
            item: standing
            for item, standing in standings.items()
            if item in news.noted or progress.standing(item) != standing
        }
        if others:
            self._session.show_standings(others)

    def _tell_settings(self, course: "Course") -> None:
        now = settings.course_settings(self._db, course.id)
        before, self._settings = self._settings, now
        for name in sorted(before.keys() | now.keys()):
            if before.get(name) != now.get(name):
                self._session.setting_changed.emit(name)

    def warning(self) -> Problem | None:
        """Return what to tell of a library in a folder that is synchronised."""
        from coursetracker.library.places import synced_by  # noqa: PLC0415  not needed to start

        folder = folder_of(self._db)
        service = synced_by(folder)
        return None if service is None else Problem(_SYNCED, folder=folder, service=service)
