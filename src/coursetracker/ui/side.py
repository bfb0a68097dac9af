"""The left column: the outline with its filter, what has changed, and Lost & found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coursetracker.progress.rollup import Progress
from coursetracker.ui.outline_model import OutlineModel
from coursetracker.ui.outline_view import OutlineView

if TYPE_CHECKING:
    from coursetracker.progress.lost import LostItem
    from coursetracker.ui.changed import ChangedBar
    from coursetracker.ui.filtering import TitleFilter
    from coursetracker.ui.lost import LostPanel

_PRESSED = QEvent.Type.KeyPress


class SideColumn(QWidget):
    """Holds the outline; what stands over and under it is made when it is needed first."""

    confirm_asked = Signal()  # that all lessons which changed are still done
    attach_asked = Signal(object)  # LostItem, to the lesson that is read
    attach_to_asked = Signal(object, object)  # LostItem, id of an item
    let_go_asked = Signal(object)  # LostItem

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineView(model, self)
        self.changed: ChangedBar | None = None
        self.lost: LostPanel | None = None
        self._progress: Progress | None = None
        self._filtering = False
        self._titles: TitleFilter | None = None
        self._model = model
        self._shown: frozenset[int] = frozenset()
        self._waiting: dict[int, LostItem] = {}
        model.attach_asked.connect(self._attach_to)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._make_field()
        self._column.addWidget(self.outline, 1)

    def _make_field(self) -> None:
        self.field = QLineEdit(self)
        self.field.setObjectName("outline-filter")
        self.field.setPlaceholderText(self.tr("Filter lessons"))
        self.field.setAccessibleName(self.tr("Filter lessons by words in their titles"))
        self.field.setClearButtonEnabled(True)
        self.field.setTextMargins(4, 2, 4, 2)
        self.field.textChanged.connect(self._show_outline)
        self.field.installEventFilter(self)
        around = QVBoxLayout()
        around.setContentsMargins(6, 6, 6, 6)
        around.addWidget(self.field)
        self._column.addLayout(around)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the field by Escape, which empties it, and by the keys that go on downwards."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == _PRESSED:
            if event.key() == Qt.Key.Key_Escape:
                self.field.clear()
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return):
                self.outline.setFocus()
                return True
        return super().eventFilter(watched, event)

    def ask_filter(self) -> None:
        """Let the learner type what is looked for."""
        self.field.setFocus()
        self.field.selectAll()

    def show_course(self, progress: Progress) -> None:
        """Show another course, or the same one after an update."""
        self._titles = None
        self._show_changed(progress)
        self._show_outline()

    def show_progress(self, progress: Progress, changed: frozenset[int]) -> None:
        """Show new progress in the same outline."""
        self._show_changed(progress)
        if self._filtering and not changed.isdisjoint(self._shown - progress.outdated):
            self._show_outline()
        else:
            self._model.update(progress, changed)

    def _show_changed(self, progress: Progress) -> None:
        self._progress = progress
        if self.changed is None and progress.outdated:
            from coursetracker.ui.changed import ChangedBar  # noqa: PLC0415  rarely needed

            self.changed = ChangedBar(self)
            self.changed.filter_asked.connect(self._filter)
            self.changed.confirm_asked.connect(self.confirm_asked)
            self._column.insertWidget(0, self.changed)
        if self.changed is not None:
            self.changed.show_progress(progress)

    def _filter(self, only: bool) -> None:  # noqa: FBT001  a slot
        self._filtering = only
        self._show_outline()

    def _show_outline(self) -> None:
        if self._progress is None:
            return
        current = self.outline.current_id()
        self._shown = self._progress.outdated
        self.outline.show_progress(self._progress, self._wanted(self._progress))
        self.outline.go_to(current)

    def _wanted(self, progress: Progress) -> Sequence[int] | None:
        """Return the items that the filters let through, in reading order; None for all."""
        words = self.field.text().strip()
        if not words and not self._filtering:
            return None
        items = progress.outline.items
        found: Sequence[int] = [item.id for item in items]
        if words:
            if self._titles is None:
                from coursetracker.ui.filtering import TitleFilter  # noqa: PLC0415  not to start

                self._titles = TitleFilter(items)
            found = self._titles.found(words)
        return [i for i in found if i in self._shown] if self._filtering else found

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
