"""What can be done to the courses of the library, whether they are open or not."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coursetracker.library import courses, shelf
from coursetracker.library.database import Connection
from coursetracker.library.shelf import Removed, Shelved
from coursetracker.library.sources import Source
from coursetracker.problems import Problem

if TYPE_CHECKING:
    from coursetracker.ui.session.session import Session


class Shelf:
    """All courses; where one is open, the session hears of what is done to it."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session

    def courses(self) -> Sequence[Shelved]:
        """Return all courses with how far each is, the last opened first."""
        return shelf.shelf(self._db)

    def rename(self, course_id: int, title: str | None) -> None:
        """Give a course a name of the learner's; None takes the author's back."""
        shelf.rename(self._db, course_id, title)
        self._session.renew(course_id)

    def archive(self, course_id: int, *, archived: bool) -> None:
        """Put a course out of the way, or bring it back."""
        shelf.archive(self._db, course_id, self._session.now() if archived else None)

    def expect_free(self, path: Path, course_id: int) -> None:
        """Raise Problem where a file belongs to another course than this one."""
        shelf.expect_free(self._db, path, course_id)

    def has_text(self, course_id: int, source: Source) -> bool:
        """Return whether a file says what the learner accepted of a course."""
        return courses.course_text(self._db, course_id) == source.text

    def locate(self, course_id: int, path: Path) -> None:
        """Say where the file of a course is now; its text has to be the same."""
        shelf.locate(self._db, course_id, path)
        self._session.renew(course_id)

    def remove(self, course_id: int) -> None:
        """Take a course off the shelf, and close it where it is the open one."""
        is_open = self._session.leave(course_id)
        shelf.remove(self._db, course_id, self._session.now())
        if is_open:
            self._session.be_without()

    def restore(self, course_id: int) -> bool:
        """Bring a removed course back, and return whether its file is its own again."""
        return shelf.restore(self._db, course_id)

    def removed(self) -> Sequence[Removed]:
        """Return the courses that can come back, the one removed last at the end."""
        return shelf.removed_courses(self._db)

    def forget_removed(self) -> None:
        """Delete the courses that were removed long ago; where that fails, a later start does."""
        with suppress(Problem):
            shelf.forget_removed(self._db, self._session.now())
