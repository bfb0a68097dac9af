"""How lessons are found: told when a course is new, chosen in a dialog, applied as an update."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coursetracker.problems import Problem
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.quantities import Quantities
from coursetracker.ui.session import Before, Course, CourseKind, Session
from coursetracker.ui.translating import Translating

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coursetracker.course.outline import Outline
    from coursetracker.markdown import Document


class Choosing(QObject):
    """Asks how the lessons of the open course are to be found, and reads it so."""

    refused = Signal(object)  # Exception

    def __init__(
        self, session: Session, notice: NoticeBar, translating: Translating, window: "QWidget"
    ) -> None:
        super().__init__(window)
        self._session = session
        self._translating = translating
        self._notice = notice
        self._window = window
        session.admitted.connect(self._tell_evidence)

    @property
    def can_ask(self) -> bool:
        """Whether the open course has a text of its own to choose for."""
        course = self._session.course
        return course is not None and course.kind is not CourseKind.FOLDER

    def _tell_evidence(self, course: Course) -> None:
        """Say how the lessons of a new course were found, and offer to change that."""
        found = Quantities().evidence(course.outline.evidence)
        if course.kind is CourseKind.BUNDLED or not found:
            return
        sentence = self.tr("Lessons found by {evidence}.").format(evidence=found)
        choices = [(self.tr("Change…"), self.ask)] if self.can_ask else []
        offers = self._translating.offers()
        if offers:
            sentence += " " + self.tr("This course is also available in other languages:")
        self._notice.tell(sentence, [*choices, *offers], of_course=True)

    def ask(self) -> None:
        """Let the learner choose, and read the course as chosen."""
        if self.can_ask:
            self._attempt(self._ask)

    def _ask(self) -> None:
        from coursetracker.markdown import parse  # noqa: PLC0415  not needed to start
        from coursetracker.ui.shapes import ShapesDialog  # noqa: PLC0415  not needed to start

        started = self._session.before_update()
        course, document = started.course, parse(started.text)
        dialog = ShapesDialog(document, course.title, course.outline.choices, self._window)
        if dialog.exec():
            self._apply(started, document, dialog.outline)
        dialog.deleteLater()

    def _apply(self, started: Before, document: "Document", outline: "Outline") -> None:
        from coursetracker.course.changes import Edition  # noqa: PLC0415  not needed to start
        from coursetracker.course.choosing import reread  # noqa: PLC0415  not needed to start

        old = Edition.of(document, started.course.outline)
        update = reread(old, Edition.of(document, outline), started.lost)
        self._session.reread(started, update)
        lessons = Quantities().lessons(sum(1 for _ in outline.leaves()))
        sentence = self.tr("“{title}” is read as you chose: {lessons}.")
        undo = (self.tr("Undo"), partial(self._attempt, self._session.undo))
        title = started.course.title
        self._notice.tell(sentence.format(title=title, lessons=lessons), [undo])

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
