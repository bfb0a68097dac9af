"""Saying how far one is: with what is read, or with all that is chosen in the outline."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from coursetracker.course.outline import State
from coursetracker.problems import Problem
from coursetracker.progress.marking import common_state
from coursetracker.ui import words
from coursetracker.ui.outline_view import OutlineView
from coursetracker.ui.reader import Reader
from coursetracker.ui.session import Session


class Marking(QObject):
    """Marks what the learner means; several rows that are chosen go before what is read."""

    refused = Signal(object)  # Exception

    def __init__(self, session: Session, outline: OutlineView, reader: Reader) -> None:
        super().__init__(outline)
        self._session = session
        self._outline = outline
        self._reader = reader
        outline.ticks_asked.connect(self._toggle)

    def meant(self) -> Sequence[int]:
        """Return the items that a command is about."""
        chosen = self._outline.chosen_ids()
        if len(chosen) > 1:
            return chosen
        return [] if self._reader.item is None else [self._reader.item]

    def toggle(self) -> None:
        """Tick or untick what is meant."""
        self._toggle(self.meant())

    def cycle(self) -> None:
        """Give what is meant its next state."""
        self._attempt(partial(self._session.marks.cycle, self.meant()))

    def set_state(self, state: State) -> None:
        """Give what is meant a state."""
        self.mark(self.meant(), state)

    def mark(self, items: Sequence[int], state: State) -> None:
        """Give items a state."""
        self._attempt(partial(self._session.marks.set_state, items, state))

    def add_to(self, menu: QMenu, item_id: int) -> None:
        """Put the states into the menu of a row, for all rows that are chosen with it."""
        chosen = self._outline.chosen_ids()
        items = chosen if item_id in chosen else [item_id]
        progress = self._session.progress
        now = None if progress is None else common_state(progress, items)
        for state in State:
            action = menu.addAction(words.state_name(state), partial(self.mark, items, state))
            action.setCheckable(True)
            action.setChecked(state is now)
        menu.addSeparator()

    def _toggle(self, items: Sequence[int]) -> None:
        self._attempt(partial(self._session.marks.toggle, items))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
