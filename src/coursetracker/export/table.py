"""Progress as a table for spreadsheets: CSV by RFC 4180, one row for each item.

docs/export-format.md tells what its columns hold.
"""

import csv
import io
from collections.abc import Mapping
from datetime import date

from coursetracker.course.outline import Item, State
from coursetracker.progress.grades import Rules, counting_score
from coursetracker.progress.rollup import Progress

COLUMNS = (
    "kind", "title", "section", "week", "state", "started_on", "done_on", "score", "attempts",
    "pass_mark", "weight", "due_on", "optional", "effort_minutes", "lessons_done", "lessons",
    "changed", "link", "has_note", "note",
)  # fmt: skip

Cell = str | int | float | bool | date | None
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(
    progress: Progress, rules: Rules, due: Mapping[int, date], notes: Mapping[int, str]
) -> bytes:
    """Return the items in reading order, with a mark by which Excel knows that it is UTF-8.

    `rules` say which attempt counts; `due` and `notes` are by item. Text that a spreadsheet would
    take for a formula has an apostrophe in front.
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for item in progress.outline.items:
        row = _row(progress, item, rules, due.get(item.id), notes.get(item.id, ""))
        rows.writerow(map(_cell, row))
    return written.getvalue().encode("utf-8-sig", "replace")


def _row(
    progress: Progress, item: Item, rules: Rules, due: date | None, note: str
) -> tuple[Cell, ...]:
    outline, standing, tally = progress.outline, progress.standing(item.id), progress.tally(item.id)
    above = [each.title for each in outline.ancestors(item.id)]
    return (
        item.kind.value,
        item.title,
        " / ".join(reversed(above)),
        item.week,
        progress.state(item.id).value,
        standing.started_at and standing.started_at.date(),
        standing.done_at and standing.done_at.date() if standing.state is State.DONE else None,
        counting_score(standing, rules.counting),
        len(standing.attempts) or None,
        standing.pass_mark,
        standing.weight,
        due,
        progress.is_optional(item),
        item.effort_minutes,
        tally.done,
        tally.counted,
        item.id in progress.outdated,
        item.link,
        bool(note),
        note,
    )


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_BEGINS_FORMULA) else value
    return f"{value:.10g}"
