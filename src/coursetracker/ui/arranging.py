"""Having a course otherwise than its author wrote it; the file is never touched."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from coursetracker.course.outline import Item, Kind
from coursetracker.problems import Problem
from coursetracker.progress.standings import EventKind
from coursetracker.ui import words
from coursetracker.ui.marking import Marking
from coursetracker.ui.session import Session


class Arranging(QObject):
    """The menu of an item in the outline, and what it does."""

    refused = Signal(object)  # Exception

    def __init__(self, session: Session, marking: Marking, window: QWidget) -> None:
        super().__init__(window)
        self._marking = marking
        self._session = session
        self._window = window

    def open_menu(self, item_id: int, place: QPoint) -> None:
        """Show the menu of an item at a place of the screen."""
        menu = self.menu(item_id)
        menu.exec(place)
        menu.deleteLater()

    def menu(self, item_id: int) -> QMenu:
        """Return the menu of an item."""
        menu = QMenu(self._window)
        item = self._item(item_id)
        if item is None:
            return menu
        self._marking.add_to(menu, item_id)
        menu.addAction(self.tr("&Rename for me…"), partial(self.rename, item_id))
        optional = partial(self._mark_optional, item)
        self._add_check(menu, self.tr("&Optional"), optional, self._is_optional(item))
        if item.kind is not Kind.WEEK:
            self._add_kinds(menu.addMenu(self.tr("&Kind")), item)
            self._add_weeks(menu, item)
        menu.addAction(self.tr("&Hide"), partial(self.hide, item_id))
        written = menu.addAction(
            self.tr("&As the author wrote it"), partial(self.as_written, [item_id])
        )
        written.setEnabled(item_id in self._session.arranged_items())
        self._add_hidden(menu)
        return menu

    def _add_check(
        self,
        menu: QMenu,
        text: str,
        act: Callable[[], None],
        checked: bool,  # noqa: FBT001
    ) -> None:
        action = menu.addAction(text, act)
        action.setCheckable(True)
        action.setChecked(checked)

    def _add_kinds(self, menu: QMenu, item: Item) -> None:
        for kind in (Kind.SECTION, Kind.LESSON, Kind.ASSESSMENT):
            act = partial(self._arrange, item, EventKind.KIND, kind.value)
            self._add_check(menu, words.kind_word(kind), act, item.kind is kind)

    def _add_weeks(self, menu: QMenu, item: Item) -> None:
        progress = self._session.progress
        weeks = [i for i in progress.outline.items if i.kind is Kind.WEEK] if progress else []
        if weeks and progress is not None:
            above = {each.id for each in progress.outline.ancestors(item.id)}
            moving = menu.addMenu(self.tr("&Move to"))
            for week in weeks:
                act = partial(self._arrange, item, EventKind.WEEK, week.id)
                self._add_check(moving, week.title.replace("&", "&&"), act, week.id in above)

    def _add_hidden(self, menu: QMenu) -> None:
        """Let what is hidden be brought back, and the whole course be as it was written."""
        menu.addSeparator()
        hidden = self._session.hidden_items()
        if hidden:
            back = menu.addMenu(self.tr("&Bring back"))
            for item in hidden:
                show = partial(self._show_again, item)
                back.addAction(item.title.replace("&", "&&"), show)
        whole = menu.addAction(
            self.tr("The &whole course as the author wrote it"),
            lambda: self.as_written(self._session.arranged_items()),
        )
        whole.setEnabled(bool(self._session.arranged_items()))

    # What is done

    def rename(self, item_id: int) -> None:
        """Ask what the learner wants to call an item; nothing has it as the author calls it."""
        item = self._item(item_id)
        if item is None:
            return
        authored = self._session.authored_title(item_id)
        question = self.tr("What you call it. The author calls it “{title}”.")
        title, agreed = QInputDialog.getText(
            self._window,
            self.tr("Rename for me"),
            words.verbatim(question.format(title=authored)),
            text=item.title,
        )
        if agreed:
            title = " ".join(title.split())
            own = title if title and title != authored else None
            self._arrange(item, EventKind.TITLE, own)

    def hide(self, item_id: int) -> None:
        """Leave an item, and what hangs under it, out of the course."""
        item = self._item(item_id)
        if item is not None:
            self._arrange(item, EventKind.HIDDEN, True)  # noqa: FBT003  an event's value

    def as_written(self, items: Sequence[int]) -> None:
        """Have items as their author wrote them."""
        words_now = self.tr("restore the author's version")
        self._attempt(partial(self._session.as_written, items, words_now))

    def _show_again(self, item: Item) -> None:
        self._arrange(item, EventKind.HIDDEN, None)

    def _mark_optional(self, item: Item) -> None:
        """Let all lessons of an item be optional, or none where they are."""
        progress = self._session.progress
        if progress is not None:
            leaves = [leaf.id for leaf in progress.outline.leaves(item.id)]
            self._arrange(item, EventKind.OPTIONAL, not self._is_optional(item), leaves)

    def _is_optional(self, item: Item) -> bool:
        progress = self._session.progress
        return progress is not None and all(
            progress.is_optional(leaf) for leaf in progress.outline.leaves(item.id)
        )

    def _arrange(
        self, item: Item, kind: EventKind, value: object, items: Sequence[int] = ()
    ) -> None:
        sentence = {
            EventKind.TITLE: self.tr("rename “{title}”"),
            EventKind.KIND: self.tr("kind of “{title}”"),
            EventKind.WEEK: self.tr("move “{title}”"),
            EventKind.HIDDEN: self.tr("bring “{title}” back"),
            EventKind.OPTIONAL: self.tr("make “{title}” optional or not"),
        }[kind]
        if kind is EventKind.HIDDEN and value:
            sentence = self.tr("hide “{title}”")
        named = sentence.format(title=item.title)
        self._attempt(partial(self._session.arrange, items or [item.id], kind, value, named))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)

    def _item(self, item_id: int) -> Item | None:
        progress = self._session.progress
        known = progress is not None and item_id in progress.outline
        return progress.outline.item(item_id) if progress is not None and known else None
