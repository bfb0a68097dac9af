"""The calendar, read back by another program's reader."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.export.calendar import CalendarFacts, calendar
from coursetracker.problems import Problem
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import Plan, Unit, due_dates
from coursetracker.progress.standings import Attempt, Standing
from export.courses import english, spanish

MONDAY = date(2026, 3, 2)
AT = datetime(2026, 3, 1, 20, 30, tzinfo=timezone(timedelta(hours=-5)))
PLAN = Plan(MONDAY, Unit.WEEKS, 7)
OUTLINE = Outline(
    "Pan",
    (
        Item(1, None, Kind.WEEK, "Semana 1; harina, agua", 1, 9, week=1),
        Item(2, 1, Kind.LESSON, "Amasar", 2, 5, 1),
        Item(3, 1, Kind.ASSESSMENT, "Examen", 5, 9, 1),
        Item(4, None, Kind.WEEK, "", 9, 20, week=2),
        Item(5, 4, Kind.LESSON, "El horno", 10, 11, 2),
    ),
)
UIDS = {item.id: f"{item.id:032x}" for item in OUTLINE.items}


def facts(progress: Progress, plan: Plan | None = PLAN, course: str = "Pan ñ") -> CalendarFacts:
    return CalendarFacts(course, AT, due_dates(progress, plan), UIDS)


def events(written: bytes) -> list[Event]:
    read = Calendar.from_ical(written)
    assert isinstance(read, Calendar)
    assert not read.errors
    return list(read.events)


def test_weeks_and_assessments_are_events_of_a_day() -> None:
    progress = Progress.of(
        OUTLINE, {2: Standing(State.DONE, AT, AT), 3: Standing(attempts=(Attempt(MONDAY, 90),))}
    )
    written = calendar(progress, facts(progress), english)

    assert [(str(e["SUMMARY"]), e.start, e.duration) for e in events(written)] == [
        ("Semana 1; harina, agua", date(2026, 3, 8), timedelta(days=1)),
        ("✓ Examen", date(2026, 3, 8), timedelta(days=1)),
        ("Week 2", date(2026, 3, 15), timedelta(days=1)),
    ]
    week, exam, _ = events(written)
    assert str(exam["DESCRIPTION"]) == "Pan ñ\nSemana 1; harina, agua"
    assert AT.astimezone(UTC) == week.DTSTAMP
    assert week.categories == ["Pan ñ"]
    assert week["TRANSP"] == "TRANSPARENT"
    read = Calendar.from_ical(written)
    assert (read["VERSION"], str(read["NAME"]), str(read["X-WR-CALNAME"])) == (
        "2.0", "Pan ñ", "Pan ñ",
    )  # fmt: skip


def test_names_stay_when_dates_move() -> None:
    before = Progress.of(OUTLINE, {})
    after = Progress.of(OUTLINE, {5: Standing(due_on=date(2026, 4, 1))})
    one = events(calendar(before, facts(before), english))
    other = events(calendar(after, facts(after), spanish))

    dates = [{str(e["UID"]): e.start for e in each} for each in (one, other)]
    assert dates[0].keys() < dates[1].keys() == {f"{UIDS[n]}@coursetracker" for n in (1, 3, 4, 5)}
    assert dates[1][f"{UIDS[4]}@coursetracker"] == date(2026, 4, 1)


def test_the_first_due_stands_first() -> None:
    progress = Progress.of(
        OUTLINE, {2: Standing(due_on=date(2026, 5, 1)), 5: Standing(due_on=date(2026, 4, 1))}
    )
    starts = [e.start for e in events(calendar(progress, facts(progress, None), english))]
    assert starts == sorted(starts)


def test_without_dates_there_is_nothing_to_write() -> None:
    progress = Progress.of(OUTLINE, {})
    with pytest.raises(Problem, match="has no due dates"):
        calendar(progress, facts(progress, None), english)


titles = st.text(min_size=1, max_size=120)


@given(titles, titles)
def test_any_title_comes_back(title: str, course: str) -> None:
    outline = Outline(course, (Item(1, None, Kind.ASSESSMENT, title, 1, 2),))
    progress = Progress.of(outline, {})
    written = calendar(progress, facts(progress, course=course), english)

    (event,) = events(written)
    kept = "".join(c for c in title if c == "\n" or (c.isprintable() and ord(c) > 31))
    shown = "".join(c for c in str(event["SUMMARY"]) if c == "\n" or c.isprintable())
    assert shown == kept
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    written.decode()
