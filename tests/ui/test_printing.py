"""Printing to PDF, as there is no printer: the page and the report, and their previews."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coursetracker.export.report import Report
from coursetracker.export.typesetting import drawn
from coursetracker.problems import Problem
from coursetracker.ui.theme import Scheme, apply_scheme
from coursetracker.ui.window import MainWindow

LONG = (
    "# Course\n\n## Lesson one\n\n"
    + "Some words that fill a line of the page, and more of them after that. " * 200
    + "\n\n| Name | Value |\n|---|---|\n"
    + "".join(f"| row {n} | {n} |\n" for n in range(120))
    + "\n```python\nprint('" + "long " * 80 + "')\n```\n\nInline $x^2$ here.\n"
    + "\n## Lesson two\n\nShort.\n"
)  # fmt: skip


def to_pdf(target: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(size))
    return printer


def pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


@pytest.fixture
def long_page(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    path = tmp_path / "long.md"
    path.write_text(LONG, "utf-8")
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(path)
    with qtbot.waitSignal(window.page.page_shown):
        window.reader.next()
    return window


def test_a_page_is_printed_over_as_many_sheets_as_it_takes(
    long_page: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "page.pdf"
    long_page.printing.page()(to_pdf(target))
    many = pages(target)
    assert many > 3

    printer = to_pdf(target)
    printer.setFromTo(2, 3)
    long_page.printing.page()(printer)
    assert pages(target) == 2

    printer = to_pdf(target, QPageSize.PageSizeId.A3)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    long_page.printing.page()(printer)
    assert 1 < pages(target) < many


def test_paper_is_light_whatever_the_window_is(
    long_page: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    light, dark = tmp_path / "light.pdf", tmp_path / "dark.pdf"
    long_page.printing.page()(to_pdf(light))
    apply_scheme(Scheme.DARK)
    try:
        long_page.printing.page()(to_pdf(dark))
    finally:
        apply_scheme(Scheme.LIGHT)
    size = len(light.read_bytes())
    assert abs(len(dark.read_bytes()) - size) < 64  # but for the times in them


def test_the_report_is_printed_as_its_pdf_looks(window: MainWindow, tmp_path: Path) -> None:
    report: Report = window.printing._report()
    drawings = drawn(report)
    assert all(each.startswith(b"<svg") for each in drawings)
    for size in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter):
        target = tmp_path / "report.pdf"
        window.printing.report(report, drawings)(to_pdf(target, size))
        assert pages(target) == len(drawings)


def when_shown(kind: type, act: object, tries: int = 200) -> None:
    """Do something with a dialog once it is there, and close it."""

    def look(left: int) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and isinstance(dialog, kind):
            act(dialog)  # type: ignore[operator]
            dialog.close()
        elif left:
            QTimer.singleShot(50, lambda: look(left - 1))

    QTimer.singleShot(0, lambda: look(tries))


def test_previews_show_the_sheets(long_page: MainWindow, qtbot: QtBot) -> None:
    seen: list[int] = []

    def count(dialog: QPrintPreviewDialog) -> None:
        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview is not None
        preview.updatePreview()
        seen.append(preview.pageCount())

    when_shown(QPrintPreviewDialog, count)
    long_page.actions_by_name["print-preview"].trigger()
    assert seen[0] > 3
    when_shown(QPrintPreviewDialog, count)
    with qtbot.waitSignal(long_page.printing.report_ready, timeout=20_000):
        long_page.actions_by_name["print-report"].trigger()
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=20_000)


def test_print_asks_for_the_printer_and_prints(
    long_page: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "asked.pdf"

    def agree(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    long_page.actions_by_name["print"].trigger()
    assert pages(target) > 3


def test_all_of_a_very_long_page_is_printed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "very long.md"
    lines = "".join(f"- item {number} of a list that goes on and on\n" for number in range(4000))
    path.write_text(f"# Course\n\n## Lesson\n\n{lines}\n## Another\n\nThe end.\n", "utf-8")
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(path)
    with qtbot.waitSignal(window.page.page_shown):
        window.reader.next()
    assert "Show more" in window.page.toPlainText()
    target = tmp_path / "printed.pdf"
    window.printing.page()(to_pdf(target))
    assert pages(target) > 60


@pytest.mark.qt_log_ignore("Cannot open file|QPainter|begin")
def test_what_cannot_be_printed_is_told(long_page: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be printed"):
        long_page.printing.page()(to_pdf(tmp_path / "nowhere" / "printed.pdf"))
