"""What follows from reading: a lesson is in progress, and at Next it may be done."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from coursetracker.course.outline import State
from coursetracker.problems import Problem
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.notice import Choice
from coursetracker.ui.opening import Opening
from coursetracker.ui.reader import Reader
from coursetracker.ui.session import BEGINS, OFFERS, Session

READING = 10_000
"""Milliseconds after which a lesson that stays open is being read, and not only passed by."""


class Attending(QObject):
    """Notices what is read. Nothing is asked twice of a lesson while the program runs."""

    refused = Signal(object)  # Exception

    def __init__(
        self, session: Session, reader: Reader, pane: LessonPane, opening: Opening
    ) -> None:
        super().__init__(reader)
        self._session = session
        self._opening = opening
        self._reader = reader
        self._pane = pane
        self._actions: Mapping[str, QAction] = {}
        self._read: set[int] = set()
        self._offered: set[int] = set()
        self._offer: tuple[int, str] | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(READING)
        self.timer.timeout.connect(self._attend)
        reader.moved.connect(self._watch)
        reader.went_on.connect(self._leave)
        session.progress_changed.connect(self._drop_answered)

    def begin(self, actions: Mapping[str, QAction]) -> None:
        """Show in the menu what the learner wants."""
        self._actions = actions
        self._show_choices()

    def toggle_beginning(self) -> None:
        """Let lessons that are read be in progress, or no more."""
        self._toggle(BEGINS)

    def toggle_offering(self) -> None:
        """Ask at Next whether a lesson is done, or no more."""
        self._toggle(OFFERS)

    def _toggle(self, name: str) -> None:
        marks = self._session.marks
        self._attempt(lambda: marks.want(name, not marks.wants(name)))
        self._show_choices()

    def _show_choices(self) -> None:
        self._attempt(partial(self._show_choice, BEGINS, "begin-reading"))
        self._attempt(partial(self._show_choice, OFFERS, "offer-done"))

    def _show_choice(self, name: str, action: str) -> None:
        self._actions[action].setChecked(self._session.marks.wants(name))

    # Reading

    def _watch(self) -> None:
        """Begin to count anew: another lesson is open."""
        self._withdraw()
        self.timer.start()

    def _attend(self) -> None:
        """Take what is open for being read, if it can be seen.

        Not while a course is taken in: the library would have to be waited for.
        """
        item = self._reader.item
        unseen = not self._pane.isVisible() or self._pane.window().isMinimized()
        if unseen or self._opening.is_busy:
            self.timer.start()
        elif item is not None and item not in self._read:
            self._read.add(item)
            self._attempt(partial(self._begin, item))

    def _begin(self, item: int) -> None:
        if self._session.marks.wants(BEGINS):
            self._session.marks.begin(item)

    # Going on

    def _leave(self, item: int) -> None:
        """Ask about a lesson that was read and is left, where nothing else is being told."""
        if item in self._read and item not in self._offered and self._pane.notice.isHidden():
            self._attempt(partial(self._ask, item))

    def _ask(self, item: int) -> None:
        marks, progress = self._session.marks, self._session.progress
        if progress is None or not marks.can_be_done(item) or not marks.wants(OFFERS):
            return
        self._offered.add(item)
        sentence = self.tr("Is “{title}” done?").format(title=progress.outline.item(item).title)
        choices: list[Choice] = [
            (self.tr("Mark &done"), partial(self._mark_done, item)),
            (self.tr("Not now"), self._pane.notice.hide),
            (self.tr("Do not ask"), self.toggle_offering),
        ]
        self._pane.notice.tell(sentence, choices, of_course=True)
        self._offer = item, sentence

    def _mark_done(self, item: int) -> None:
        self._attempt(partial(self._session.mark, item, State.DONE))

    def _drop_answered(self) -> None:
        """Take the question away once the lesson was marked in another way."""
        if self._offer is not None and not self._session.marks.can_be_done(self._offer[0]):
            self._withdraw()

    def _withdraw(self) -> None:
        """Take the question away, if it is still what is told."""
        if self._offer is not None and self._pane.notice.text() == self._offer[1]:
            self._pane.notice.hide()
        self._offer = None

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
