"""The main window: outline, page and checklist, and the actions on them.

It stands on the screen, empty, before anything else is loaded: what it takes to show it is all
that this file imports. `furnishing` fills it.
"""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

from coursetracker.problems import Problem
from coursetracker.ui.theme import Scheme, apply_scheme, kept_scheme, kept_size

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
    from PySide6.QtWidgets import QMenu, QSplitter

    from coursetracker.course.outline import Item
    from coursetracker.progress.lost import LostItem
    from coursetracker.progress.rollup import Progress
    from coursetracker.ui.arranging import Arranging
    from coursetracker.ui.attending import Attending
    from coursetracker.ui.caret import Caret
    from coursetracker.ui.checklist import ChecklistView
    from coursetracker.ui.checklist_model import ChecklistModel
    from coursetracker.ui.choosing import Choosing
    from coursetracker.ui.counts import Counts
    from coursetracker.ui.exporting import Exporting
    from coursetracker.ui.filters import Filters
    from coursetracker.ui.finding import Finding
    from coursetracker.ui.guide import Guide
    from coursetracker.ui.illustrating import Illustrating
    from coursetracker.ui.importing import Importing
    from coursetracker.ui.keeping_up import KeepingUp
    from coursetracker.ui.lesson import LessonPane
    from coursetracker.ui.live import LivePage
    from coursetracker.ui.marking import Marking
    from coursetracker.ui.milestones import Milestones
    from coursetracker.ui.notice import Choice
    from coursetracker.ui.noting import Noting
    from coursetracker.ui.opening import Opening
    from coursetracker.ui.outline_model import OutlineModel
    from coursetracker.ui.outline_view import OutlineView
    from coursetracker.ui.pacing import Pacing
    from coursetracker.ui.past import PastDialog
    from coursetracker.ui.planner import Planner
    from coursetracker.ui.preferring import Preferring
    from coursetracker.ui.printing import Printing
    from coursetracker.ui.reader import Reader
    from coursetracker.ui.safety import Safety
    from coursetracker.ui.searching import Searching
    from coursetracker.ui.session import Course, Session
    from coursetracker.ui.shelving import Shelving
    from coursetracker.ui.side import SideColumn
    from coursetracker.ui.telling import Telling
    from coursetracker.ui.ticking import Ticking
    from coursetracker.ui.translating import Translating
    from coursetracker.ui.updating import Updating
    from coursetracker.ui.working import Working
    from coursetracker.ui.zooming import Zooming

TITLE_BAR = 40
OF_A_COURSE = (
    "export-pdf", "export-csv", "export-markdown", "export-ics", "export-json", "print",
    "print-preview", "print-report", "history", "pace", "note", "all-notes", "copy-markdown",
    "find", "find-next", "find-previous",
    "filter", "outline", "page", "checklist", "zoom-in", "zoom-out", "zoom-reset",
)  # fmt: skip
"""Commands outside the menu Course that are about the open one."""


class Ground(QWidget):
    """Stands in the window until it is furnished."""

    seen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell, after the frame, that there is something to be seen."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self.seen.emit)


class MainWindow(QMainWindow):
    """Shows one course: what it holds, the page that is read, and what is done of it."""

    renewal_asked = Signal()  # all words are to be said, or written, anew

    session: "Session"
    outline_model: "OutlineModel"
    checklist_model: "ChecklistModel"
    side: "SideColumn"
    outline: "OutlineView"
    milestones: "Milestones"
    checklist: "ChecklistView"
    page: "LivePage"
    pane: "LessonPane"
    splitter: "QSplitter"
    counts: "Counts"
    actions_by_name: "dict[str, QAction]"
    course_menu: "QMenu"
    recent: "QMenu"
    reader: "Reader"
    opening: "Opening"
    shelving: "Shelving"
    working: "Working"
    exporting: "Exporting"
    updating: "Updating"
    ticking: "Ticking"
    illustrating: "Illustrating"
    zooming: "Zooming"
    caret: "Caret"
    telling: "Telling"
    translating: "Translating"
    choosing: "Choosing"
    noting: "Noting"
    marking: "Marking"
    attending: "Attending"
    filters: "Filters"
    searching: "Searching"
    keeping_up: "KeepingUp"
    safety: "Safety"

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("CourseTracker")
        room = self.screen().availableSize()
        self.resize(min(1280, room.width()), min(780, room.height() - TITLE_BAR))
        kept = settings.value("geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        self.settings = settings
        self.is_begun = False
        self.is_furnished = False
        self.ground = Ground(self)
        self.setCentralWidget(self.ground)

    def attempting(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return what does something that the library may refuse, and tells it then."""
        return partial(self.attempt, act)

    def focusing(self, widget: QWidget) -> Callable[[], None]:
        """Return what gives a part of the window the keyboard."""
        from PySide6.QtCore import Qt  # noqa: PLC0415  its names take longer than the first frame

        return partial(widget.setFocus, Qt.FocusReason.ShortcutFocusReason)

    @cached_property
    def finding(self) -> "Finding":
        """What finds words on the page, made when it is first asked for."""
        from coursetracker.ui.finding import Finding  # noqa: PLC0415  not needed to start

        return Finding(self.pane)

    @cached_property
    def pacing(self) -> "Pacing":
        """What shows pace and forecast, made when it is first asked for."""
        from coursetracker.ui.pacing import Pacing  # noqa: PLC0415  not needed to start

        pacing = Pacing(self.session, self)
        pacing.refused.connect(self.show_problem)
        return pacing

    def show_pace(self) -> None:
        """Show how fast the open course is done, and when it may be finished."""
        self.pacing.show()

    # What the session says

    def show_course(self, course: "Course") -> None:
        """Show a course that was opened."""
        assert self.session.progress is not None  # noqa: S101
        self.pane.notice.hide()
        self._show_whole(self.session.progress)
        self.illustrating.begin(course)
        self.translating.renew()
        self.reader.open(course)
        if not course.outline.items:
            self.pane.notice.tell(
                self.tr("No lessons were found in this file. You can read it here all the same.")
            )
        self.outline.setFocus()

    def _show_whole(self, progress: "Progress") -> None:
        self.side.show_course(progress)
        self.milestones.show_course(progress)
        self._show_title()
        self.counts.show_progress(progress)
        self.show_lost()

    def show_updated(self, course: "Course") -> None:
        """Show the open course as an update has made it."""
        assert self.session.progress is not None  # noqa: S101
        self._show_whole(self.session.progress)
        self.reader.renew(course)

    def show_lost(self) -> None:
        """Show what has left the course."""
        self.attempt(lambda: self.side.show_lost(self.session.lost()))

    def show_progress(self, progress: "Progress", changed: frozenset[int]) -> None:
        """Show what has changed of the progress."""
        self.side.show_progress(progress, changed)
        self.milestones.show_progress(progress, changed)
        self.pane.show_progress(progress)
        self.counts.show_progress(progress)

    def _show_title(self) -> None:
        course = self.session.course
        title = self.tr("My courses") if course is None or self.shelving.is_shown else course.title
        self.setWindowTitle(f"{title} – CourseTracker")

    def show_shelving(self) -> None:
        """Let only that be done which has to do with what is shown: a course, or all of them."""
        of_a_course = not self.shelving.is_shown
        self.course_menu.menuAction().setEnabled(of_a_course)
        for name in OF_A_COURSE:
            self.actions_by_name[name].setEnabled(of_a_course)
        self.counts.setVisible(of_a_course)
        self._show_title()
        self.show_history()

    def undoer(self) -> "Session | Shelving":
        """Return what undo is about: all courses while they are shown, else the open one."""
        return self.shelving if self.shelving.is_shown else self.session

    def undo(self) -> None:
        """Take back what was done last."""
        undoer = self.undoer()
        what = undoer.undo_words()
        self.attempt(undoer.undo)
        self.telling.undone(what)

    def redo(self) -> None:
        """Do again what was taken back last."""
        undoer = self.undoer()
        what = undoer.redo_words()
        self.attempt(undoer.redo)
        self.telling.redone(what)

    def leave_message(self) -> None:
        """Give the keyboard to what is read, or to the list of courses."""
        from PySide6.QtCore import Qt  # noqa: PLC0415  not for the first frame

        if self.shelving.is_shown and self.shelving.page is not None:
            self.shelving.page.take_focus()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_history(self) -> None:
        """Show what can be undone, redone, and gone back to."""
        from coursetracker.ui.words import short  # noqa: PLC0415  not for the first frame

        undoer = self.undoer()
        for name, words_now, plain, named in (
            ("undo", undoer.undo_words(), self.tr("&Undo"), self.tr("&Undo: {what}")),
            ("redo", undoer.redo_words(), self.tr("&Redo"), self.tr("&Redo: {what}")),
        ):
            action = self.actions_by_name[name]
            action.setEnabled(words_now is not None)
            what = short(words_now or "").replace("&", "&&")
            action.setText(named.format(what=what) if words_now else plain)
        self.actions_by_name["shapes"].setEnabled(self.choosing.can_ask)
        self.actions_by_name["review"].setEnabled(self.updating.proposal is not None)
        self.actions_by_name["take-update-back"].setEnabled(self.session.can_take_update_back)
        self.actions_by_name["begin-anew"].setEnabled(self.session.planning.can_begin_anew)
        self.actions_by_name["back"].setEnabled(self.reader.trail.can_step(-1))
        self.actions_by_name["forward"].setEnabled(self.reader.trail.can_step(1))

    def welcome(self) -> None:
        """Tell who starts for the first time what is here, and what to do next."""
        sentence = self.tr(
            "This is the sample course. Tick a lesson with the space bar, or open a course of your "
            "own."
        )
        choices: list[Choice] = [
            (self.tr("Open a course…"), self.opening.ask),
            (self.tr("Preferences…"), self.show_preferences),
            (self.tr("User guide"), self.show_guide),
        ]
        self.pane.notice.tell(sentence, choices)

    def tell_reading(self, path: Path) -> None:
        """Tell that a course is being read, which may be stopped."""
        sentence = self.tr("Reading {name}…").format(name=path.name)
        self.pane.notice.tell(sentence, [(self.tr("Cancel"), self.opening.give_up)])

    def offer_file(self, path: Path) -> None:
        """Offer to open a file that a page leads to."""
        sentence = self.tr("{name} is another file beside this course.").format(name=path.name)
        open_it = (self.tr("Open it as a course"), lambda: self.open_path(path))
        self.pane.notice.tell(sentence, [open_it])

    def show_problem(self, problem: Exception) -> None:
        """Tell what went wrong in the bar over the page; what is no Problem is a bug."""
        if not isinstance(problem, Problem):
            self.pane.notice.hide()
            raise problem
        from coursetracker.ui.language import speaker  # noqa: PLC0415  not for the first frame
        from coursetracker.ui.session import Damaged  # noqa: PLC0415

        restore = (self.tr("Restore a backup…"), self.attempting(self.safety.ask_backup))
        choices = [restore] if isinstance(problem, Damaged) else []
        self.pane.notice.tell(problem.told(speaker("Problem")), choices, wrong=True)

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something that the library may refuse; nothing has changed then, and it is told."""
        try:
            act()
        except Problem as problem:
            self.show_problem(problem)

    # What the learner asks for

    def toggle(self, item_id: int) -> None:
        """Tick or untick an item."""
        self.attempt(lambda: self.session.toggle(item_id))

    def set_score(self, item_id: int, score: float | None) -> None:
        """Record the score of an assessment."""
        self.attempt(lambda: self.session.set_score(item_id, score))

    @cached_property
    def arranging(self) -> "Arranging":
        """What has the course otherwise than its author wrote it; made when first asked for."""
        from coursetracker.ui.arranging import Arranging  # noqa: PLC0415  not needed to start

        arranging = Arranging(self.session, self.marking, self)
        arranging.refused.connect(self.show_problem)
        return arranging

    @cached_property
    def planner(self) -> "Planner":
        """What asks for attempts, dates and the plan; made when first asked for."""
        from coursetracker.ui.planner import Planner  # noqa: PLC0415  not needed to start

        planner = Planner(self.session, self)
        planner.refused.connect(self.show_problem)
        planner.told.connect(self.pane.notice.tell)
        return planner

    def current_item(self) -> int | None:
        """Return the item of the checklist's row while that has the keyboard, else what is read."""
        return self.checklist.current_id() if self.checklist.hasFocus() else self.reader.item

    def open_milestone_menu(self, item_id: int, place: "QPoint") -> None:
        """Open the menu of a row of the checklist."""
        self.planner.open_menu(item_id, place)

    def open_item_menu(self, item_id: int, place: "QPoint") -> None:
        """Open the menu of an item."""
        self.arranging.open_menu(item_id, place)

    def rename_current(self) -> None:
        """Ask what the learner calls what is being read."""
        if self.reader.item is not None:
            self.arranging.rename(self.reader.item)

    def hide_current(self) -> None:
        """Leave what is being read out of the course."""
        if self.reader.item is not None:
            self.arranging.hide(self.reader.item)

    @cached_property
    def guide(self) -> "Guide":
        """The user guide, made when it is first asked for."""
        from coursetracker.ui.guide import Guide  # noqa: PLC0415  not needed to start

        return Guide(self)

    def show_guide(self) -> None:
        """Show how things are done."""
        self.guide.show()
        self.guide.activateWindow()

    def show_commands(self) -> None:
        """Show all commands, and give the one that is chosen."""
        from coursetracker.ui.command_list import CommandList  # noqa: PLC0415  not needed to start

        dialog = CommandList(self.actions_by_name.values(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @cached_property
    def past(self) -> "PastDialog":
        """What was done in the open course; made when first asked for."""
        from coursetracker.ui.past import PastDialog  # noqa: PLC0415  not needed to start

        dialog = PastDialog(self.session, self)
        dialog.refused.connect(self.show_problem)
        dialog.item_chosen.connect(self.reader.go_to)
        dialog.addActions([self.actions_by_name[name] for name in ("undo", "redo")])
        return dialog

    def show_past(self) -> None:
        """Show what was done in the open course."""
        self.past.open_anew()

    def confirm_all(self) -> None:
        """Confirm all lessons that changed since they were done."""
        progress = self.session.progress
        if progress is not None:
            self.session.confirm([i for i in progress.outline.items if i.id in progress.outdated])

    def show_difference(self, item: "Item") -> None:
        """Show what has changed in a lesson since it was done."""
        from coursetracker.ui.changed import show_difference  # noqa: PLC0415  rarely needed

        def show() -> None:
            old, new = self.session.said_when_done(item), self.session.says(item)
            show_difference(self, item.title, old, new)

        self.attempt(show)

    def find_on_page(self, by: int) -> None:
        """Go so many hits on, or with 0 ask what is to be found."""
        if by:
            self.finding.step(by)
        else:
            self.finding.ask()

    def show_picture(self, address: str) -> None:
        """Show a picture of the page in full."""
        from coursetracker.ui.course_files import picture  # noqa: PLC0415  rarely needed
        from coursetracker.ui.pictures import show_picture  # noqa: PLC0415

        path = self.page.picture_file(address)
        image = picture(path) if path is not None else None
        if path is not None and image is not None:
            show_picture(self, image, path.name if path.suffix else "")  # else of the web

    def copy_markdown(self) -> None:
        """Copy what is selected on the page as it is written in the course."""
        from coursetracker.ui.parts import selected_lines  # noqa: PLC0415  rarely needed

        cursor = self.page.textCursor()
        if cursor.hasSelection():
            QGuiApplication.clipboard().setText(self.reader.source(*selected_lines(cursor)))

    def attach(self, lost: "LostItem", target: int | None) -> None:
        """Give what a lost lesson carries to a lesson of the course."""
        progress = self.session.progress
        if target is None or progress is None or not progress.outline.is_leaf(target):
            self.pane.notice.tell(self.tr("Choose the lesson in the outline that it belongs to."))
            return
        self.attempt(lambda: self.session.attach(lost, target))

    def open_path(self, path: Path) -> None:
        """Open a course file; import one of exported progress."""
        if path.suffix.lower() == ".json":
            self.importing.read(path)
        else:
            self.opening.open_path(path)

    @cached_property
    def importing(self) -> "Importing":
        """What takes in exported progress; made when first asked for."""
        from coursetracker.ui.importing import Importing  # noqa: PLC0415  not needed to start

        importing = Importing(self)
        importing.refused.connect(self.show_problem)
        return importing

    @cached_property
    def printing(self) -> "Printing":
        """What prints pages and the report; made when first asked for."""
        from coursetracker.ui.printing import Printing  # noqa: PLC0415  not needed to start

        printing = Printing(self)
        printing.refused.connect(self.show_problem)
        return printing

    def use_scheme(self, scheme: Scheme) -> None:
        """Colour the program as the learner has chosen, now and at the next start."""
        self.settings.setValue("theme", scheme.value)
        apply_scheme(scheme)

    def use_language(self, language: str) -> None:
        """Speak a language, now and at the next start; "" is the system's."""
        from coursetracker.ui.language import kept_language  # noqa: PLC0415  not for the first frame

        if language != kept_language(self.settings):
            self.settings.setValue("language", language)
            self.renewal_asked.emit()

    def use_size(self, percent: int) -> None:
        """Write all text so large, now and at the next start."""
        if percent != kept_size(self.settings):
            self.settings.setValue("text", percent)
            self.renewal_asked.emit()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read, written or looked after beside the window."""
        made = [getattr(self, name) for name in ("importing", "printing") if name in self.__dict__]
        return any(each.is_busy for each in (self.opening, self.exporting, self.safety, *made))

    @cached_property
    def preferring(self) -> "Preferring":
        """What lets the learner choose how the program is; made when first asked for."""
        from coursetracker.ui.preferring import Preferring  # noqa: PLC0415  not needed to start

        preferring = Preferring(self)
        preferring.refused.connect(self.show_problem)
        return preferring

    def show_preferences(self) -> None:
        """Let the learner choose how the program is."""
        self.preferring.show()

    def follow_system(self) -> None:
        """Colour the program anew as the desktop changes its colours."""
        if kept_scheme(self.settings) is Scheme.SYSTEM:
            apply_scheme(Scheme.SYSTEM)

    def keep_place(self, item_id: int | None) -> None:
        """Remember a move at once, so that even a killed program comes back here."""
        course = self.session.course
        if course is not None and course.place.item != item_id:
            self.attempt(self.reader.keep_place)

    # What Qt asks for

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(Path(paths[0]))

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Keep what is to be kept; the window stays open where a note of the learner's cannot."""
        if self.is_furnished and not self.end():
            event.ignore()
            return
        super().closeEvent(event)

    def end(self) -> bool:
        """Keep the note, the place and the look of the window, and end what is still running.

        Returns False where the note cannot be kept and the learner does not want to lose it.
        """
        if not self.noting.may_end():
            return False
        self.keeping_up.stop()
        self.opening.stop()
        self.shelving.stop()
        self.exporting.stop()
        for made in ("importing", "printing"):
            if made in self.__dict__:
                getattr(self, made).stop()
        self.illustrating.stop()
        self.updating.stop()
        self.searching.stop()
        self.safety.stop()
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.setValue("splitter", self.splitter.saveState())
        self.attempt(self.reader.keep_place)
        return True
