"""The middle of the window: what is being read, and the buttons that go with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.outline import Item, State
from coursetracker.progress.rollup import Check, Progress
from coursetracker.ui import words
from coursetracker.ui.icons import action_button, button_icon, icon_size
from coursetracker.ui.marks import TickBox, sign_of
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.outline_model import CHECK_STATES
from coursetracker.ui.page import PageView
from coursetracker.ui.proportions import Step, set_step
from coursetracker.ui.stacking import StackingRow
from coursetracker.ui.state_button import StateButton

if TYPE_CHECKING:
    from coursetracker.ui.changed import ChangedStrip


class ElidedLabel(QLabel):
    """A line of text that ends in an ellipsis where it is too long, and shows all as a tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)

    def show_text(self, text: str) -> None:
        """Show a text, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, elide, max(self.width(), 40))
        self.setText(shown)
        self.setToolTip(words.verbatim(self._whole) if shown != self._whole else "")


LETTERS = 20
"""So many letters of a title are seen at least."""
ABOVE = 10
"""So many pixels are seen above what is brought to the page's top."""


class LessonPane(QWidget):
    """A title line with the lesson's tick, the page below it and the note, notices in between."""

    tick_asked = Signal(object)  # id of the item
    state_asked = Signal(object, object)  # ids of the items, State
    next_asked = Signal()
    difference_asked = Signal(object)  # the item that changed since it was finished
    confirm_asked = Signal(object)  # the item that is still done
    note_asked = Signal()

    def __init__(self, page: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.notice = NoticeBar(self)
        self._item: Item | None = None
        self._changed: ChangedStrip | None = None
        self._came_to = 0
        self._restored: float | None = None
        self._where = ElidedLabel(self)
        self._where.setObjectName("breadcrumb")
        self._where.setForegroundRole(self._where.palette().ColorRole.PlaceholderText)
        self._title = ElidedLabel(self)
        self._title.setObjectName("lesson-title")
        set_step(self._title, Step.TITLE)
        self._done = TickBox(self.tr("Done"), self)
        self._done.setObjectName("lesson-done")
        self._done.clicked.connect(self._ask_for_tick)
        self._state = StateButton(self)
        self._state.state_asked.connect(self._ask_for_state)
        self._next = self._make_next_button()
        self._note = self._make_note_button()
        self._arrow_buttons: list[QToolButton] = []
        self._arrows = QHBoxLayout()
        self._arrows.setSpacing(0)
        self._lay_out()

    def _make_next_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setText(self.tr("Next"))
        button.setIcon(button_icon("chevron-right"))
        button.setIconSize(icon_size(button))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the picture stands behind
        button.setObjectName("next")
        button.setToolTip(self.tr("Go to the next lesson"))
        button.setAccessibleName(self.tr("Next lesson"))
        button.clicked.connect(self.next_asked)
        return button

    def _make_note_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("lesson-note")
        button.setText(" " + self.tr("Note"))  # which keeps it apart from the picture
        button.setToolTip(self.tr("Open your note on this lesson (Ctrl+N)"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(icon_size(button))
        button.setAutoRaise(True)
        button.clicked.connect(self.note_asked)
        return button

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self.notice)
        self._reading = QWidget(self)
        self._around = QVBoxLayout(self._reading)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.setSpacing(0)
        self._around.addWidget(self.page, 1)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.setObjectName("page-and-note")
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self._reading)
        column.addWidget(self.parts, 1)

    def _make_head(self) -> QWidget:
        """Return what stands over the page; a long title has a line of its own where it needs it.

        It is as high without the line above the title, which a course's introduction has not.
        """
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._where)
        names.addWidget(self._title)
        titled, acting = QWidget(self), QWidget(self)
        titles, acts = QHBoxLayout(titled), QHBoxLayout(acting)
        for row in (titles, acts):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
        titles.addStrut(self._where.sizeHint().height() + self._title.sizeHint().height())
        titles.addLayout(self._arrows)
        titles.addLayout(names, 1)
        for part in (self._note, self._done, self._state, self._next):
            acts.addWidget(part)
        titled.setMinimumWidth(LETTERS * self._title.fontMetrics().averageCharWidth())
        head = StackingRow(self)
        head.box.setContentsMargins(12, 8, 12, 8)
        head.box.setSpacing(12)
        head.add(titled, 1)
        head.add(acting)
        return head

    @property
    def order(self) -> tuple[QWidget, ...]:
        """The parts over the page that Tab goes through, in their order."""
        return *self._arrow_buttons, self._note, self._done, self._state, self._next

    def put_notice(self) -> None:
        """Put the bar that tells things over the page, from wherever it is now."""
        self._column.insertWidget(self._column.indexOf(self.parts), self.notice)

    def add_arrow(self, action: QAction) -> None:
        """Put a small button for an action in front of the title."""
        button = action_button(action, self)
        self._arrow_buttons.append(button)
        self._arrows.addWidget(button)

    def add_below(self, part: QWidget) -> None:
        """Put something below the page."""
        self._around.addWidget(part)

    def add_note(self, note: QWidget, divided: object) -> None:
        """Put the note below all that, as high as it was."""
        self.parts.addWidget(note)
        self.parts.setStretchFactor(0, 1)
        self.parts.setSizes([500, 240])
        if isinstance(divided, QByteArray):
            self.parts.restoreState(divided)

    def show_item(self, progress: Progress, course_title: str, item: Item | None) -> None:
        """Name what is being read and where it stands."""
        self._item = item
        for part in (self._where, self._done, self._note, self._state):
            part.setVisible(item is not None)
        if self._changed is not None:
            self._changed.hide()
        if item is None:
            self._title.show_text(course_title)
            return
        above = [each.title for each in progress.outline.ancestors(item.id)]
        self._where.show_text("  ›  ".join([course_title, *reversed(above)]))
        self._title.show_text(item.title)
        self.show_progress(progress)

    def show_progress(self, progress: Progress) -> None:
        """Show whether what is being read is done."""
        if self._item is None:
            return
        check = progress.check(self._item.id)
        with QSignalBlocker(self._done):
            self._done.setTristate(check is Check.SOME)
            self._done.setCheckState(CHECK_STATES[check])
        self._done.show_sign(sign_of(progress, self._item.id))
        state, leaf = progress.state(self._item.id), progress.outline.is_leaf(self._item.id)
        told = state if leaf and state is not State.NOT_STARTED else State.DONE
        self._done.setText(words.state_name(told))
        self._done.setAccessibleDescription(words.state_word(state))
        self._state.show_state(state)
        self._done.setAccessibleName(self.tr("{title}: done").format(title=self._item.title))
        self._show_note(has_note=progress.standing(self._item.id).has_note)
        self._show_changed(progress, self._item)

    def _show_note(self, *, has_note: bool) -> None:
        self._note.setIcon(button_icon("notebook-text" if has_note else "notebook-pen"))
        self._note.setAccessibleName(
            self.tr("Note: there is one") if has_note else self.tr("Note: none yet")
        )

    def _show_changed(self, progress: Progress, item: Item) -> None:
        if self._changed is None and item.id in progress.outdated:
            from coursetracker.ui.changed import ChangedStrip  # noqa: PLC0415  rarely needed

            self._changed = ChangedStrip(self)
            self._changed.difference_asked.connect(lambda: self.difference_asked.emit(self._item))
            self._changed.confirm_asked.connect(lambda: self.confirm_asked.emit(self._item))
            self._column.insertWidget(1, self._changed)
        if self._changed is not None:
            self._changed.show_progress(progress, item.id)

    def show_page(self, html: str, anchor: str) -> None:
        """Show a page and bring an anchor on it to the top; "" is the page's beginning."""
        self.page.show_page(html)
        self.scroll_to(anchor)

    def scroll_to(self, anchor: str) -> None:
        """Bring an anchor of the page that is shown to the top."""
        self._restored = None
        bar = self.page.verticalScrollBar()
        if anchor:
            self.page.scrollToAnchor(anchor)
            if bar.value() < bar.maximum():
                bar.setValue(bar.value() - ABOVE)
        else:
            bar.setValue(0)
        self.page.mark_place(anchor)
        self._came_to = bar.value()

    @property
    def is_where_it_came_to(self) -> bool:
        """Whether the learner has not scrolled since the last move."""
        return self.page.verticalScrollBar().value() == self._came_to

    def scrolled(self) -> float:
        """Return how far down the page the learner is, 0 to 1."""
        return self.page.share

    def restore_scroll(self, share: float) -> None:
        """Go as far down the page as `share` says, once it is laid out, unless somebody moves."""
        self._restored = share
        QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        if self._restored is not None:
            self.page.scroll_to_share(self._restored)
            self._restored = None

    def _ask_for_tick(self) -> None:
        if self._item is not None:
            self.tick_asked.emit(self._item.id)

    def _ask_for_state(self, state: State) -> None:
        if self._item is not None:
            self.state_asked.emit([self._item.id], state)
