"""The page: rich text that runs nothing and loads nothing but the course's own pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from coursetracker.ui.course_files import SCHEME, file_below, picture
from coursetracker.ui.fonts import mono_family
from coursetracker.ui.theme import is_dark
from coursetracker.ui.words import page_words

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextBlock, QTextDocument

    from coursetracker.markdown.page import PageLook
    from coursetracker.ui.formula_view import FormulaView

MEASURE = 820
"""The widest a column of text gets, in pixels: about 100 characters."""

MARGIN = 28
MARK, BESIDE = 3, 14
"""How wide the mark of the place is that is read, and how far before the text it stands."""

NOTCH = 120
"""How far one step of a wheel turns it, in eighths of a degree."""


class PageView(QTextBrowser):
    """Shows one page; opens nothing by itself."""

    link_clicked = Signal(str)
    look_changed = Signal()
    page_shown = Signal()
    zoom_asked = Signal(int)  # so many steps closer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Page of the lesson"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._pass_on)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # a wide table scrolls, words stay
        self.zoom = 1.0
        self.patience = 0.04  # so many seconds it waits for formulas, so that most come with it
        self._wheeled = 0
        self._folder: Path | None = None
        self.web_folder: Path | None = None
        self._seen = False
        self._waiting: Callable[[], object] | None = None
        self._formulas: FormulaView | None = None
        self._place: QTextBlock | None = None

    def when_seen(self, show: Callable[[], object]) -> None:
        """Do what shows a page: now, or as soon as the window has been painted once.

        So the window is on the screen before its first page is converted.
        """
        if self._seen:
            self._waiting = None  # it would be overtaken by what is shown now
            show()
        else:
            self._waiting = show

    def set_folder(self, folder: Path) -> None:
        """Say below which folder pictures may be loaded."""
        self._folder = folder

    def take_folders(self, other: "PageView") -> None:
        """Load pictures from where another page does."""
        self._folder, self.web_folder = other._folder, other.web_folder  # noqa: SLF001  its like

    def show_page(self, html: str) -> None:
        """Show a page in place of the one before."""
        self._place = None  # it would be one of the document before
        self._fit_font()
        self.setHtml(html)
        self._show_formulas(has_some='<img src="formula:' in html)
        self._fit_column()
        self.page_shown.emit()

    def _show_formulas(self, *, has_some: bool) -> None:
        if has_some and self._formulas is None:
            from coursetracker.ui.formula_view import FormulaView  # noqa: PLC0415  rarely needed

            self._formulas = FormulaView(self)
        if self._formulas is not None:
            self._formulas.show()

    def whole_copy(self) -> "QTextDocument":
        """Return a copy of the page with all its formulas, which no widget lays out."""
        if self._formulas is not None:
            self._formulas.finish()
        copy = self.document().clone(self)
        if self._formulas is not None:
            self._formulas.draw_in(copy)
        return copy

    def createMimeDataFromSelection(self) -> "QMimeData":
        """Return what is selected for the clipboard; a formula is its source."""
        if self._formulas is None:
            return super().createMimeDataFromSelection()
        return self._formulas.copied(self.textCursor().selection())

    def set_zoom(self, zoom: float) -> None:
        """Show text, tables and pictures so many times as large."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.look_changed.emit()

    def show_changed(self, html: str, link: str) -> None:
        """Show a page again that has changed below a link, at the same place; Tab goes on there."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.show_page(html)
        self._go_to_link(link)
        bar.setValue(place)

    def _go_to_link(self, link: str) -> None:
        """Put the cursor before a link."""
        block = self.document().begin()
        while block.isValid():
            for found in block.textFormats():
                if found.format.anchorHref() == link:
                    cursor = self.textCursor()
                    cursor.setPosition(block.position() + found.start)
                    self.setTextCursor(cursor)
                    return
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the course; nothing else is ever loaded, from anywhere."""
        from PySide6.QtGui import QTextDocument  # noqa: PLC0415  not for the first paint

        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = self.picture_file(name)
        dots = self.devicePixelRatioF()
        return None if path is None else picture(path, self.zoom, self.column, dots)

    def picture_file(self, address: QUrl | str) -> Path | None:
        """Return the file of a picture of the course by the address that the page has for it."""
        url = QUrl(address)
        folder = self.web_folder if url.host() == "web" else self._folder
        if folder is None or url.scheme() != SCHEME:
            return None
        return file_below(folder, url.path(QUrl.ComponentFormattingOption.FullyDecoded))

    def _pass_on(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    @property
    def column(self) -> int:
        """The width of the text beside a scroll bar, in pixels, whether there is one yet or not."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        return round(min(MEASURE * self.zoom, max(200, room - 2 * MARGIN)))

    @property
    def share(self) -> float:
        """How far down the page is scrolled, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to_share(self, share: float) -> None:
        """Go as far down the page as `share` says."""
        from coursetracker.ui.parts import lay_out  # noqa: PLC0415  not for the first paint

        lay_out(self.document())
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def mark_place(self, anchor: str) -> None:
        """Mark the block that an anchor stands in: that of the lesson that is read, on a long page.

        "" marks nothing: the page's beginning needs no mark.
        """
        from coursetracker.ui.parts import block_at_line  # noqa: PLC0415  not for the first paint

        line = anchor.removeprefix("L")
        self._place = block_at_line(self.document(), int(line)) if line.isdecimal() else None
        self.viewport().update()

    def _draw_place(self) -> None:
        if self._place is None or not self._place.isValid():
            return
        room = self.document().documentLayout().blockBoundingRect(self._place)
        down, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        left = self.document().rootFrame().frameFormat().leftMargin() - BESIDE
        bar = QRectF(left - across, room.top() - down, MARK, room.height())
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
        painter.drawRect(bar)

    def _fit_font(self) -> None:
        """Let headings grow with the text: Qt sizes them by the document's font."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * self.zoom)
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)

    def _fit_column(self) -> None:
        """Keep the text in a column that is easy to read, in the middle of a wide window."""
        side = max(MARGIN, (self.viewport().width() - MEASURE * self.zoom) / 2)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(16)
            shape.setBottomMargin(MARGIN)
            frame.setFrameFormat(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        if self._seen:
            self._fit_column()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and show the page that has waited for that."""
        super().paintEvent(event)
        self._draw_place()
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._show_waiting)

    def _show_waiting(self) -> None:
        show, self._waiting = self._waiting, None
        if show is not None and self.isVisible():  # a closed window has no library
            show()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, ask to come closer or go farther."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheeled += event.angleDelta().y()
        steps = int(self._wheeled / NOTCH)  # a touchpad sends many small parts of a step
        self._wheeled -= steps * NOTCH
        if steps:
            self.zoom_asked.emit(steps)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for the page anew where its colours or fonts have changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.look_changed.emit()


def look_from_palette(palette: QPalette, font: QFont, zoom: float = 1.0) -> "PageLook":
    """Return the look of a page that fits a palette and a font, so many times as large."""
    from coursetracker.markdown.page import PageLook  # noqa: PLC0415

    role = QPalette.ColorRole
    return PageLook(
        text=palette.color(role.Text).name(),
        muted=palette.color(role.PlaceholderText).name(),
        link=palette.color(role.Link).name(),
        ground=palette.color(role.Base).name(),
        shade=palette.color(role.AlternateBase).name(),
        rule=palette.color(role.Mid).name(),
        mono=mono_family(),
        size=font.pointSizeF() * 1.1 * zoom,
        dark=is_dark(palette),
        words=page_words(),
    )
