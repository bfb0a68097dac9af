"""What the learner notes beside the lessons of the open course."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from coursetracker.library import notes
from coursetracker.library.database import Connection
from coursetracker.problems import Problem

if TYPE_CHECKING:
    from coursetracker.export.appendix import Noted
    from coursetracker.progress.lost import LostItem
    from coursetracker.ui.session.session import Session


class Notes:
    """Keeps notes while they are typed, and makes each edit one action once that ends."""

    def __init__(self, db: Connection, session: "Session") -> None:
        self._db = db
        self._session = session
        self._drafts: dict[int, str] = {}

    def text(self, item: int) -> str:
        """Return the note of an item as it was typed last; empty where there is none."""
        return notes.note(self._db, item)

    def all(self) -> dict[int, str]:
        """Return all notes of the open course by their items, those of lost ones too."""
        course = self._session.course
        return {} if course is None else notes.notes(self._db, course.id)

    def to_report(self, lost: "Sequence[LostItem]") -> "tuple[Noted, ...]":
        """Return the notes of the open course for a report, those of what is lost at the end."""
        from coursetracker.export.appendix import noted  # noqa: PLC0415  not needed to start

        self._session.settling.emit()
        progress = self._session.progress
        return () if progress is None else noted(progress.outline, self.all(), lost)

    def keep_draft(self, item: int, text: str) -> None:
        """Keep what is typed so far. Raises Problem where that cannot be kept."""
        before = self._drafts.get(item)
        notes.keep_draft_over(self._db, item, before, text, self._session.now())
        self._drafts[item] = text

    def settle(self) -> None:
        """Let what was typed into the notes of the open course be actions that can be undone.

        Raises Problem where that cannot be kept; what was typed is still there then.
        """
        course, session = self._session.course, self._session
        if course is None:
            return
        for item in notes.drafts(self._db, course.id):
            recorded = notes.settle(self._db, item, session.now())
            if recorded is not None:
                session.did(recorded, self._words(item))

    def settle_left(self) -> None:
        """Take in what a program that was killed has left; where that fails, later."""
        try:
            self.settle()
        except Problem as problem:
            self._session.noticed.emit(problem)

    def _words(self, item: int) -> str:
        outline = self._session.progress.outline if self._session.progress else None
        if outline is None or item not in outline:
            return QCoreApplication.translate("Session", "edit a note")
        words = QCoreApplication.translate("Session", "edit the note of “{title}”")
        return words.format(title=outline.item(item).title)
