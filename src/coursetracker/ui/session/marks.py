"""How far the learner says to be with lessons: one, many, or whole sections at once."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coursetracker.course.outline import Item, State
from coursetracker.library import record, settings
from coursetracker.library.database import Connection
from coursetracker.progress import marking
from coursetracker.progress.standings import Change, EventKind

if TYPE_CHECKING:
    from coursetracker.ui.session.session import Session

BEGINS = "begin lessons that are read"
OFFERS = "offer done at next"
OPENED = "opened"
"""What an event says that came of reading alone, not of the learner's word."""


class Marks(QObject):
    """Marks lessons of the open course, each time as one action that can be undone."""

    def __init__(self, db: Connection, session: "Session") -> None:
        super().__init__(session)
        self._db = db
        self._session = session

    def toggle(self, items: Sequence[int]) -> None:
        """Tick items, or untick them where all that counts under them is done.

        Raises Problem where that cannot be kept, as all of these do; nothing has changed then.
        """
        if self._session.progress is not None and items:
            state = marking.ticked(self._session.progress, items)
            self.set_state(items, state, spared=(State.SKIPPED,))

    def cycle(self, items: Sequence[int]) -> None:
        """Give items the state that comes after theirs."""
        if self._session.progress is not None and items:
            self.set_state(items, marking.next_state(self._session.progress, items))

    def set_state(
        self, items: Sequence[int], state: State, spared: Collection[State] | None = None
    ) -> None:
        """Set the state of the leaves that a choice of items means.

        Under an item with lessons of several states, those in a state of `spared` keep it; None
        spares what this state is not meant for (`progress.marking.SPARED`).
        """
        progress = self._session.progress
        if progress is None:
            return
        leaves = marking.to_mark(progress, items, state, spared)
        if leaves:
            changes = [Change(leaf.id, EventKind.STATE, _value(state, leaf)) for leaf in leaves]
            self._session.elsewhere.expect_same()
            recorded = record.record(self._db, changes, self._session.now())
            self._session.did(recorded, self._words(items, leaves, state))

    def _words(self, items: Sequence[int], leaves: Sequence[Item], state: State) -> str:
        """Return what was marked: the one item that was chosen, or how many lessons."""
        count = len(leaves)
        one, many = {
            State.NOT_STARTED: (
                self.tr("mark “{title}” not done"),
                self.tr("mark %Ln lessons not done", "", count),
            ),
            State.IN_PROGRESS: (
                self.tr("mark “{title}” in progress"),
                self.tr("mark %Ln lessons in progress", "", count),
            ),
            State.DONE: (
                self.tr("mark “{title}” done"),
                self.tr("mark %Ln lessons done", "", count),
            ),
            State.SKIPPED: (self.tr("skip “{title}”"), self.tr("skip %Ln lessons", "", count)),
        }[state]
        assert self._session.progress is not None  # noqa: S101
        named = items[0] if len(items) == 1 else leaves[0].id
        if len(items) == 1 or count == 1:
            return one.format(title=self._session.progress.outline.item(named).title)
        return many

    # By reading

    def begin(self, item_id: int) -> None:
        """Let a lesson that is read be in progress, if it was never touched.

        The history knows it, and can take it back; Undo does not, as nobody asked for it.
        """
        if self._state(item_id) is State.NOT_STARTED:
            value = {"state": State.IN_PROGRESS.value, "from": OPENED}
            change = Change(item_id, EventKind.STATE, value)
            self._session.happened(record.record(self._db, [change], self._session.now()))

    def can_be_done(self, item_id: int) -> bool:
        """Return whether an item is a lesson of the open course, neither done nor skipped."""
        return self._state(item_id) in (State.NOT_STARTED, State.IN_PROGRESS)

    def _state(self, item_id: int) -> State | None:
        """Return the state of a lesson of the open course; None for any other item."""
        progress = self._session.progress
        if progress is None or item_id not in progress.outline:
            return None
        return progress.state(item_id) if progress.outline.is_leaf(item_id) else None

    def wants(self, name: str) -> bool:
        """Return whether the learner wants what is kept under a name; so does one never asked."""
        return settings.setting(self._db, name) != "no"

    def want(self, name: str, wanted: bool) -> None:  # noqa: FBT001
        """Keep whether the learner wants something."""
        settings.keep_setting(self._db, name, "yes" if wanted else "no")


def _value(state: State, item: Item) -> dict[str, object]:
    """Return what is recorded: a lesson that is done remembers the text it was done with."""
    if state is State.DONE:
        return {"state": state.value, "body": item.body_sha256}
    return {"state": state.value}
