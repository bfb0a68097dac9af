"""What was done in the open course, as far back as it goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coursetracker.library import history, record
from coursetracker.library.database import Connection
from coursetracker.progress.past import Entry

if TYPE_CHECKING:
    from coursetracker.ui.session.session import Session


class Past:
    """Reads the history of the open course in pages, and takes back or does again any of it."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session

    def newest(self) -> int:
        """Return the id of the event that came last."""
        return history.newest_event(self._db)

    def page(self, before: int | None = None) -> Sequence[Entry]:
        """Return the entries before an event, or the last ones, the newest first."""
        course = self._session.course
        return () if course is None else history.page(self._db, course.id, before)

    def since(self, event_id: int) -> Sequence[Entry]:
        """Return the entries that are new or otherwise since an event came."""
        course = self._session.course
        return () if course is None else history.since(self._db, course.id, event_id)

    def take_back(self, entry: Entry, words: str) -> None:
        """Take an action back, whatever came after it; Undo does it again.

        Raises Problem where that cannot be kept, or where it is taken back already.
        """
        self._session.did(record.undo(self._db, entry.action, self._session.now()), words)

    def do_again(self, entry: Entry, words: str) -> None:
        """Let an action hold again that was taken back; Undo takes it back again.

        Raises Problem where that cannot be kept, or where it holds already.
        """
        self._session.did(record.redo(self._db, entry.action, self._session.now()), words)
