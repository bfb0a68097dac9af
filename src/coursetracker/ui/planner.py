"""Attempts, due dates and the plan: what the learner is asked, and what becomes of the answers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coursetracker.course.outline import Item, Kind
from coursetracker.problems import Problem
from coursetracker.ui.attempts import AttemptsDialog
from coursetracker.ui.plan import DueDialog, PlanDialog
from coursetracker.ui.session import Session


class Planner(QObject):
    """Opens the dialogs of the checklist; each answer is one step to undo."""

    refused = Signal(object)  # Exception
    told = Signal(str)  # a sentence for the learner

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def open_menu(self, item_id: int, place: QPoint) -> None:
        """Show the menu of a row of the checklist at a place of the screen."""
        menu = self.menu(item_id)
        menu.exec(place)
        menu.deleteLater()

    def menu(self, item_id: int) -> QMenu:
        """Return the menu of a row of the checklist."""
        menu = QMenu(self._window)
        item = self._item(item_id)
        if item is None:
            return menu
        if item.kind is Kind.ASSESSMENT:
            menu.addAction(self.tr("&Attempts…"), partial(self.ask_attempts, item_id))
        menu.addAction(self.tr("&Due date…"), partial(self.ask_due, item_id))
        menu.addSeparator()
        menu.addAction(self.tr("&Study plan…"), self.ask_plan)
        again = menu.addAction(self.tr("Start again &from today"), self.begin_anew)
        again.setEnabled(self._session.planning.can_begin_anew)
        return menu

    def ask_attempts(self, item_id: int | None) -> None:
        """Ask for the attempts at an assessment, and how it is graded."""
        item, session = self._item(item_id), self._session
        if item is None or item.kind is not Kind.ASSESSMENT or session.progress is None:
            self.told.emit(self.tr("Choose an assessment in the checklist first."))
            return
        standing, rules = session.progress.standing(item.id), session.grades.rules()
        dialog = AttemptsDialog(item.title, standing, rules, session.today(), self._window)
        if dialog.exec():
            words = self.tr("attempts at “{title}”").format(title=item.title)
            marking, rules = dialog.marking, dialog.rules
            self._attempt(lambda: session.grades.mark(item.id, marking, rules, words))
        dialog.deleteLater()

    def ask_due(self, item_id: int | None) -> None:
        """Ask when an item is due."""
        item, session = self._item(item_id), self._session
        if item is None or session.progress is None:
            self.told.emit(self.tr("Choose a lesson, a week or an assessment first."))
            return
        by_hand = session.progress.standing(item.id).due_on
        shown = session.planning.due_dates().get(item.id, session.today())
        dialog = DueDialog(item.title, by_hand, shown, self._window)
        if dialog.exec():
            words = self.tr("due date of “{title}”").format(title=item.title)
            day = dialog.day
            self._attempt(lambda: session.planning.set_due(item.id, day, words))
        dialog.deleteLater()

    def ask_plan(self) -> None:
        """Ask from when on and how fast the course is followed."""
        session = self._session
        if session.progress is None:
            return
        before = session.planning.plan()
        dialog = PlanDialog(session.progress, before, session.today(), self._window)
        if dialog.exec():
            plan = dialog.plan
            words = self.tr("the plan") if plan else self.tr("remove the plan")
            self._attempt(lambda: session.planning.keep(plan, words))
        dialog.deleteLater()

    def begin_anew(self) -> None:
        """Plan what is open from today on."""
        words = self.tr("start again from today")
        self._attempt(lambda: self._session.planning.begin_anew(words))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)

    def _item(self, item_id: int | None) -> Item | None:
        progress = self._session.progress
        known = progress is not None and item_id is not None and item_id in progress.outline
        return (
            progress.outline.item(item_id) if known and progress and item_id is not None else None
        )
