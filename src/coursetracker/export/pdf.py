"""Writing the progress report as a PDF file."""

from pathlib import Path

from coursetracker.export.report import Report
from coursetracker.export.writing import Tick, write_file


def write_pdf(report: Report, target: Path, tick: Tick) -> tuple[str, ...]:
    """Write the report and return the characters that no font could show.

    Raises Problem where it cannot be written, and whatever *tick* raises to cancel.
    """
    replaced: tuple[str, ...] = ()

    def made() -> bytes:
        from coursetracker.export.typesetting import typeset  # noqa: PLC0415  only who exports waits

        nonlocal replaced
        typeset_report = typeset(report)
        replaced = typeset_report.replaced
        return typeset_report.pdf

    write_file(target, made, tick)
    return replaced
