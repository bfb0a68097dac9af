"""Filling the window: its parts, what works between them and the session, and its menus."""

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from coursetracker.ui.actions import add_commands
from coursetracker.ui.attending import Attending
from coursetracker.ui.caret import Caret
from coursetracker.ui.choosing import Choosing
from coursetracker.ui.commands import Commands
from coursetracker.ui.counts import Counts
from coursetracker.ui.exporting import Exporting
from coursetracker.ui.filters import Filters, facts
from coursetracker.ui.icons import give_icon
from coursetracker.ui.illustrating import Illustrating
from coursetracker.ui.keeping_up import KeepingUp
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.live import LivePage
from coursetracker.ui.marking import Marking
from coursetracker.ui.milestones import Milestones
from coursetracker.ui.noting import Noting
from coursetracker.ui.opening import Opening
from coursetracker.ui.outline_model import OutlineModel
from coursetracker.ui.reader import Reader
from coursetracker.ui.safety import Safety
from coursetracker.ui.searching import Searching
from coursetracker.ui.session import Session
from coursetracker.ui.shelving import Shelving
from coursetracker.ui.side import SideColumn
from coursetracker.ui.telling import Telling
from coursetracker.ui.theme import kept_scheme
from coursetracker.ui.ticking import Ticking
from coursetracker.ui.translating import Translating
from coursetracker.ui.updating import Updating
from coursetracker.ui.window import MainWindow
from coursetracker.ui.working import Working
from coursetracker.ui.zooming import Zooming

WIDTHS = (340, 640, 270)


class Furnishing(QObject):
    """Puts a window together, once."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        window.session = session
        window.outline_model = OutlineModel(window)
        window.side = SideColumn(window.outline_model, partial(facts, session), window)
        window.outline = window.side.outline
        window.milestones = Milestones(session, window)
        window.checklist_model = window.milestones.model
        window.checklist = window.milestones.checklist
        window.page = LivePage(window)
        window.pane = LessonPane(window.page, window)
        self._take_on_subjects()
        self._make_menus()
        self._lay_out()
        self._connect()
        self._connect_milestones()
        self._order_focus()
        self._connect_refusals()
        self._connect_upkeep()
        self._connect_system()
        window.searching = Searching(window)  # after all that shows a course
        self._restore()
        window.is_furnished = True

    def _take_on_subjects(self) -> None:
        """Make what does each subject's work between the session and the views."""
        window = self._window
        session, settings = window.session, window.settings
        window.reader = Reader(session, window.pane)
        window.marking = Marking(session, window.outline, window.reader)
        window.opening = Opening(session, window)
        window.attending = Attending(session, window.reader, window.pane, window.opening)
        window.filters = Filters(session, window.side.filters)
        window.shelving = Shelving(session, window.opening, window.pane, window)
        window.working = Working(window)
        window.exporting = Exporting(session, window.pane.notice, window.working, window)
        window.updating = Updating(session, window.pane.notice, window)
        window.ticking = Ticking(session, window.page, window.reader.before)
        pictures = Path(settings.fileName()).parent / "cache" / "pictures"
        window.illustrating = Illustrating(session, window.reader, window.page, pictures)
        window.zooming = Zooming(window.page, settings, window.statusBar())
        window.caret = Caret(window.page, settings)
        window.translating = Translating(session, window.opening, window)
        window.choosing = Choosing(session, window.pane.notice, window.translating, window)
        window.safety = Safety(session, window.pane.notice, window.working, window)
        window.noting = Noting(session, window.reader, window.pane, settings)
        window.keeping_up = KeepingUp(window, settings)

    def _make_menus(self) -> None:
        window = self._window
        titles = {
            "file": self.tr("&File"), "edit": self.tr("&Edit"), "course": self.tr("&Course"),
            "note": self.tr("&Note"), "view": self.tr("&View"), "help": self.tr("&Help"),
        }  # fmt: skip
        menus = {name: window.menuBar().addMenu(title) for name, title in titles.items()}
        menus["export"] = QMenu(self.tr("&Export"), window)
        give_icon(menus["export"].menuAction(), "share")
        window.course_menu = menus["course"]
        menus["state"] = window.course_menu.addMenu(self.tr("Mark &as"))
        give_icon(menus["state"].menuAction(), "circle-check-big")
        window.actions_by_name = add_commands(window, menus, Commands(window).rows())
        recent = QMenu(self.tr("Open &recent"), window)
        give_icon(recent.menuAction(), "clock")
        recent.aboutToShow.connect(partial(window.opening.fill_recent, recent))
        menus["file"].insertMenu(window.actions_by_name["open-bundled"], recent)
        menus["course"].insertMenu(window.actions_by_name["shapes"], window.translating.menu)
        printing = window.actions_by_name["print-preview"]
        menus["file"].insertMenu(menus["file"].insertSeparator(printing), menus["export"])
        window.recent = recent
        window.pane.add_arrow(window.actions_by_name["back"])
        window.pane.add_arrow(window.actions_by_name["forward"])

    def _lay_out(self) -> None:
        window = self._window
        window.setAcceptDrops(True)
        window.splitter = QSplitter(Qt.Orientation.Horizontal, window)
        window.splitter.setChildrenCollapsible(False)
        for part, width in zip((window.side, window.pane, window.milestones), WIDTHS, strict=True):
            window.splitter.addWidget(part)
            part.setMinimumWidth(width // 2)
        window.splitter.setSizes(WIDTHS)
        window.splitter.setStretchFactor(1, 1)
        window.setCentralWidget(window.splitter)
        window.counts = Counts(window)
        window.statusBar().setSizeGripEnabled(False)
        window.statusBar().addWidget(window.working)
        window.statusBar().addPermanentWidget(window.counts, 1)

    def _connect(self) -> None:
        window = self._window
        session, reader = window.session, window.reader
        session.course_opened.connect(window.show_course)
        session.progress_changed.connect(window.show_progress)
        session.history_changed.connect(window.show_history)
        session.updated.connect(window.show_updated)
        session.rearranged.connect(window.show_updated)
        session.lost_changed.connect(window.show_lost)
        window.outline.menu_asked.connect(window.open_item_menu)
        for asker in (window.outline_model, window.checklist_model, window.pane, window.ticking):
            asker.tick_asked.connect(window.toggle)
        window.pane.state_asked.connect(window.marking.mark)
        window.outline.item_chosen.connect(reader.go_to)
        reader.moved.connect(window.outline.go_to)
        reader.moved.connect(window.keep_place)
        session.leaving.connect(window.attempting(reader.keep_place))
        reader.trail_changed.connect(window.show_history)
        reader.file_asked.connect(window.offer_file)
        window.opening.began.connect(window.tell_reading)
        window.opening.looks_like.connect(window.updating.offer)
        window.updating.proposal_changed.connect(window.show_history)
        window.updating.add_asked.connect(window.opening.take_in)
        window.page.picture_asked.connect(window.show_picture)
        window.page.markdown_asked.connect(window.copy_markdown)
        window.shelving.changed.connect(window.show_shelving)
        window.shelving.sample_asked.connect(window.attempting(session.open_bundled))
        window.shelving.continue_asked.connect(reader.go_to)
        window.shelving.update_asked.connect(window.updating.update_to)

    def _connect_system(self) -> None:
        """Follow the desktop's colours while it changes them."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._window.follow_system)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._window.follow_system)

    def _order_focus(self) -> None:
        """Let Tab go as the eye does: filter, outline, what is over the page, page, checklist."""
        window = self._window
        pane, filters = window.pane, window.side.filters
        order = [*filters.order, window.outline, *pane.order, window.page, window.checklist]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        pane.notice.come_after(pane.order[-1])
        pane.notice.left.connect(window.leave_message)
        window.telling = Telling(window)

    def _connect_milestones(self) -> None:
        window = self._window
        window.checklist_model.score_asked.connect(window.set_score)
        window.milestones.item_chosen.connect(window.reader.go_to)
        window.checklist.menu_asked.connect(window.open_milestone_menu)

    def _connect_refusals(self) -> None:
        """Tell in the window what its parts could not do."""
        window = self._window
        for source in (
            window.session.noticed, window.reader.refused, window.opening.refused,
            window.exporting.refused, window.updating.refused, window.choosing.refused,
            window.shelving.refused, window.noting.refused, window.marking.refused,
            window.attending.refused, window.filters.refused, window.side.refused,
            window.milestones.refused, window.safety.refused,
        ):  # fmt: skip
            source.connect(window.show_problem)

    def _connect_upkeep(self) -> None:
        """Connect what follows an update: or a restored backup: what changed or left."""
        window = self._window
        session = window.session
        window.safety.emptied.connect(window.shelving.show)
        for show in (
            window.milestones.show_circumstances,
            window.filters.show_day,
            window.shelving.look_again,
        ):
            window.keeping_up.day_began.connect(show)
        window.side.confirm_asked.connect(window.attempting(window.confirm_all))
        window.pane.confirm_asked.connect(
            lambda item: window.attempt(lambda: session.confirm([item]))
        )
        window.pane.difference_asked.connect(window.show_difference)
        window.side.attach_asked.connect(lambda lost: window.attach(lost, window.reader.item))
        window.side.attach_to_asked.connect(window.attach)
        window.side.let_go_asked.connect(lambda lost: window.attempt(lambda: session.let_go(lost)))

    def _restore(self) -> None:
        window = self._window
        kept = window.settings.value("splitter")
        if isinstance(kept, QByteArray):
            window.splitter.restoreState(kept)
        window.zooming.restore()
        window.caret.begin(window.actions_by_name["caret"])
        window.noting.begin(window.actions_by_name)
        window.attending.begin(window.actions_by_name)
        window.illustrating.action = window.actions_by_name["load-pictures"]
        scheme = kept_scheme(window.settings)
        window.actions_by_name[f"theme-{scheme.value}"].setChecked(True)
