"""Progress as a table for spreadsheets."""

import csv
import io
from datetime import date, datetime, timedelta, timezone

import pytest

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.export.table import COLUMNS, table
from coursetracker.progress.grades import USUAL
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import due_dates
from coursetracker.progress.standings import Attempt, Standing

AT = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5)))


def rows(progress: Progress, notes: dict[int, str]) -> list[dict[str, str]]:
    written = table(progress, USUAL, due_dates(progress, None), notes)
    assert written.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_each_item_has_a_row_with_all_that_is_known_of_it() -> None:
    outline = Outline(
        "Pan",
        (
            Item(1, None, Kind.WEEK, "Semana 1", 1, 9, week=1),
            Item(2, 1, Kind.SECTION, "Masa, agua", 2, 8, week=1),
            Item(3, 2, Kind.LESSON, "Amasar\n“ñ”", 3, 4, 1, link="a.md", effort_minutes=12),
            Item(4, 1, Kind.ASSESSMENT, "Examen", 8, 9, 1, optional=True),
        ),
    )
    standings = {
        3: Standing(State.DONE, AT, AT, "other text"),
        4: Standing(
            attempts=(Attempt(AT.date(), 71.5), Attempt(AT.date(), 60.0)),
            pass_mark=80.0,
            weight=2.0,
            due_on=date(2026, 5, 1),
        ),
    }
    week, section, lesson, exam = rows(
        Progress.of(outline, standings), {3: 'Says "hi",\nthen goes', 4: "-5 °C"}
    )
    assert (week["kind"], week["week"], week["state"]) == ("week", "1", "done")
    assert (week["lessons_done"], week["lessons"]) == ("1", "1")
    assert (section["section"], section["title"]) == ("Semana 1", "Masa, agua")
    assert lesson == {
        "kind": "lesson", "title": "Amasar\n“ñ”", "section": "Semana 1 / Masa, agua", "week": "1",
        "state": "done", "started_on": "2026-03-01", "done_on": "2026-03-01", "score": "",
        "attempts": "", "pass_mark": "", "weight": "", "due_on": "", "optional": "no",
        "effort_minutes": "12",
        "lessons_done": "1", "lessons": "1", "changed": "yes", "link": "a.md", "has_note": "yes",
        "note": 'Says "hi",\nthen goes',
    }  # fmt: skip
    told = ("score", "attempts", "pass_mark", "weight", "due_on", "optional")
    assert [exam[name] for name in told] == [
        "71.5", "2", "80", "2", "2026-05-01", "yes",
    ]  # fmt: skip
    assert exam["note"] == "'-5 °C"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_is_a_formula(begins: str) -> None:
    title = f"{begins}HYPERLINK(1)"
    outline = Outline("C", (Item(1, None, Kind.LESSON, title, 1, 2, link=title),))
    (row,) = rows(Progress.of(outline, {}), {1: title})
    assert row["title"] == row["link"] == row["note"] == f"'{title}"
