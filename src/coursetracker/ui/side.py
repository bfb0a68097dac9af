"""The left column: the outline with its filter, what has changed, and Lost & found."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coursetracker.problems import Problem
from coursetracker.progress.filters import Facts, Only, let_through
from coursetracker.progress.rollup import Progress
from coursetracker.ui.filter_row import FilterRow, NothingFound
from coursetracker.ui.outline_model import OutlineModel
from coursetracker.ui.outline_view import OutlineView

if TYPE_CHECKING:
    from coursetracker.progress.lost import LostItem
    from coursetracker.ui.changed import ChangedBar
    from coursetracker.ui.filtering import TitleFilter
    from coursetracker.ui.lost import LostPanel


class SideColumn(QWidget):
    """Holds the outline; what stands over and under it is made when it is needed first."""

    confirm_asked = Signal()  # that all lessons which changed are still done
    attach_asked = Signal(object)  # LostItem, to the lesson that is read
    attach_to_asked = Signal(object, object)  # LostItem, id of an item
    let_go_asked = Signal(object)  # LostItem
    refused = Signal(object)  # Problem

    def __init__(
        self,
        model: OutlineModel,
        facts: Callable[[], Facts],
        parent: QWidget | None = None,
    ) -> None:
        """`facts` says what filters know besides the progress; it may raise Problem."""
        super().__init__(parent)
        self.outline = OutlineView(model, self)
        self.filters = FilterRow(self)
        self.field = self.filters.field
        self.changed: ChangedBar | None = None
        self.lost: LostPanel | None = None
        self._facts = facts
        self._progress: Progress | None = None
        self._titles: TitleFilter | None = None
        self._model = model
        self._shown: Collection[int] | None = None  # None: all items
        self._staying: set[int] = set()
        self._nothing: NothingFound | None = None
        self._waiting: dict[int, LostItem] = {}
        model.attach_asked.connect(self._attach_to)
        self.filters.changed.connect(self._filter_anew)
        self.filters.left.connect(self._leave_filters)
        self.outline.all_asked.connect(self.filters.show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.filters)
        self._column.addWidget(self.outline, 1)

    def ask_filter(self) -> None:
        """Let the learner type what is looked for."""
        self.field.setFocus()
        self.field.selectAll()

    def _leave_filters(self) -> None:
        """Go on to the outline, or to the way out where nothing is found."""
        if self._nothing is not None and not self._nothing.isHidden():
            self._nothing.take_focus()
        else:
            self.outline.stand_on_first(self._shown or ())
            self.outline.setFocus()

    def show_course(self, progress: Progress) -> None:
        """Show another course, or the same one after an update."""
        self._titles = None
        self._show_changed(progress)
        self._filter_anew()

    def show_progress(self, progress: Progress, changed: frozenset[int]) -> None:
        """Show new progress in the same outline.

        Rows that the filter lets through no more stay, so that none goes from under the hand;
        they are gone when the outline is filtered anew.
        """
        if self._shown is not None:
            self._staying |= changed.intersection(self._shown)
        self._show_changed(progress)
        wanted = self._wanted(progress)
        if wanted == self._shown:
            self._model.update(progress, changed)
        else:
            self._show(progress, wanted)

    def _show_changed(self, progress: Progress) -> None:
        self._progress = progress
        if self.changed is None and progress.outdated:
            from coursetracker.ui.changed import ChangedBar  # noqa: PLC0415  rarely needed

            self.changed = ChangedBar(self)
            self.changed.filter_asked.connect(self._filter_changed)
            self.changed.confirm_asked.connect(self.confirm_asked)
            self._column.insertWidget(0, self.changed)
        if self.changed is not None:
            self.changed.show_progress(progress)

    def _filter_changed(self, wanted: bool) -> None:  # noqa: FBT001  a slot
        """Let only lessons that changed be seen, or all again."""
        if wanted or self.filters.only() is Only.CHANGED:
            self.filters.choose(Only.CHANGED if wanted else Only.ALL)

    def _filter_anew(self) -> None:
        self._staying.clear()
        if self.changed is not None:
            self.changed.show_filtering(filtering=self.filters.only() is Only.CHANGED)
        if self._progress is not None:
            self._show(self._progress, self._wanted(self._progress))

    def _show(self, progress: Progress, wanted: Sequence[int] | None) -> None:
        self._shown = wanted
        self.outline.show_progress(progress, wanted)
        nothing = wanted is not None and not wanted
        if self._nothing is None and nothing:
            self._nothing = NothingFound(self)
            self._nothing.all_asked.connect(self.filters.show_all)
            self._column.insertWidget(self._column.indexOf(self.outline), self._nothing)
        if self._nothing is not None:
            self._nothing.setVisible(nothing)
        if QAccessible.isActive():  # counting takes a while among many
            self.filters.say_found(None if wanted is None else self._lessons_in(progress, wanted))

    def _lessons_in(self, progress: Progress, wanted: Sequence[int]) -> int:
        return sum(1 for item_id in wanted if progress.outline.is_leaf(item_id))

    def _wanted(self, progress: Progress) -> Sequence[int] | None:
        """Return the items that the filters let through, in reading order; None for all."""
        words, only = self.filters.words(), self.filters.only()
        if not words and only is Only.ALL:
            return None
        items = progress.outline.items
        found: Sequence[int] = [item.id for item in items]
        if words:
            if self._titles is None:
                from coursetracker.ui.filtering import TitleFilter  # noqa: PLC0415  not to start

                self._titles = TitleFilter(items)
            found = self._titles.found(words)
        if only is Only.ALL:
            return found
        try:
            through = let_through(only, progress, self._facts()) | self._staying
        except Problem as problem:
            self.refused.emit(problem)
            return found
        return [item for item in found if item in through]

    # Lost & found

    def show_lost(self, lost: Sequence["LostItem"]) -> None:
        """Show what waits for a new home."""
        self._waiting = {each.item.id: each for each in lost}
        if self.lost is None and lost:
            from coursetracker.ui.lost import LostPanel  # noqa: PLC0415  rarely needed

            self.lost = LostPanel(self)
            self.lost.attach_asked.connect(self.attach_asked)
            self.lost.let_go_asked.connect(self.let_go_asked)
            self._column.addWidget(self.lost)
        if self.lost is not None:
            self.lost.show_lost(lost)

    def _attach_to(self, lost: int, item: int) -> None:
        if lost in self._waiting:
            self.attach_to_asked.emit(self._waiting[lost], item)
