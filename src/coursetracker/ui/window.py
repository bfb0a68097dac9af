"""The main window: outline, page and checklist, and the actions on them."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QWidget,
)

from coursetracker.course.outline import Item
from coursetracker.problems import Problem
from coursetracker.progress.lost import LostItem
from coursetracker.progress.rollup import Progress
from coursetracker.ui.actions import add_commands
from coursetracker.ui.checklist import ChecklistView
from coursetracker.ui.checklist_model import ChecklistModel
from coursetracker.ui.choosing import Choosing
from coursetracker.ui.commands import Commands
from coursetracker.ui.counts import Counts
from coursetracker.ui.exporting import Exporting
from coursetracker.ui.illustrating import Illustrating
from coursetracker.ui.keeping_up import KeepingUp
from coursetracker.ui.language import speaker
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.live import LivePage
from coursetracker.ui.noting import Noting
from coursetracker.ui.opening import Opening
from coursetracker.ui.outline_model import OutlineModel
from coursetracker.ui.reader import Reader
from coursetracker.ui.session import Course, Session
from coursetracker.ui.shelving import Shelving
from coursetracker.ui.side import SideColumn
from coursetracker.ui.theme import Scheme, apply_scheme, kept_scheme
from coursetracker.ui.ticking import Ticking
from coursetracker.ui.translating import Translating
from coursetracker.ui.updating import Updating
from coursetracker.ui.words import short
from coursetracker.ui.working import Working
from coursetracker.ui.zooming import Zooming

if TYPE_CHECKING:
    from coursetracker.ui.arranging import Arranging
    from coursetracker.ui.finding import Finding
    from coursetracker.ui.importing import Importing
    from coursetracker.ui.printing import Printing

Key = QKeySequence.StandardKey
TITLE_BAR = 40
WIDTHS = (340, 640, 270)
OF_A_COURSE = (
    "export-pdf", "export-csv", "export-markdown", "export-json", "print", "print-preview",
    "print-report", "note", "all-notes", "copy-markdown", "find", "find-next", "find-previous",
    "filter", "outline", "page", "checklist", "zoom-in", "zoom-out", "zoom-reset",
)  # fmt: skip
"""Commands outside the menu Course that are about the open one."""


class MainWindow(QMainWindow):
    """Shows one course: what it holds, the page that is read, and what is done of it."""

    def __init__(self, session: Session, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("CourseTracker")
        room = self.screen().availableSize()
        self.resize(min(1280, room.width()), min(780, room.height() - TITLE_BAR))
        self.session = session
        self._settings = settings
        self._outline_model = OutlineModel(self)
        self._checklist_model = ChecklistModel(self)
        self.side = SideColumn(self._outline_model, self)
        self.outline = self.side.outline
        self.checklist = ChecklistView(self._checklist_model, self)
        self.page = LivePage(self)
        self.pane = LessonPane(self.page, self)
        self._take_on_subjects()
        self._make_menus()
        self._lay_out()
        self._connect()
        self._restore()

    # Putting together

    def _take_on_subjects(self) -> None:
        """Make what does each subject's work between the session and the views."""
        session, settings = self.session, self._settings
        self.reader = Reader(session, self.pane)
        self.opening = Opening(session, self)
        self.shelving = Shelving(session, self.opening, self.pane, self)
        self.working = Working(self)
        self.exporting = Exporting(session, self.pane.notice, self.working, self)
        self.updating = Updating(session, self.pane.notice, self)
        self.ticking = Ticking(session, self.page, self.reader.before)
        pictures = Path(settings.fileName()).parent / "cache" / "pictures"
        self.illustrating = Illustrating(session, self.reader, self.page, pictures)
        self.zooming = Zooming(self.page, settings, self.statusBar())
        self.translating = Translating(session, self.opening, self)
        self.choosing = Choosing(session, self.pane.notice, self.translating, self)
        self.noting = Noting(session, self.reader, self.pane, settings)
        self.keeping_up = KeepingUp(self, settings)

    def _make_menus(self) -> None:
        titles = {
            "file": self.tr("&File"), "edit": self.tr("&Edit"), "course": self.tr("&Course"),
            "note": self.tr("&Note"), "view": self.tr("&View"), "help": self.tr("&Help"),
        }  # fmt: skip
        menus = {name: self.menuBar().addMenu(title) for name, title in titles.items()}
        menus["export"] = QMenu(self.tr("&Export"), self)
        self._course_menu = menus["course"]
        self.actions_by_name = add_commands(self, menus, Commands(self).rows())
        recent = QMenu(self.tr("Open &recent"), self)
        recent.aboutToShow.connect(partial(self.opening.fill_recent, recent))
        menus["file"].insertMenu(self.actions_by_name["open-bundled"], recent)
        menus["course"].insertMenu(self.actions_by_name["shapes"], self.translating.menu)
        printing = self.actions_by_name["print-preview"]
        menus["file"].insertMenu(menus["file"].insertSeparator(printing), menus["export"])
        self._recent = recent
        self.pane.add_arrow(self.actions_by_name["back"], "←")
        self.pane.add_arrow(self.actions_by_name["forward"], "→")

    def attempting(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return what does something that the library may refuse, and tells it then."""
        return partial(self._attempt, act)

    def focusing(self, widget: QWidget) -> Callable[[], None]:
        """Return what gives a part of the window the keyboard."""
        return partial(widget.setFocus, Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        for part, width in zip((self.side, self.pane, self.checklist), WIDTHS, strict=True):
            self._splitter.addWidget(part)
            part.setMinimumWidth(width // 2)
        self._splitter.setSizes(WIDTHS)
        self._splitter.setStretchFactor(1, 1)
        self.setCentralWidget(self._splitter)
        self._counts = Counts(self)
        self.statusBar().addWidget(self.working)
        self.statusBar().addPermanentWidget(self._counts, 1)

    def _connect(self) -> None:
        session, reader = self.session, self.reader
        session.course_opened.connect(self._show_course)
        session.progress_changed.connect(self._show_progress)
        session.history_changed.connect(self._show_history)
        session.updated.connect(self._show_updated)
        session.rearranged.connect(self._show_updated)
        session.lost_changed.connect(self._show_lost)
        self.outline.menu_asked.connect(self._open_item_menu)
        for asker in (self._outline_model, self._checklist_model, self.pane, self.ticking):
            asker.tick_asked.connect(self.toggle)
        self._checklist_model.score_asked.connect(self.set_score)
        self.outline.item_chosen.connect(reader.go_to)
        self.checklist.item_chosen.connect(reader.go_to)
        reader.moved.connect(self.outline.go_to)
        reader.moved.connect(self._keep_place)
        session.leaving.connect(self.attempting(reader.keep_place))
        reader.trail_changed.connect(self._show_history)
        reader.file_asked.connect(self._offer_file)
        for source in (
            session.noticed, reader.refused, self.opening.refused, self.exporting.refused,
            self.updating.refused, self.choosing.refused, self.shelving.refused,
            self.noting.refused,
        ):  # fmt: skip
            source.connect(self.show_problem)
        self.opening.began.connect(self._tell_reading)
        self.opening.looks_like.connect(self.updating.offer)
        self.updating.proposal_changed.connect(self._show_history)
        self.updating.add_asked.connect(self.opening.take_in)
        self.page.picture_asked.connect(self._show_picture)
        self.page.markdown_asked.connect(self.copy_markdown)
        self.shelving.changed.connect(self._show_shelving)
        self.shelving.sample_asked.connect(self.attempting(session.open_bundled))
        self.shelving.continue_asked.connect(reader.go_to)
        self.shelving.update_asked.connect(self.updating.update_to)
        self._connect_upkeep()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _connect_upkeep(self) -> None:
        """Connect what follows an update: lessons that changed or have left the course."""
        session = self.session
        self.side.confirm_asked.connect(self.attempting(self._confirm_all))
        self.pane.confirm_asked.connect(lambda item: self._attempt(lambda: session.confirm([item])))
        self.pane.difference_asked.connect(self._show_difference)
        self.side.attach_asked.connect(lambda lost: self._attach(lost, self.reader.item))
        self.side.attach_to_asked.connect(self._attach)
        self.side.let_go_asked.connect(lambda lost: self._attempt(lambda: session.let_go(lost)))

    def _restore(self) -> None:
        for key, restore in (
            ("geometry", self.restoreGeometry), ("splitter", self._splitter.restoreState),
        ):  # fmt: skip
            kept = self._settings.value(key)
            if isinstance(kept, QByteArray):
                restore(kept)
        self.zooming.restore()
        self.noting.begin(self.actions_by_name)
        self.illustrating.action = self.actions_by_name["load-pictures"]
        scheme = kept_scheme(self._settings)
        self.actions_by_name[f"theme-{scheme.value}"].setChecked(True)

    @cached_property
    def finding(self) -> "Finding":
        """What finds words on the page, made when it is first asked for."""
        from coursetracker.ui.finding import Finding  # noqa: PLC0415  not needed to start

        return Finding(self.pane)

    # What the session says

    def _show_course(self, course: Course) -> None:
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

    def _show_whole(self, progress: Progress) -> None:
        self.side.show_course(progress)
        self._checklist_model.replace(progress)
        self.checklist.setVisible(self._checklist_model.rowCount() > 0)
        self._show_title()
        self._counts.show_progress(progress)
        self._show_lost()

    def _show_updated(self, course: Course) -> None:
        """Show the open course as an update has made it."""
        assert self.session.progress is not None  # noqa: S101
        self._show_whole(self.session.progress)
        self.reader.renew(course)

    def _show_lost(self) -> None:
        self._attempt(lambda: self.side.show_lost(self.session.lost()))

    def _show_progress(self, progress: Progress, changed: frozenset[int]) -> None:
        self.side.show_progress(progress, changed)
        self._checklist_model.update(progress, changed)
        self.pane.show_progress(progress)
        self._counts.show_progress(progress)

    def _show_title(self) -> None:
        course = self.session.course
        title = self.tr("My courses") if course is None or self.shelving.is_shown else course.title
        self.setWindowTitle(f"{title} – CourseTracker")

    def _show_shelving(self) -> None:
        """Let only that be done which has to do with what is shown: a course, or all of them."""
        of_a_course = not self.shelving.is_shown
        self._course_menu.menuAction().setEnabled(of_a_course)
        for name in OF_A_COURSE:
            self.actions_by_name[name].setEnabled(of_a_course)
        self._counts.setVisible(of_a_course)
        self._show_title()
        self._show_history()

    def undoer(self) -> Session | Shelving:
        """Return what undo is about: all courses while they are shown, else the open one."""
        return self.shelving if self.shelving.is_shown else self.session

    def _show_history(self) -> None:
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
        self.actions_by_name["back"].setEnabled(self.reader.trail.can_step(-1))
        self.actions_by_name["forward"].setEnabled(self.reader.trail.can_step(1))

    def _tell_reading(self, path: Path) -> None:
        sentence = self.tr("Reading {name}…").format(name=path.name)
        self.pane.notice.tell(sentence, [(self.tr("Cancel"), self.opening.cancel)])

    def _offer_file(self, path: Path) -> None:
        sentence = self.tr("{name} is another file beside this course.").format(name=path.name)
        open_it = (self.tr("Open it as a course"), lambda: self.open_path(path))
        self.pane.notice.tell(sentence, [open_it])

    def show_problem(self, problem: Exception) -> None:
        """Tell what went wrong in the bar over the page; what is no Problem is a bug."""
        if not isinstance(problem, Problem):
            self.pane.notice.hide()
            raise problem
        self.pane.notice.tell(problem.told(speaker("Problem")))

    def _attempt(self, act: Callable[[], object]) -> None:
        """Do something that the library may refuse; nothing has changed then, and it is told."""
        try:
            act()
        except Problem as problem:
            self.show_problem(problem)

    # What the learner asks for

    def toggle(self, item_id: int) -> None:
        """Tick or untick an item."""
        self._attempt(lambda: self.session.toggle(item_id))

    def set_score(self, item_id: int, score: float | None) -> None:
        """Record the score of an assessment."""
        self._attempt(lambda: self.session.set_score(item_id, score))

    def toggle_current(self) -> None:
        """Tick or untick what is being read."""
        if self.reader.item is not None:
            self.toggle(self.reader.item)

    @cached_property
    def arranging(self) -> "Arranging":
        """What has the course otherwise than its author wrote it; made when first asked for."""
        from coursetracker.ui.arranging import Arranging  # noqa: PLC0415  not needed to start

        arranging = Arranging(self.session, self)
        arranging.refused.connect(self.show_problem)
        return arranging

    def _open_item_menu(self, item_id: int, place: QPoint) -> None:
        self.arranging.open_menu(item_id, place)

    def rename_current(self) -> None:
        """Ask what the learner calls what is being read."""
        if self.reader.item is not None:
            self.arranging.rename(self.reader.item)

    def hide_current(self) -> None:
        """Leave what is being read out of the course."""
        if self.reader.item is not None:
            self.arranging.hide(self.reader.item)

    def _confirm_all(self) -> None:
        progress = self.session.progress
        if progress is not None:
            self.session.confirm([i for i in progress.outline.items if i.id in progress.outdated])

    def _show_difference(self, item: Item) -> None:
        from coursetracker.ui.changed import show_difference  # noqa: PLC0415  rarely needed

        def show() -> None:
            old, new = self.session.said_when_done(item), self.session.says(item)
            show_difference(self, item.title, old, new)

        self._attempt(show)

    def find_on_page(self, by: int) -> None:
        """Go so many hits on, or with 0 ask what is to be found."""
        if by:
            self.finding.step(by)
        else:
            self.finding.ask()

    def _show_picture(self, address: str) -> None:
        from coursetracker.ui.page import picture  # noqa: PLC0415  rarely needed
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

    def _attach(self, lost: LostItem, target: int | None) -> None:
        """Give what a lost lesson carries to a lesson of the course."""
        progress = self.session.progress
        if target is None or progress is None or not progress.outline.is_leaf(target):
            self.pane.notice.tell(self.tr("Choose the lesson in the outline that it belongs to."))
            return
        self._attempt(lambda: self.session.attach(lost, target))

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
        self._settings.setValue("theme", scheme.value)
        apply_scheme(scheme)

    def _follow_system(self) -> None:
        if kept_scheme(self._settings) is Scheme.SYSTEM:
            apply_scheme(Scheme.SYSTEM)

    def _keep_place(self, item_id: int | None) -> None:
        """Remember a move at once, so that even a killed program comes back here."""
        course = self.session.course
        if course is not None and course.place.item != item_id:
            self._attempt(self.reader.keep_place)

    # What Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(Path(paths[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the note, the place and the look of the window, and end what is still running."""
        if not self.noting.may_end():
            event.ignore()
            return
        self.keeping_up.stop()
        self.opening.stop()
        self.shelving.stop()
        self.exporting.stop()
        for made in ("importing", "printing"):
            if made in self.__dict__:
                getattr(self, made).stop()
        self.illustrating.stop()
        self.updating.stop()
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("splitter", self._splitter.saveState())
        self._attempt(self.reader.keep_place)
        super().closeEvent(event)
