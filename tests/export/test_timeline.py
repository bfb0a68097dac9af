from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.export.timeline import Completion, timeline, timeline_note
from coursetracker.export.wording import Wording
from export.courses import english

TODAY = date(2026, 11, 23)
WORDING = Wording(english)
DATES = st.lists(st.dates(date(2026, 1, 1), TODAY), min_size=1, max_size=40)


def test_the_curve_begins_with_nothing_the_day_before_the_first_lesson() -> None:
    days = [date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 20)]

    curve = timeline(Completion.of(days, 3, 8), TODAY, WORDING)

    assert curve is not None
    assert curve.points == ((0, 0), (1, 2), (3, 3), (4, 3))
    assert (curve.days, curve.counted) == (4, 8)
    assert curve.alt == (
        "Lessons done from 19 November 2026 to 23 November 2026: first 0, at the end 3 of 8"
    )


def test_what_is_done_without_a_date_is_there_from_the_start() -> None:
    completion = Completion.of([TODAY], 5, 8)

    curve = timeline(completion, TODAY, WORDING)

    assert curve is not None
    assert curve.points == ((0, 4), (1, 5))
    assert timeline_note(completion, WORDING) == (
        "Done without a known date, and so counted from the start: 4"
    )


def test_a_date_after_the_report_still_lies_on_the_curve() -> None:
    curve = timeline(Completion.of([TODAY + timedelta(days=2)], 1, 1), TODAY, WORDING)

    assert curve is not None
    assert curve.points == ((0, 0), (1, 1))


def test_no_curve_is_drawn_without_dates_and_a_sentence_says_why() -> None:
    nothing, undated = Completion.of([], 0, 8), Completion.of([], 2, 8)

    assert timeline(nothing, TODAY, WORDING) is None
    assert timeline_note(nothing, WORDING).startswith("Nothing has been done yet.")
    assert timeline(undated, TODAY, WORDING) is None
    assert "dates are not known" in timeline_note(undated, WORDING)


def test_a_full_curve_needs_no_note() -> None:
    assert timeline_note(Completion.of([TODAY], 1, 8), WORDING) == ""


@given(DATES)
def test_the_curve_only_rises_and_ends_at_all_that_is_done(days: list[date]) -> None:
    curve = timeline(Completion.of(days, len(days), 50), TODAY, WORDING)

    assert curve is not None
    assert list(curve.points) == sorted(curve.points)
    assert sorted(done for _, done in curve.points) == [done for _, done in curve.points]
    assert curve.points[0] == (0, 0)
    assert curve.points[-1] == (curve.days, len(days))
