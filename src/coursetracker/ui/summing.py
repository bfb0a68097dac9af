"""What an import does, in sentences: for the window and the command line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from coursetracker.ui.quantities import Quantities
from coursetracker.ui.session.exchange import Summary

MOST_NAMES = 5


def sentences(summary: Summary) -> list[str]:
    """Return what an import does, the numbers first."""
    told = [_counts(summary)]
    if summary.updated:
        told.append(
            QCoreApplication.translate("Summary", "Get a newer text: {titles}").format(
                titles=_names(summary.updated)
            )
        )
    if summary.kept:
        sentence = QCoreApplication.translate(
            "Summary",
            "Keep the text that is here, as the file has another that is not newer: {titles}",
        )
        told.append(sentence.format(titles=_names(summary.kept)))
    return told


def _counts(summary: Summary) -> str:
    if not summary.changes_anything:
        return QCoreApplication.translate("Summary", "Everything in the file is here already.")
    counts = QCoreApplication.translate(
        "Summary",
        "Courses: {count}, of them new: {new}, merged: {merged}, unchanged: {unchanged}."
        " New actions: {actions}.",
    )
    return counts.format(
        count=len(summary.new) + len(summary.changed) + len(summary.unchanged),
        new=len(summary.new),
        merged=len(summary.changed),
        unchanged=len(summary.unchanged),
        actions=summary.actions,
    )


def _names(titles: Sequence[str]) -> str:
    shown = ", ".join(f"“{title}”" for title in titles[:MOST_NAMES])
    more = len(titles) - MOST_NAMES
    if more <= 0:
        return shown
    return f"{shown} {Quantities().more(more)}"
