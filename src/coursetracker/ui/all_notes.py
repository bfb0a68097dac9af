"""All notes on a course as one document: read, gone from to their lessons, saved as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.outline import Item
from coursetracker.export.notes import notes_as_markdown, parts_of_notes
from coursetracker.markdown import parse
from coursetracker.markdown.page import page_html
from coursetracker.progress.lost import LostItem
from coursetracker.ui import words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.colouring import Colouring
from coursetracker.ui.note_preview import NotePreview, Picture
from coursetracker.ui.page import PageView, look_from_palette
from coursetracker.ui.proportions import size_dialog
from coursetracker.ui.session import Course

AT_ONCE = 120_000
"""So many characters are shown in one piece; longer notes are shown chapter by chapter."""

ITEM = "#coursetracker-item-"
"""What the addresses of headings begin with, before the id of the item."""

Button = QDialogButtonBox.StandardButton


class NotesPage(NotePreview):
    """Shows notes one after the other; each has its own references."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("all-notes-page")
        self.setAccessibleName(self.tr("All notes of this course"))
        self.parts: Sequence[str] = ()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show Markdown piece by piece, from the top."""
        self.parts = parts
        self.show_note("\n\n".join(parts))
        self.verticalScrollBar().setValue(0)

    def _html(self) -> str:
        look = look_from_palette(self.palette(), self.font(), self.zoom)
        begin, body, colouring = "", [], Colouring()
        for part in self.parts:
            document = parse(part)
            blocks = document.page(list(document.root))
            html = page_html(blocks, look, self.picture, toggled=self._toggled, colour=colouring)
            begin, _, rest = html.partition("<body>")
            body.append(rest.removesuffix("</body></html>"))
        return f"{begin}<body>{''.join(body)}</body></html>"


class AllNotes(QDialog):
    """Shows the document, saves it, and says what is gone to from it."""

    item_chosen = Signal(object)  # id of the item
    link_clicked = Signal(str)

    def __init__(
        self, course: Course, notes: Mapping[int, str], lost: Sequence[LostItem], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("all-notes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All notes – {course}").format(course=course.title))
        self._course = course
        self._notes = notes
        self._lost = lost
        self._outline = replace(course.outline, title=course.title)
        self.page = NotesPage(self)
        self.page.link_clicked.connect(self._follow)
        self._chapters = QComboBox(self)
        self._chapters.setObjectName("chapters")
        self._chapters.setAccessibleName(self.tr("Part of the course"))
        self._chapters.currentIndexChanged.connect(self._show_chapter)
        self._lay_out()
        size_dialog(self, 108, 38)

    def _lay_out(self) -> None:
        buttons = ButtonBox(self)
        save = buttons.addButton(
            self.tr("&Save as Markdown…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        save.setObjectName("save-notes")
        save.clicked.connect(self.ask)
        buttons.addButton(Button.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._chapters)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)

    def dress(self, picture: Picture, page: PageView) -> None:
        """Show the notes with the pictures, and as large, as the page of the course."""
        self.page.picture = picture
        self.page.web_folder = page.web_folder
        self.page.set_folder(self._folder)
        self.page.set_zoom(page.zoom)
        parts = list(self._parts())
        long = sum(map(len, parts)) > AT_ONCE
        chapters = list(_chapters(parts)) if long else [parts]
        self._chapters.blockSignals(True)  # noqa: FBT003
        for chapter in chapters:
            lines = chapter[0].splitlines()
            self._chapters.addItem(_plain(lines[0]), chapter)
        self._chapters.blockSignals(False)  # noqa: FBT003
        self._chapters.setVisible(len(chapters) > 1)
        self._show_chapter()
        self.page.setFocus()

    @property
    def _folder(self) -> Path:
        source = self._course.source
        return source if source.is_dir() else source.parent

    def _parts(self) -> Iterator[str]:
        return parts_of_notes(
            self._outline,
            self._notes,
            self._lost,
            self.tr("Lost & found"),
            link=lambda item: f"{ITEM}{item.id}",
        )

    def _show_chapter(self) -> None:
        self.page.show_parts(self._chapters.currentData())

    def _follow(self, link: str) -> None:
        if link.startswith(ITEM):
            self.accept()
            self.item_chosen.emit(int(link.removeprefix(ITEM)))
        elif not self.page.follow_here(link):
            self.accept()
            self.link_clicked.emit(link)

    # Saving

    def ask(self) -> None:
        """Ask where to, and save all notes."""
        kind = self.tr("Markdown (*.md)")
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), "", kind)
        if name:
            target = Path(name) if Path(name).suffix else Path(f"{name}.md")
            self.save(target)

    def save(self, target: Path) -> None:
        """Write all notes to a file; what cannot be written is told."""
        text = notes_as_markdown(
            self._outline, self._notes, self._lost, self.tr("Lost & found"), link=_web_link
        )
        try:
            target.write_text(text, "utf-8", newline="\n")
        except OSError as error:
            sentence = self.tr(
                "The notes cannot be written to {path} ({reason}). Choose another place."
            )
            told = sentence.format(path=target, reason=error.strerror)
            QMessageBox.warning(self, self.windowTitle(), words.verbatim(told))


def _web_link(item: Item) -> str | None:
    """Return where a lesson leads on the web, if it is a link: the file knows no other place."""
    link = item.link or ""
    return link if link.startswith(("http://", "https://")) else None


def _chapters(parts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the parts under each heading of the second level; the title is a chapter's own."""
    number = 0

    def chapter(part: str) -> int:
        nonlocal number
        number += part.startswith("## ")
        return number

    for which, below in groupby(parts, chapter):
        found = list(below)
        if which or len(found) > 1:
            yield found


def _plain(heading: str) -> str:
    document = parse(heading)
    block = document.inlined(document.root[0])
    return "".join(block.itertext())
