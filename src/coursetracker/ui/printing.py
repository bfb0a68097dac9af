"""Printing the page that is shown, and the progress report, each with a preview."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QDate, QLocale, QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer

from coursetracker.problems import Problem
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.language import speaker, spoken_language
from coursetracker.ui.page import look_from_palette
from coursetracker.ui.paper import DPI, Margins, PaperPage, painter_on, print_document
from coursetracker.ui.theme import Scheme, palette_for

if TYPE_CHECKING:
    from coursetracker.export.report import Paper, Report
    from coursetracker.ui.window import MainWindow

MARGINS = (18, 12, 18, 12)
"""What paper leaves free at first, in millimetres: left, top, right, bottom."""

Paint = Callable[[QPrinter], None]


class Printing(QObject):
    """Prints what the learner sees, on paper that is always light."""

    refused = Signal(object)  # Exception
    report_ready = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._job: Job | None = None

    # The page

    def preview_page(self) -> None:
        """Show how the page that is shown will be printed."""
        self._preview(self._printer(self._page_title()), self.page())

    def print_page(self) -> None:
        """Ask for the printer, and print the page that is shown."""
        printer = self._printer(self._page_title())
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():
            self.page()(printer)
        dialog.deleteLater()

    def page(self) -> Paint:
        """Return what prints the page that is shown now."""
        course = self._session.course
        assert course is not None  # noqa: S101
        margins = Margins(course.title, self._date(), self.tr("Page {page} of {pages}"))
        return partial(self._print_page, margins)

    def _print_page(self, margins: Margins, printer: QPrinter) -> None:
        width = printer.pageRect(QPrinter.Unit.Inch).width() * DPI
        shown = self._window.page
        page = PaperPage(round(width))
        page.setFont(shown.font())
        page.take_folders(shown)
        look = look_from_palette(palette_for(Scheme.LIGHT), shown.font())
        print_document(page.sheets(self._window.reader.whole(look)), printer, margins)
        page.deleteLater()

    def _page_title(self) -> str:
        course, item = self._session.course, self._window.reader.item
        assert course is not None  # noqa: S101
        known = item is not None and item in course.outline
        return course.outline.item(item).title if known and item is not None else course.title

    def _date(self) -> str:
        today = self._session.today()
        day = QDate(today.year, today.month, today.day)
        return QLocale().toString(day, QLocale.FormatType.LongFormat)

    # The report

    def preview_report(self) -> None:
        """Make the report, and show how it will be printed; it looks as its PDF does."""
        if self._job is not None or self._session.course is None:
            return
        report = self._report()
        self._job = Job(partial(_drawn, report), self)
        self._job.succeeded.connect(partial(self._preview_report, report))
        self._job.failed.connect(self.refused)
        self._job.finished.connect(self._forget)
        self._window.working.begin(self.tr("Writing the report…"), self._job)
        self._job.start()

    def _report(self) -> "Report":
        metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
        report = self._session.report(spoken_language(), speaker("Report"))
        return _on_paper(report, "a4" if metric else "us-letter")

    def _forget(self) -> None:
        self._job = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made or read."""
        return self._job is not None

    def stop(self) -> None:
        """Give up what is being made, and wait for it to be gone."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _preview_report(self, report: "Report", pages: tuple[bytes, ...]) -> None:
        self.report_ready.emit()
        printer = self._printer(report.document_title)
        size = QPageSize.PageSizeId.A4 if report.paper == "a4" else QPageSize.PageSizeId.Letter
        printer.setPageSize(QPageSize(size))
        self._preview(printer, self.report(report, pages))

    def report(self, report: "Report", pages: tuple[bytes, ...]) -> Paint:
        """Return what prints a report whose pages were drawn for its paper."""
        ready = {report.paper: pages}

        def paint(printer: QPrinter) -> None:
            letter = printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
            paper: Paper = "us-letter" if letter else "a4"
            if paper not in ready:
                ready[paper] = _drawn(_on_paper(report, paper), lambda _done, _total: None)
            print_drawings(ready[paper], printer)

        return paint

    # Dialogs

    def _printer(self, title: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCreator("CourseTracker")
        printer.setPageMargins(QMarginsF(*MARGINS), QPageLayout.Unit.Millimeter)
        return printer

    def _preview(self, printer: QPrinter, paint: Paint) -> None:
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setObjectName("print-preview-dialog")
        dialog.setWindowTitle(self.tr("Print preview"))
        room = QGuiApplication.primaryScreen().availableSize()
        dialog.resize(min(900, room.width() - 40), min(720, room.height() - 60))
        dialog.paintRequested.connect(partial(self._paint, paint))
        dialog.exec()
        dialog.deleteLater()

    def _paint(self, paint: Paint, printer: QPrinter) -> None:
        try:
            paint(printer)
        except Problem as problem:
            self.refused.emit(problem)


def print_drawings(pages: tuple[bytes, ...], printer: QPrinter) -> None:
    """Print pages, each drawn as SVG, as large as the paper lets them be."""
    printer.setFullPage(True)
    painter = painter_on(printer)
    first = printer.fromPage() or 1
    for number in range(first, min(printer.toPage() or len(pages), len(pages)) + 1):
        if number > first:
            printer.newPage()
        drawing = QSvgRenderer(QByteArray(pages[number - 1]))
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        size = drawing.defaultSize().toSizeF()
        scale = min(paper.width() / size.width(), paper.height() / size.height())
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        place.moveCenter(paper.center() - paper.topLeft())
        drawing.render(painter, place)
    painter.end()


def _on_paper(report: "Report", paper: Literal["a4", "us-letter"]) -> "Report":
    from dataclasses import replace  # noqa: PLC0415

    return replace(report, paper=paper)


def _drawn(report: "Report", tick: Tick) -> tuple[bytes, ...]:
    from coursetracker.export.typesetting import drawn  # noqa: PLC0415  it loads typst

    tick(0, 1)
    return drawn(report)
