"""Notes beside what is read: opened, kept while they are typed, and settled when that ends."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QAction

from coursetracker.problems import Problem
from coursetracker.progress.rollup import Progress
from coursetracker.ui.course_files import images
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.reader import Reader
from coursetracker.ui.session import Course, CourseKind, Session

if TYPE_CHECKING:
    from coursetracker.ui.note import NotePanel

SOON = 800
"""So many milliseconds after a key what was typed is kept at the latest."""

IDLE = 30_000
"""After so many milliseconds without a key an edit has ended."""

AGAIN = 5_000
"""So many milliseconds later what could not be kept is tried again."""


class Noting(QObject):
    """Shows the note of what is read, and loses nothing that is typed into it.

    What is typed is kept as a draft within a second. When typing ends (another lesson, the
    keyboard elsewhere, another course, the end of the program, or a while without a key), the
    draft becomes one action, which Undo takes back.
    """

    refused = Signal(object)  # Exception

    def __init__(
        self, session: Session, reader: Reader, pane: LessonPane, settings: QSettings
    ) -> None:
        super().__init__(pane)
        self._session = session
        self._reader = reader
        self._pane = pane
        self._settings = settings
        self._actions: Mapping[str, QAction] = {}
        self.panel: NotePanel | None = None
        self._item: int | None = None  # whose note is in the editor
        self._is_typed = False  # the editor holds what is not kept yet
        self._is_settling = False
        self._has_draft = False
        self._unkept: dict[int, str] = {}  # what could not be kept
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._keep_draft)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.settle)
        reader.moved.connect(self._turn_to)
        session.leaving.connect(self.settle)
        session.settling.connect(self.settle)
        session.course_closed.connect(lambda: self._turn_to(None))
        session.progress_changed.connect(self._follow)
        session.updated.connect(lambda _course: self._look_again())
        session.rearranged.connect(lambda _course: self._look_again())
        pane.note_asked.connect(self.ask)

    def begin(self, actions: Mapping[str, QAction]) -> None:
        """Take the window's actions, and let them be as they were kept."""
        self._actions = actions
        actions[f"note-{self._mode}"].setChecked(True)

    # Opening and closing

    def ask(self) -> None:
        """Open the note of what is read and go there; from there, close it again."""
        if self._reader.item is None:
            self._pane.notice.tell(self.tr("Choose the lesson that the note is for."))
        elif self.panel is not None and self.panel.isVisible() and self.panel.has_focus:
            self.close()
        else:
            self._settings.setValue("note/shown", "yes")
            self._open(self._reader.item).take_focus()

    def close(self) -> None:
        """Put the note away; it opens by itself no more where there is one, until asked for."""
        if self.panel is None:
            return
        self.settle()
        if self.panel.text.strip():
            self._settings.setValue("note/shown", "no")
        self._hide()
        self._pane.page.setFocus()

    def use_mode(self, mode: str) -> None:
        """Show the editor, the preview or both, now and later."""
        self._settings.setValue("note/mode", mode)
        if self.panel is not None:
            had_focus = self.panel.has_focus
            self._show_mode(self.panel)
            if had_focus:
                self.panel.take_focus()

    def mark(self, name: str) -> None:
        """Do what a key of the editor does, by the name of its method."""
        if self.panel is not None and self.panel.editor.isVisible():
            getattr(self.panel.editor, name)()
            self.panel.editor.setFocus()

    def show_all(self) -> None:
        """Show all notes of the course as one document."""
        from coursetracker.ui.all_notes import AllNotes  # noqa: PLC0415  not needed to start

        self.settle()
        try:
            notes, lost = self._session.notes.all(), self._session.lost()
        except Problem as problem:
            self.refused.emit(problem)
            return
        if not notes or self._session.course is None:
            self._pane.notice.tell(self.tr("There are no notes in this course yet."))
            return
        dialog = AllNotes(self._session.course, notes, lost, self._pane.window())
        dialog.dress(self._picture(self._session.course), self._pane.page)
        dialog.item_chosen.connect(self._reader.go_to)
        dialog.link_clicked.connect(self._reader.follow)
        dialog.open()

    # Keeping

    def settle(self) -> None:
        """Let what was typed be an action."""
        self._keep_draft()
        self._idle.stop()
        if not self._has_draft or self._unkept:
            return
        self._is_settling = True
        try:
            self._session.notes.settle()
            self._has_draft = False
        except Problem as problem:
            self.refused.emit(problem)
        finally:
            self._is_settling = False

    def may_end(self) -> bool:
        """Keep all and return whether the program may end: what cannot be kept is asked about."""
        self.settle()
        if self._unkept and not self._agrees_to_lose():
            return False
        if self.panel is not None:
            self._settings.setValue("note/height", self._pane.parts.saveState())
            self._settings.setValue("note/body", self.panel.body.saveState())
        return True

    def _agrees_to_lose(self) -> bool:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  rarely needed

        answer = QMessageBox.warning(
            self._pane.window(),
            self.tr("The note is not saved"),
            self.tr(
                "Your last changes could not be saved. Press Cancel to copy them or free some "
                "space; if you press Close, they are lost."
            ),
            QMessageBox.StandardButton.Close | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Close

    def _note_typing(self) -> None:
        self._is_typed = True
        self._idle.start()
        if not self._soon.isActive():
            self._soon.start(SOON)

    def _keep_draft(self) -> None:
        """Keep what was typed, and what could not be kept before."""
        self._soon.stop()
        if self._is_typed and self.panel is not None and self._item is not None:
            self._unkept[self._item] = self.panel.text
            self._is_typed = False
        for item, text in list(self._unkept.items()):
            try:
                self._session.notes.keep_draft(item, text)
            except Problem as problem:
                self._show_saved(saved=False)
                self._soon.start(AGAIN)
                self.refused.emit(problem)
                return
            del self._unkept[item]
            self._has_draft = True
            self._show_saved(saved=True)

    def _show_saved(self, *, saved: bool) -> None:
        if self.panel is not None:
            self.panel.show_saved(saved=saved)

    # Following what is read

    def _turn_to(self, item: int | None) -> None:
        self.settle()
        self._item = None
        shown = self._settings.value("note/shown", "yes") == "yes"
        if item is not None and shown and self._has_note(item):
            self._open(item)
        else:
            self._hide()

    def _has_note(self, item: int) -> bool:
        progress = self._session.progress
        return item in self._unkept or (progress is not None and progress.standing(item).has_note)

    def _follow(self, _progress: Progress, changed: frozenset[int]) -> None:
        if self._reader.item in changed:
            self._look_again()

    def _look_again(self) -> None:
        """Show the note as something else than typing has made it."""
        item = self._reader.item
        if self._is_settling or self._is_typed or item is None:
            return
        if self._item == item:
            self._load(item)
        elif self._has_note(item):
            self._turn_to(item)

    def _open(self, item: int) -> "NotePanel":
        panel = self.panel or self._made()
        if self._item != item:
            self._item = item
            self._load(item)
        at_end = self._pane.scrolled() == 1
        panel.show()
        if at_end:  # where a lesson may stand that ends its page
            self._pane.restore_scroll(1)
        return panel

    def _hide(self) -> None:
        self._item = None
        if self.panel is not None:
            self.panel.hide()

    def _load(self, item: int) -> None:
        """Show the note of an item, where it is not what is in the editor already."""
        assert self.panel is not None  # noqa: S101
        try:
            kept = self._unkept.get(item)
            text = self._session.notes.text(item) if kept is None else kept
        except Problem as problem:
            self.refused.emit(problem)
            return
        course = self._session.course
        if course is not None:
            self.panel.preview.set_folder(_folder(course))
            self.panel.preview.web_folder = self._pane.page.web_folder
            self.panel.preview.picture = self._picture(course)
        if text != self.panel.text or not text:
            self.panel.show_text(text)

    def _picture(self, course: Course) -> Callable[[str], str | None]:
        local = images(_folder(course))

        def address(source: str) -> str | None:
            return local(source) or (self._reader.web(source) if self._reader.web else None)

        return address

    def _made(self) -> "NotePanel":
        from coursetracker.ui.note import NotePanel  # noqa: PLC0415  not needed to start

        self.panel = panel = NotePanel(self._actions, self._pane)
        panel.hide()
        panel.typed.connect(self._note_typing)
        panel.close_asked.connect(self.close)
        panel.editor.left.connect(self.settle)
        panel.editor.leave_asked.connect(self._pane.page.setFocus)
        panel.preview.link_clicked.connect(self._follow_link)
        self._pane.page.look_changed.connect(self._fit)
        self._pane.add_note(panel, self._settings.value("note/height"))
        panel.restore(self._settings.value("note/body"))
        self._fit()
        self._show_mode(panel)
        return panel

    def _follow_link(self, link: str) -> None:
        if self.panel is not None and not self.panel.preview.follow_here(link):
            self._reader.follow(link)

    def _fit(self) -> None:
        """Let the note be as large as the page."""
        if self.panel is not None:
            zoom = self._pane.page.zoom
            self.panel.preview.set_zoom(zoom)
            font = self._pane.page.font()
            font.setPointSizeF(font.pointSizeF() * 1.1 * zoom)
            self.panel.editor.setFont(font)

    @property
    def _mode(self) -> str:
        kept = str(self._settings.value("note/mode", "edit"))
        return kept if kept in ("edit", "preview", "split") else "edit"

    def _show_mode(self, panel: "NotePanel") -> None:
        from coursetracker.ui.note import Mode  # noqa: PLC0415  not needed to start

        panel.show_mode(Mode(self._mode))


def _folder(course: Course) -> Path:
    return course.source if course.kind is CourseKind.FOLDER else course.source.parent
