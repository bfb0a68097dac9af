"""A page of the course on paper: in light colours, under the course's name and the date."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
    QTextTable,
)
from PySide6.QtPrintSupport import QPrinter

from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.ui.page import PageView
from coursetracker.ui.theme import Scheme, palette_for

DPI = 96
"""Pages are laid out with so many pixels to an inch, and drawn with the printer's."""

EDGE = 34.0
"""The room above and below the text, for the lines that name the course and count the pages."""

SMALLEST = 0.5
"""A page that is too wide for its paper is shrunk to no less than this."""

_INK = QColor("#5c6675")
_RULE = QColor("#d5dae1")


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands around the text: the course, the date, and how pages are counted."""

    course: str
    date: str
    count: str  # "Page {page} of {pages}"


class PaperPage(PageView):
    """A page that is never on the screen: it has the look of paper, and lines that all fit."""

    def __init__(self, width: int) -> None:
        self._width = width
        super().__init__()
        self.setPalette(palette_for(Scheme.LIGHT))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    @property
    def column(self) -> int:
        """The width of the text, in pixels."""
        return self._width

    def sheets(self, html: str) -> QTextDocument:
        """Return a page with all its formulas, no line of code longer than the paper."""
        self.show_page(html)
        document = self.whole_copy()
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        edit = QTextCursor(document)
        edit.beginEditBlock()
        _let_lines_break(document)
        _repeat_headings(document)
        edit.endEditBlock()
        return document

    def _fit_column(self) -> None:
        """Leave the margins to the paper."""


def _let_lines_break(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().nonBreakableLines():
            shape = block.blockFormat()
            shape.setNonBreakableLines(False)
            QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def _repeat_headings(document: QTextDocument) -> None:
    """Let the first row of a table stand on every page that the table is on.

    On the screen the lines of a table are its ground, seen between the cells; on paper that would
    fill what is left of a page.
    """
    waiting = document.rootFrame().childFrames()
    while waiting:
        frame = waiting.pop()
        waiting.extend(frame.childFrames())
        if isinstance(frame, QTextTable) and frame.rows() > 1:
            shape = frame.format().toTableFormat()
            shape.setHeaderRowCount(1)
            shape.clearBackground()
            shape.setCellSpacing(0)
            shape.setBorderCollapse(True)
            shape.setBorder(1)
            shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBorderBrush(_RULE)
            frame.setFormat(shape)


def painter_on(printer: QPrinter) -> QPainter:
    """Return what draws on a printer's paper. Raises Problem where the printer takes nothing."""
    painter = QPainter()
    if not painter.begin(printer):
        raise Problem(_NOT_PRINTED)
    return painter


_NOT_PRINTED = QT_TRANSLATE_NOOP(
    "Problem",
    "It could not be printed. Check the printer, or the folder that the file is to be in.",
)


def print_document(document: QTextDocument, printer: QPrinter, margins: Margins) -> None:
    """Draw a document on the pages of a printer, those that were asked for."""
    painter = painter_on(printer)
    scale = printer.resolution() / DPI
    paper = printer.pageRect(QPrinter.Unit.DevicePixel)
    width, height = paper.width() / scale, paper.height() / scale
    body = height - 2 * EDGE
    document.setPageSize(QSizeF(width, body))
    shrunk = min(1.0, max(SMALLEST, width / max(1.0, document.size().width())))
    if shrunk < 1:
        document.setPageSize(QSizeF(width / shrunk, body / shrunk))
    pages = document.pageCount()
    first = printer.fromPage() or 1
    for page in range(first, min(printer.toPage() or pages, pages) + 1):
        if page > first:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        _draw_margins(painter, QSizeF(width, height), margins, (page, pages))
        painter.translate(0, EDGE)
        painter.scale(shrunk, shrunk)
        _draw_text(painter, document, page)
        painter.restore()
    painter.end()


def _draw_text(painter: QPainter, document: QTextDocument, page: int) -> None:
    size = document.pageSize()
    part = QRectF(QPointF(0, (page - 1) * size.height()), size)
    painter.translate(0, -part.top())
    painter.setClipRect(part)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = part  # type: ignore[attr-defined, unused-ignore]
    context.palette = palette_for(Scheme.LIGHT)  # type: ignore[attr-defined, unused-ignore]
    document.documentLayout().draw(painter, context)


def _draw_margins(
    painter: QPainter, size: QSizeF, margins: Margins, number: tuple[int, int]
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(_INK)
    line = QRectF(0, 0, size.width(), 16)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    metrics = painter.fontMetrics()
    room = size.width() - metrics.horizontalAdvance(margins.date) - 24
    course = metrics.elidedText(margins.course, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(line, left, course)
    painter.drawText(line, right, margins.date)
    page, pages = number
    foot = line.translated(0, size.height() - line.height())
    painter.drawText(foot, right, margins.count.format(page=page, pages=pages))
    painter.setPen(_RULE)
    painter.drawLine(QPointF(0, 20), QPointF(size.width(), 20))
